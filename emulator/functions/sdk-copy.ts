import { realpathSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { isAbsolute, join, sep } from 'node:path';
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
const homes = new Set<string>();
const isBare = (request: string): boolean => !/^(\.{0,2}\/|\.{1,2}$|node:)/.test(request) && !isAbsolute(request);

/**
 * Finds for functions what they cannot find themselves: for those without node_modules the emulator's own
 * `wx-server-sdk` and `@cloudbase/node-sdk`, and files by a path from the function's folder (`require('models/user')`),
 * since the cloud's runtime looks for packages there too.
 *
 * @param from a file beside which both packages can be found
 * @param home the function's folder
 * @param forModules also for `import`, which takes a thread more; there only the packages
 */
export function lendSdk(from: string, home: string, forModules: boolean): void {
  // A folder may be a link, and whoever asks is known by the place where its file really lies.
  homes.add(realpathSync(home));
  if (!provided.has('require')) {
    provided.add('require');
    const own = createRequire(from);
    const loader = Module as unknown as { _resolveFilename: Resolve };
    const original = loader._resolveFilename;
    loader._resolveFilename = (request, parent, ...rest) => {
      try {
        return original.call(Module, request, parent, ...rest);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND' || !isBare(request)) throw error;
        if (sdk.test(request)) return own.resolve(request);
        const { filename: asker } = (parent ?? {}) as { filename?: string };
        const its = [...homes].find((folder) => asker?.startsWith(folder + sep) === true);
        const file = its === undefined ? undefined : fileIn(its, request, own);
        if (file === undefined) throw error;
        return file;
      }
    };
  }
  if (!forModules || provided.has('import')) return;
  provided.add('import');
  const { register } = Module as unknown as LoaderHooks;
  register?.(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: { copy: pathToFileURL(from).href } });
}

function fileIn(home: string, request: string, own: NodeJS.Require): string | undefined {
  try {
    return own.resolve(join(home, request));
  } catch {
    return undefined;
  }
}
