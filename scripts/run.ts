import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './places';

/** Runs a program of ours to its end, its words on our screen. Rejects when it fails. */
export function run(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(program, [...words], { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Failed(`${words.join(' ')} ended with ${code ?? 'a signal'}`)),
    );
  });
}

/** Said on the screen already by the program itself. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

export const runScript = (name: string, words: readonly string[] = []): Promise<void> =>
  run(process.execPath, ['--import', 'tsx', path.join('scripts', name), ...words]);
