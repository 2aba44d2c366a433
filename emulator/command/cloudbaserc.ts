import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LONGEST_TIME_LIMIT_S } from './arguments';
import type { FunctionSettings, TriggerSettings } from '../functions/settings';
import type { JsonObject } from './json-file';
import { isObject } from './json-file';
import { Refusal } from './refusal';

/** What cloudbaserc.json says of a project, as far as it matters on this machine. */
export type ProjectSettings = {
  readonly environmentId: string | undefined;
  readonly functionRoot: string | undefined;
  readonly functions: Readonly<Record<string, FunctionSettings>>;
  /** Names of `{{env.…}}` that nothing has set. */
  readonly unset: readonly string[];
};

/** Source: the command line tool's documentation of cloudbaserc.json, `timeout`. */
const DEFAULT_TIME_LIMIT_MS = 5_000;

/**
 * Reads cloudbaserc.json, its older form with a `config` in each function too.
 *
 * `{{env.NAME}}` becomes the variable of that name. A function's variable that names one which is not set is left out.
 */
export function readCloudbaserc(
  content: JsonObject,
  directory: string,
  variables: Readonly<Record<string, string | undefined>>,
): ProjectSettings {
  const unset = new Set<string>();
  const filled = (value: unknown): string | undefined => {
    if (typeof value !== 'string') return undefined;
    const names = [...value.matchAll(/\{\{\s*env\.(\w+)\s*\}\}/g)].map(([, name = '']) => name);
    const missing = names.filter((name) => variables[name] === undefined);
    for (const name of missing) unset.add(name);
    if (missing.length > 0) return undefined;
    return value.replace(/\{\{\s*env\.(\w+)\s*\}\}/g, (_whole, name: string) => variables[name] ?? '');
  };
  const root = filled(content['functionRoot']);
  const functionRoot = root === undefined ? undefined : resolve(directory, root);
  const defaults = isObject(content['functionDefaultConfig']) ? content['functionDefaultConfig'] : {};
  const listed = Array.isArray(content['functions']) ? (content['functions'] as readonly unknown[]) : [];
  const functions = listed.filter(isObject).map((entry): readonly [string, FunctionSettings] => {
    const { name } = entry;
    if (typeof name !== 'string') throw new Refusal('cloudbaserc.json 的 functions 里有一项没有 name。');
    const inner = isObject(entry['config']) ? entry['config'] : {};
    return [name, settingsOf({ ...defaults, ...inner, ...entry }, { directory, functionRoot, filled })];
  });
  const environmentId = filled(content['envId']);
  return { environmentId, functionRoot, functions: byName(functions), unset: [...unset] };
}

/** By name, and without the names that every object has: a folder may be called `constructor`. */
export function byName(functions: readonly (readonly [string, FunctionSettings])[]): ProjectSettings['functions'] {
  return Object.setPrototypeOf(Object.fromEntries(functions), null) as ProjectSettings['functions'];
}

type Place = {
  readonly directory: string;
  readonly functionRoot: string | undefined;
  readonly filled: (value: unknown) => string | undefined;
};

function settingsOf(entry: JsonObject, { directory, functionRoot, filled }: Place): FunctionSettings {
  const { timeout, memorySize, handler, envVariables, dir, triggers } = entry;
  const places = typeof dir === 'string' ? [resolve(directory, dir), resolve(functionRoot ?? directory, dir)] : [];
  const folder = places.find((place) => existsSync(place));
  const environment = Object.entries(isObject(envVariables) ? envVariables : {}).flatMap(([name, value]) => {
    const text = filled(typeof value === 'number' || typeof value === 'boolean' ? String(value) : value);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    timeLimitMs:
      typeof timeout === 'number' && timeout > 0
        ? Math.min(timeout, LONGEST_TIME_LIMIT_S) * 1000
        : DEFAULT_TIME_LIMIT_MS,
    environment: Object.fromEntries(environment),
    ...(folder === undefined ? {} : { directory: folder }),
    ...(typeof memorySize === 'number' && memorySize >= 64 ? { memoryMb: memorySize } : {}),
    ...(typeof handler === 'string' ? { handler } : {}),
    ...(triggers === undefined ? {} : { triggers: triggersOf(triggers) }),
  };
}

/** The timers of a list of triggers, as cloudbaserc.json and a WeChat function's config.json have it. */
export function triggersOf(triggers: unknown): readonly TriggerSettings[] {
  if (!Array.isArray(triggers)) return [];
  return triggers.filter(isObject).flatMap(({ name, type, config, message }) => {
    if (type !== 'timer' || typeof name !== 'string' || typeof config !== 'string') return [];
    return [{ name, config, ...(typeof message === 'string' ? { message } : {}) }];
  });
}
