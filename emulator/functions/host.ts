import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';
import type { Admin } from '../wire/admin';
import type { EmulatorOptions } from '../options';
import { DEFAULT_FUNCTION_TIME_LIMIT_MS } from '../options';
import type { CallScope } from './call-environment';
import { installCallEnvironment, runInScope } from './call-environment';
import type { Identity } from './identity';
import { eventFor, sourceOf } from './identity';
import type { FunctionMain, Invocation } from './invocation';
import { contextOf, platformVariables } from './invocation';
import { functionFinder } from './sources';

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
  invocationOf(token: string): Invocation | undefined;
  close(): void;
};

export type HostOptions = EmulatorOptions & {
  /** Where the emulator listens; known only once it does, which is after the host was made. */
  readonly address: () => string;
  /** Given where the SDK is hooked and its requests need no HTTP. */
  readonly admin?: () => Admin;
};

export function hostFunctions(options: HostOptions): FunctionHost {
  const find = functionFinder(options.functions);
  const running = new Map<string, Invocation>();
  const uninstall = installCallEnvironment();
  const timeLimitMs = options.functionTimeLimitMs ?? DEFAULT_FUNCTION_TIME_LIMIT_MS;

  const scopeOf = (invocation: Invocation, platform: Readonly<Record<string, string>>): CallScope => ({
    functionName: invocation.functionName,
    variables: { ...withAddress(options.environment ?? {}, options.address()), ...platform },
    log: options.log ?? (() => undefined),
    admin: options.admin?.(),
  });

  const invoke = async <T>(invocation: Invocation, act: (context: unknown) => T | Promise<T>): Promise<T> => {
    const platform = platformVariables(invocation, `${options.address()}/admin`);
    running.set(invocation.token, invocation);
    try {
      return await runInScope(scopeOf(invocation, platform), async () =>
        act(contextOf(invocation, platform, timeLimitMs)),
      );
    } finally {
      running.delete(invocation.token);
    }
  };

  const execute = (main: FunctionMain, event: unknown, invocation: Invocation): Promise<unknown> => {
    const given = throughJson(eventFor(invocation.identity, event ?? {}, new Date()));
    return withinTime(
      timeLimitMs,
      invoke(invocation, (context) => main(given as never, context as never)),
    ).then(throughJson);
  };

  return {
    async call(name, event, identity) {
      const invocation = begin(name, identity, sourceOf(identity));
      const { requestId } = invocation;
      try {
        const result = await execute(find(name), event, invocation);
        return { result, roundTrips: invocation.roundTrips, requestId };
      } catch (error) {
        const { code, message } = errorOf(error);
        return { result: undefined, roundTrips: invocation.roundTrips, requestId, error: { code, message } };
      }
    },

    async callNested(name, event, caller) {
      const invocation = begin(name, passedOn(caller?.identity), `${caller?.source ?? ''},scf`);
      try {
        return await execute(find(name), event, invocation);
      } catch (error) {
        const { code, message } = errorOf(error);
        throw new CloudError(code, message);
      } finally {
        if (caller !== undefined) caller.roundTrips += invocation.roundTrips;
      }
    },

    runAs: (identity, act) => invoke(begin('test', identity, sourceOf(identity)), act),
    invocationOf: (token) => running.get(token),
    close: uninstall,
  };
}

function begin(functionName: string, identity: Identity, source: string): Invocation {
  return { token: randomUUID(), requestId: randomUUID(), functionName, identity, source, roundTrips: 0 };
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

/** Arguments and results travel as JSON: what it cannot carry is lost here as it is in the cloud. */
function throughJson(value: unknown): unknown {
  // What JSON has no word for, undefined and functions, becomes null.
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? null : JSON.parse(text);
}

function errorOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message };
  return { code: 'FUNCTIONS_EXECUTE_FAIL', message: error instanceof Error ? error.message : String(error) };
}

async function withinTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Invoking task timed out after ${limitMs / 1000} seconds`)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
