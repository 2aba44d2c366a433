import { AsyncLocalStorage } from 'node:async_hooks';
import { syncBuiltinESMExports } from 'node:module';
import { isOfCall } from './invocation';

const calls = new AsyncLocalStorage<Record<string, string>>();

/**
 * Makes the variables of a call belong to all that it began, what still goes on after its answer included: its requests
 * must carry neither nobody's name nor that of the next call of this instance. All other variables are the instance's.
 *
 * Whatever no call began, a timer of the module say, sees the call that runs just now, if one does.
 */
export function installInstanceEnvironment(): void {
  const own = process.env;
  const placeOf = (name: string | symbol): NodeJS.ProcessEnv =>
    typeof name === 'string' && isOfCall(name) ? (calls.getStore() ?? own) : own;
  process.env = new Proxy(own, {
    get: (_own, name) => Reflect.get(placeOf(name), name) as string | undefined,
    has: (_own, name) => Reflect.has(placeOf(name), name),
    set: (_own, name, value) => {
      placeOf(name)[String(name)] = String(value);
      return true;
    },
    deleteProperty: (_own, name) => Reflect.deleteProperty(placeOf(name), name),
    ownKeys: () => {
      const call = calls.getStore();
      if (call === undefined) return Reflect.ownKeys(own);
      return [...Reflect.ownKeys(own).filter((name) => placeOf(name) === own), ...Object.keys(call)];
    },
    getOwnPropertyDescriptor: (_own, name) => {
      const value = typeof name === 'string' ? placeOf(name)[name] : undefined;
      return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true };
    },
  });
  // For whoever imports it by name.
  syncBuiltinESMExports();
}

/** Runs a call and all that it begins with variables of its own. */
export function runWithVariables<T>(variables: Readonly<Record<string, string>>, act: () => T): T {
  return calls.run({ ...variables }, act);
}
