import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../cloud';
import type { Identity } from '../../functions/identity';
import type { EmulatorOptions, FunctionSource } from '../../options';
import { toPlainJson } from '../notation/plain-json';
import { callerOf } from '../../gateway/callers';
import type { Fields } from './body';
import { textIn } from './body';
import { RequestError } from './words';

/** How a call that was made by hand ended. */
export type HandCall = {
  readonly result: unknown;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly ms: number;
  readonly roundTrips: number;
  readonly requestId: string;
  readonly lines: readonly string[];
};

/** Calls a function as somebody, as their phone would. */
export async function callByHand(cloud: Cloud, options: EmulatorOptions, fields: Fields): Promise<HandCall> {
  const name = textIn(fields, 'function');
  const typed = textIn(fields, 'event');
  const event: unknown = typed.trim() === '' ? {} : toPlainJson(typed);
  return timed(cloud, name, event, identityOf(textIn(fields, 'as'), options));
}

/** Runs a timer's function now, with the event it would be given. */
export async function runTimer(cloud: Cloud, fields: Fields): Promise<HandCall> {
  const [name, trigger] = [textIn(fields, 'function'), textIn(fields, 'trigger')];
  const timer = cloud.timers.list().find((entry) => entry.function === name && entry.trigger === trigger);
  if (timer === undefined) throw new RequestError(`云函数 ${name} 没有触发器 ${trigger}`, 404);
  return timed(cloud, name, timer.message, { timer: trigger });
}

async function timed(cloud: Cloud, name: string, event: unknown, identity: Identity): Promise<HandCall> {
  const startedAt = performance.now();
  const { result, error, roundTrips, requestId } = await cloud.host.call(name, event, identity);
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  const lines = cloud.journal.calls.list().find(({ id }) => id === requestId)?.lines ?? [];
  return { result: result ?? null, error: error ?? null, ms, roundTrips, requestId, lines };
}

/** `anonymous`, `console`, or what the gateway's header would say after `Bearer`. */
function identityOf(words: string, { personas = [] }: EmulatorOptions): Identity {
  if (words === 'console') return { console: true };
  const identity = callerOf(words === 'anonymous' ? undefined : `Bearer ${words}`, personas);
  if (identity === undefined)
    throw new RequestError(
      '没有这个身份：应是 anonymous、console、persona:…、openid:… 或 uid:…，名字由字母、数字、_、- 组成',
    );
  return identity;
}

/** What can be called, by name. */
export function functionNames({ functions: source, functionSettings = {} }: EmulatorOptions): readonly string[] {
  return [...new Set([...Object.keys(functionSettings), ...namesIn(source)])].sort();
}

function namesIn(source: FunctionSource): readonly string[] {
  if ('handlers' in source) return Object.keys(source.handlers);
  if (!existsSync(source.directory)) return [];
  return readdirSync(source.directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .filter((name) => entries.some((file) => existsSync(join(source.directory, name, file))));
}

const entries = ['index.js', 'index.mjs', 'index.cjs', 'package.json', 'config.json'];
