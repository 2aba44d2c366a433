import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CloudError } from '../cloud-error';
import type { FunctionSource } from '../options';
import type { FunctionMain } from './invocation';

/** Finds a function's entry. Bundles are loaded once and kept, as on a warm instance. */
export function functionFinder(source: FunctionSource): (name: string) => FunctionMain {
  return (name) => {
    const main = 'handlers' in source ? source.handlers[name] : loadBundle(source.directory, name);
    if (main === undefined) throw new CloudError('FUNCTION_NOT_FOUND', `function ${name} does not exist`);
    return main;
  };
}

function loadBundle(directory: string, name: string): FunctionMain | undefined {
  // The name comes from a URL: nothing but a plain name may become a path.
  if (!/^[A-Za-z][\w-]{0,59}$/.test(name)) return undefined;
  const file = join(directory, name, 'index.js');
  if (!existsSync(file)) return undefined;
  const { main } = createRequire(__filename)(file) as { main?: unknown };
  if (typeof main !== 'function') throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `${name}/index.js exports no main`);
  return main as FunctionMain;
}
