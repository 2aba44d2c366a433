import { parseArgs, parseEnv } from 'node:util';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Persona } from '../options';
import { Refusal } from './refusal';

/** What was typed, checked. Paths are absolute. */
export type CommandArguments = {
  readonly wants: 'start' | 'help' | 'version';
  readonly functions: string | undefined;
  readonly data: string | undefined;
  readonly port: number;
  readonly collections: string | undefined;
  readonly files: string | undefined;
  readonly site: string | undefined;
  readonly personas: readonly Persona[];
  readonly environment: Readonly<Record<string, string>>;
  readonly timeLimitMs: number | undefined;
  readonly isolation: 'shared' | 'instances';
  readonly timers: boolean;
  readonly strict: boolean;
  readonly latencyMs: number;
};

export const DEFAULT_PORT = 8787;

/** Source: SCF, the longest time limit of a function. Seconds. */
export const LONGEST_TIME_LIMIT_S = 900;

/** @throws Refusal, or node's own error for a flag that does not exist */
export function readArguments(words: readonly string[], directory: string): CommandArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      functions: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      collections: { type: 'string' },
      files: { type: 'string' },
      site: { type: 'string' },
      persona: { type: 'string', multiple: true, default: [] },
      env: { type: 'string', multiple: true, default: [] },
      'env-file': { type: 'string', multiple: true, default: [] },
      timeout: { type: 'string' },
      isolation: { type: 'string', default: 'instances' },
      timers: { type: 'boolean', default: false },
      'no-timers': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      latency: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  const { isolation, timeout } = values;
  if (isolation !== 'shared' && isolation !== 'instances') {
    throw new Refusal(`--isolation 应是 instances 或 shared，不能是 ${isolation}。`);
  }
  if (values.timers && values['no-timers']) throw new Refusal('--timers 与 --no-timers 只能选一个。');
  const place = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : resolve(directory, path);
  return {
    wants: values.help ? 'help' : values.version ? 'version' : 'start',
    functions: place(values.functions),
    data: values.data === ':memory:' ? values.data : place(values.data),
    port: wholeNumber('--port', values.port, 0, 65_535),
    collections: place(values.collections),
    files: place(values.files),
    site: place(values.site),
    personas: values.persona.map(personaOf),
    environment: Object.assign(
      {},
      ...values['env-file'].map((file) => readVariables(resolve(directory, file))),
      ...values.env.map(variableOf),
    ) as Record<string, string>,
    timeLimitMs: timeout === undefined ? undefined : 1000 * wholeNumber('--timeout', timeout, 1, LONGEST_TIME_LIMIT_S),
    isolation,
    timers: !values['no-timers'],
    strict: values.strict,
    latencyMs: wholeNumber('--latency', values.latency, 0, 10_000),
  };
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Refusal(`${flag} 应是 ${least} 到 ${most} 的整数，不能是 ${text}。`);
}

function personaOf(text: string): Persona {
  const [, id, openid] = /^([\w-]{1,64})=([\w-]{1,64})$/.exec(text) ?? [];
  if (id === undefined || openid === undefined) {
    throw new Refusal(`--persona 应写成 名字=openid（字母、数字、_ 与 -），不能是 ${text}。`);
  }
  return { id, name: id, about: openid, openid };
}

function variableOf(text: string): Record<string, string> {
  const [, name, value] = /^([A-Za-z_]\w*)=([^]*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new Refusal(`--env 应写成 KEY=VALUE，不能是 ${text}。`);
  return { [name]: value };
}

/** @throws Refusal where there is no such file */
export function readVariables(file: string): Record<string, string> {
  try {
    return parseEnv(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    throw new Refusal(`环境变量文件 ${file} 读不出来，请检查路径。`);
  }
}
