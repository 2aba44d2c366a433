import Module, { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

type Resolve = (request: string, parent: unknown, ...rest: unknown[]) => string;
type LoaderHooks = { register?: (specifier: string, options: { data: unknown }) => void };

const sdk = /^(wx-server-sdk|@cloudbase\/node-sdk)(\/|$)/;

/** Only what cannot be found is found here; a copy of the function's own always wins. */
const hooks = `
  let copy;
  export const initialize = (data) => { copy = data.copy; };
  export const resolve = async (request, context, next) => {
    try { return await next(request, context); } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND' || !${sdk.toString()}.test(request)) throw error;
      return next(request, { ...context, parentURL: copy });
    }
  };
`;

const provided = new Set<string>();

/**
 * Lends functions without node_modules the emulator's own `wx-server-sdk` and `@cloudbase/node-sdk`, as the cloud does
 * for the latter.
 *
 * @param from a file beside which both packages can be found
 * @param forModules also for `import`, which takes a thread more
 */
export function lendSdk(from: string, forModules: boolean): void {
  if (!provided.has('require')) {
    provided.add('require');
    const own = createRequire(from);
    const loader = Module as unknown as { _resolveFilename: Resolve };
    const original = loader._resolveFilename;
    loader._resolveFilename = (request, ...rest) => {
      try {
        return original.call(Module, request, ...rest);
      } catch (error) {
        if (!sdk.test(request) || (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
        return own.resolve(request);
      }
    };
  }
  if (!forModules || provided.has('import')) return;
  provided.add('import');
  const { register } = Module as unknown as LoaderHooks;
  register?.(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: { copy: pathToFileURL(from).href } });
}
