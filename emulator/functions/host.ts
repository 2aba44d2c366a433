import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';
import type { Journal } from '../journal/journal';
import type { Admin } from '../wire/admin';
import type { EmulatorOptions } from '../options';
import { DEFAULT_FUNCTION_TIME_LIMIT_MS } from '../options';
import { callEntry, printedLines } from './call-entry';
import { installCallEnvironment } from './call-environment';
import { executeFail, MOST_PAYLOAD_BYTES, requestTooLarge } from './function-errors';
import { inWords } from './handler-call';
import type { Identity } from './identity';
import { ENVIRONMENT_ID, eventFor, sourceOf } from './identity';
import { callers } from './callers';
import type { Invocation } from './invocation';
import { platformVariables } from './invocation';
import { isolatedRunner } from './isolated-runner';
import type { FunctionRunner, FunctionTask } from './runner';
import { DEFAULT_INSTANCE_TIME_LIMIT_MS, DEFAULT_MEMORY_MB } from './settings';
import { runAsFunction, sharedRunner } from './shared-runner';

/** How a call ended. `roundTrips` counts the SDK's database requests, those of nested calls included. */
export type CallOutcome = {
  readonly result: unknown;
  readonly roundTrips: number;
  readonly requestId: string;
  readonly error?: { readonly code: string; readonly message: string };
};

export type FunctionHost = {
  call(name: string, event: unknown, identity: Identity): Promise<CallOutcome>;
  /** A function calling a function: the identity goes on, the source says how it came. */
  callNested(name: string, event: unknown, caller: Invocation | undefined): Promise<unknown>;
  /** Runs code as the body of a function that this identity has called. */
  runAs<T>(identity: Identity, act: () => Promise<T>): Promise<T>;
  /** The call that a token was given to, for a while after its end, too. */
  invocationOf(token: string): Invocation | undefined;
  close(): void;
};

type HostOptions = EmulatorOptions & {
  /** Where the emulator listens; known only once it does, which is after the host was made. */
  readonly address: () => string;
  readonly journal: Journal;
  /** Given where the SDK is hooked and its requests need no HTTP. */
  readonly admin?: () => Admin;
};

/** Functions that call one another deeper than this are taken for a circle. */
const MOST_LEVELS = 10;

export function hostFunctions(options: HostOptions): FunctionHost {
  const invocations = callers();
  const uninstall = installCallEnvironment();
  const log = options.log ?? (() => undefined);
  let runner: FunctionRunner | undefined;

  const taskOf = (invocation: Invocation, event: unknown): FunctionTask => {
    const name = invocation.functionName;
    const settings = options.functionSettings?.[name] ?? {};
    const environment = { ...options.environment, ...settings.environment };
    return {
      invocation,
      event,
      platform: platformVariables(invocation, `${options.address()}/admin`, options.environmentId ?? ENVIRONMENT_ID),
      environment: withAddress(environment, options.address()),
      timeLimitMs: settings.timeLimitMs ?? options.functionTimeLimitMs ?? defaultTimeLimitMs(options),
      memoryMb: settings.memoryMb ?? DEFAULT_MEMORY_MB,
    };
  };

  const execute = async (invocation: Invocation, event: unknown): Promise<unknown> => {
    if (invocation.chain.length >= MOST_LEVELS) {
      throw executeFail(`functions called one another more than ${MOST_LEVELS} levels deep`);
    }
    const text = JSON.stringify(eventFor(invocation.identity, event ?? {}, new Date()));
    if (Buffer.byteLength(text) > MOST_PAYLOAD_BYTES) throw requestTooLarge();
    invocations.began(invocation);
    try {
      runner ??= runnerFor(options, log);
      return await runner.run(taskOf(invocation, JSON.parse(text)));
    } finally {
      invocations.ended(invocation);
    }
  };

  const call = async (begun: Omit<Invocation, 'print'>, event: unknown): Promise<CallOutcome> => {
    const lines = printedLines();
    const invocation: Invocation = { ...begun, print: (line) => lines.add(line) };
    const at = new Date();
    const startedAt = performance.now();
    const end = (result: unknown, error?: { readonly code: string; readonly message: string }): CallOutcome => {
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const failure = error === undefined ? {} : { error };
      options.journal.calls.add(callEntry(invocation, event, { at, ms, lines: lines.list(), ...failure }));
      return { result, roundTrips: invocation.roundTrips, requestId: invocation.requestId, ...failure };
    };
    try {
      return end(await execute(invocation, event));
    } catch (error) {
      const { code, message } = error instanceof CloudError ? error : executeFail(inWords(error));
      return end(undefined, { code, message });
    }
  };

  return {
    call: (name, event, identity) => call(begin(name, identity, sourceOf(identity), []), event),

    async callNested(name, event, caller) {
      const chain = caller === undefined ? [] : [...caller.chain, caller.functionName];
      const invocation = begin(name, passedOn(caller?.identity), `${caller?.source ?? ''},scf`, chain);
      const { result, error, roundTrips } = await call(invocation, event);
      if (caller !== undefined) caller.roundTrips += roundTrips;
      if (error !== undefined) throw new CloudError(error.code, error.message);
      return result;
    },

    async runAs(identity, act) {
      const invocation: Invocation = { ...begin('test', identity, sourceOf(identity), []), print: () => undefined };
      invocations.began(invocation);
      try {
        return await runAsFunction(taskOf(invocation, {}), { log, admin: options.admin?.() }, act);
      } finally {
        invocations.ended(invocation);
      }
    },

    invocationOf: (token) => invocations.at(token),
    close: () => {
      runner?.close();
      uninstall();
    },
  };
}

function runnerFor(options: HostOptions, log: (line: string) => void): FunctionRunner {
  const settings = options.functionSettings ?? {};
  if (options.isolation !== 'instances' || 'handlers' in options.functions) {
    return sharedRunner({ source: options.functions, settings, log, admin: options.admin?.() });
  }
  return isolatedRunner({
    directory: options.functions.directory,
    settings,
    mostInstances: options.mostInstances ?? MOST_INSTANCES,
    idleMs: options.idleInstanceMs ?? IDLE_INSTANCE_MS,
    log,
  });
}

/** Enough to show what goes wrong with several, few enough for a laptop: an instance takes some 30 MB. */
const MOST_INSTANCES = 4;

const IDLE_INSTANCE_MS = 5 * 60_000;

function defaultTimeLimitMs({ isolation }: HostOptions): number {
  return isolation === 'instances' ? DEFAULT_INSTANCE_TIME_LIMIT_MS : DEFAULT_FUNCTION_TIME_LIMIT_MS;
}

function begin(
  functionName: string,
  identity: Identity,
  source: string,
  chain: readonly string[],
): Omit<Invocation, 'print'> {
  return { token: randomUUID(), requestId: randomUUID(), functionName, identity, source, chain, roundTrips: 0 };
}

function withAddress(variables: Readonly<Record<string, string>>, address: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, value.replaceAll('{address}', address)]),
  );
}

// A function called by a timer's function is called by a function: it gets what was sent, not a timer's event.
function passedOn(identity: Identity | undefined): Identity {
  return identity === undefined || 'timer' in identity ? { console: true } : identity;
}
