import { spawn } from 'node:child_process';
import { root } from './places';

/** A Node.js program to run to its end, and what a person calls it. */
export type Step = { readonly name: string; readonly words: readonly string[] };

type Ended = { readonly isGood: boolean; readonly said: string; readonly seconds: number };

/**
 * Runs steps two at a time, in their order: each is the work of one processor, and none reads what another writes.
 * What a step says is printed when it has ended, so that the words of two never mix.
 *
 * @returns how many were good, and how many were not
 */
export async function sideBySide(steps: readonly Step[]): Promise<{ passed: number; failed: number }> {
  const count = { passed: 0, failed: 0 };
  const left = [...steps];
  const lane = async (): Promise<void> => {
    for (let step = left.shift(); step !== undefined; step = left.shift()) {
      const { isGood, said, seconds } = await toTheEnd(step);
      console.log(`\n— ${isGood ? '' : 'FAILED: '}${step.name} (${seconds.toFixed(0)} s)\n${said.trimEnd()}`);
      count[isGood ? 'passed' : 'failed'] += 1;
    }
  };
  console.log(`\nTwo at a time: ${steps.map(({ name }) => name).join(', ')}`);
  await Promise.all([lane(), lane()]);
  return count;
}

function toTheEnd({ words }: Step): Promise<Ended> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const end = (isGood: boolean, more = ''): void => {
      const said = `${Buffer.concat(chunks).toString()}${more}`;
      resolve({ isGood, said, seconds: (performance.now() - startedAt) / 1_000 });
    };
    child.once('error', ({ message }) => end(false, message));
    child.once('close', (code) =>
      end(code === 0, code === 0 ? '' : `${words.join(' ')} ended with ${code ?? 'a signal'}\n`),
    );
  });
}
