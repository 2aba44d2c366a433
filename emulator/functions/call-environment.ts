import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to one call of a function and to no other that runs beside it. */
type CallScope = {
  readonly functionName: string;
  /** Seen as process.env; what a function sets there stays its own. */
  readonly variables: Record<string, string>;
  readonly log: (line: string) => void;
  /** Where the SDK of this call sends its requests when it is hooked and not spoken to over HTTP. */
  readonly admin:
    ((request: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>) | undefined;
};

const scopes = new AsyncLocalStorage<CallScope>();

/** Variables that only a call may have: a developer's own must not reach a function and pass for the caller's. */
export const platformVariable = /^(WX_|TCB_|TENCENTCLOUD|SCF_|_SCF_|CBR_|SUMERU_|CLOUDBASE_|LOGINTYPE$|TRIGGER_SRC$)/;

const consoleMethods = ['log', 'info', 'warn', 'error', 'debug'] as const;

export function currentScope(): CallScope | undefined {
  return scopes.getStore();
}

export function runInScope<T>(scope: CallScope, act: () => T): T {
  return scopes.run(scope, act);
}

let installs = 0;
let restore: (() => void) | undefined;

/**
 * Makes process.env and console belong to the call that looks at them, for as long as somebody needs it.
 *
 * The SDK reads the caller's identity from process.env alone. One shared object would give 199 of 200 concurrent
 * calls somebody else's identity.
 *
 * @returns ends this installation; the last one to end puts everything back
 */
export function installCallEnvironment(): () => void {
  installs += 1;
  restore ??= replaceGlobals();
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    installs -= 1;
    if (installs > 0) return;
    restore?.();
    restore = undefined;
  };
}

// Functions print with the console; what they print belongs to the emulator's log.
const printer: Record<(typeof consoleMethods)[number], (...parts: unknown[]) => void> = console;

function replaceGlobals(): () => void {
  const environment = process.env;
  process.env = environmentByCall(environment);
  const originals = consoleMethods.map((method) => [method, printer[method]] as const);
  for (const [method, original] of originals) {
    printer[method] = (...parts: unknown[]): void => {
      const scope = currentScope();
      if (scope === undefined) original(...parts);
      else {
        const line = `[${scope.functionName}] ${method === 'log' ? '' : `${method}: `}${parts.map(inWords).join(' ')}`;
        // Outside of the call: a log that prints with the console itself would come back here for ever.
        scopes.exit(() => scope.log(line));
      }
    };
  }
  return () => {
    process.env = environment;
    for (const [method, original] of originals) printer[method] = original;
  };
}

function environmentByCall(real: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const valueOf = (name: string): string | undefined => {
    const scope = currentScope();
    if (scope === undefined) return real[name];
    return Object.hasOwn(scope.variables, name)
      ? scope.variables[name]
      : platformVariable.test(name)
        ? undefined
        : real[name];
  };
  const names = (): string[] => [...new Set([...Object.keys(real), ...Object.keys(currentScope()?.variables ?? {})])];
  return new Proxy(real, {
    get: (target, name) =>
      typeof name === 'string' ? valueOf(name) : (Reflect.get(target, name) as string | undefined),
    has: (target, name) => (typeof name === 'string' ? valueOf(name) !== undefined : Reflect.has(target, name)),
    ownKeys: () => names().filter((name) => valueOf(name) !== undefined),
    getOwnPropertyDescriptor: (_target, name) => {
      const value = typeof name === 'string' ? valueOf(name) : undefined;
      return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true };
    },
    set: (target, name, value) => {
      const variables = currentScope()?.variables;
      if (variables === undefined) return Reflect.set(target, name, value);
      variables[String(name)] = String(value);
      return true;
    },
    deleteProperty: (target, name) => {
      const variables = currentScope()?.variables;
      return variables === undefined ? Reflect.deleteProperty(target, name) : Reflect.deleteProperty(variables, name);
    },
  });
}

function inWords(part: unknown): string {
  if (typeof part === 'string') return part;
  if (part instanceof Error) return part.stack ?? part.message;
  try {
    return JSON.stringify(part);
  } catch {
    return String(part);
  }
}
