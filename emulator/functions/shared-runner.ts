import { join } from 'node:path';
import { createRequire } from 'node:module';
import type { FunctionSource } from '../options';
import type { Admin } from '../wire/admin';
import { runInScope } from './call-environment';
import {
  executeFail,
  functionNotFound,
  MOST_PAYLOAD_BYTES,
  responseTooLarge,
  timeLimitExceeded,
} from './function-errors';
import { findFunction } from './function-folder';
import type { Handler } from './handler-call';
import { callHandler } from './handler-call';
import type { FunctionMain } from './invocation';
import { contextOf } from './invocation';
import type { FunctionRunner, FunctionTask } from './runner';
import { lendSdk } from './sdk-copy';
import type { FunctionSettings } from './settings';
import { LONGEST_TIMER_MS } from './settings';

type SharedRunnerOptions = {
  readonly source: FunctionSource;
  readonly settings: Readonly<Record<string, FunctionSettings>>;
  readonly log: (line: string) => void;
  /** Given where the SDK is hooked and its requests need no HTTP. */
  readonly admin: Admin | undefined;
};

/** Runs all functions in this process, calls side by side, each with an identity and variables of its own. */
export function sharedRunner({ source, settings, log, admin }: SharedRunnerOptions): FunctionRunner {
  const find = (name: string): Handler => {
    const main =
      'handlers' in source
        ? own(source.handlers, name)
        : loadFunction(source.directory, name, own(settings, name) ?? {});
    if (main === undefined) throw functionNotFound();
    return main as unknown as Handler;
  };
  return {
    async run({ invocation, event, platform, environment, timeLimitMs, memoryMb }) {
      const handler = find(invocation.functionName);
      const scope = {
        functionName: invocation.functionName,
        variables: { ...environment, ...platform },
        log: (line: string) => {
          invocation.print(line.slice(line.indexOf('] ') + 2));
          log(line);
        },
        admin,
      };
      const context = contextOf(invocation, platform, { timeLimitMs, memoryMb });
      const run = () => callHandler(handler, event, context, () => Promise.resolve());
      return throughJson(await withinTime(timeLimitMs, runInScope(scope, run)));
    },
    close: () => undefined,
  };
}

/** `constructor` is a property of every object and no function of anybody's. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Runs code in the place of a function, e.g. a test's. */
export function runAsFunction<T>(
  { invocation, platform, environment }: Pick<FunctionTask, 'invocation' | 'platform' | 'environment'>,
  { log, admin }: Pick<SharedRunnerOptions, 'log' | 'admin'>,
  act: () => Promise<T>,
): Promise<T> {
  const variables = { ...environment, ...platform };
  return runInScope({ functionName: invocation.functionName, variables, log, admin }, act);
}

/** Loads a function once and keeps it, as on a warm instance. */
function loadFunction(directory: string, name: string, settings: FunctionSettings): FunctionMain | undefined {
  const folder = findFunction(directory, name, settings);
  if (folder === undefined) return undefined;
  const shown = `${name}/${folder.file.slice(folder.directory.length + 1)}`;
  if (folder.isModule) throw executeFail(`${shown} is an ES module, which only the isolation 'instances' can run`);
  lendSdk(join(__dirname, '..', 'package.json'), folder.directory, false);
  const found = (createRequire(__filename)(folder.file) as Record<string, unknown>)[folder.exportName];
  if (typeof found !== 'function') throw executeFail(`${shown} exports no ${folder.exportName}`);
  return found as FunctionMain;
}

/** Results travel as JSON: what it cannot carry is lost here as it is in the cloud. */
function throughJson(value: unknown): unknown {
  // What JSON has no word for, undefined and functions, becomes null.
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return null;
  if (Buffer.byteLength(text) > MOST_PAYLOAD_BYTES) throw responseTooLarge();
  return JSON.parse(text);
}

async function withinTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(timeLimitExceeded(limitMs)), Math.min(limitMs, LONGEST_TIMER_MS));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
