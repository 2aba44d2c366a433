import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Esbuild from 'esbuild';

/** Where the emulator is built into one file, the program is built into it too, as a text. */
declare const BUILT_INSTANCE_PROGRAM: string | undefined;

let text: string | undefined;

/** The program of an instance, ready for a thread. Made once; it takes esbuild a tenth of a second. */
export function instanceProgram(): string {
  text ??= typeof BUILT_INSTANCE_PROGRAM === 'string' ? BUILT_INSTANCE_PROGRAM : built();
  return text;
}

function built(): string {
  // Loaded only where it is needed: the built emulator starts without it.
  const { buildSync } = createRequire(__filename)('esbuild') as typeof Esbuild;
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'instance-program.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
