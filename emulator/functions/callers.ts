import type { Invocation } from './invocation';

/** So many calls are remembered after their end. */
const REMEMBERED = 1_000;

/**
 * Which call a token belongs to.
 *
 * A call that is over is remembered for a while: what a function leaves to be done after its answer or its time limit
 * still goes on in its caller's name, as in the cloud, and never in that of the console.
 */
export function callers() {
  const running = new Map<string, Invocation>();
  const over = new Map<string, Invocation>();
  return {
    began: (invocation: Invocation): void => void running.set(invocation.token, invocation),
    ended(invocation: Invocation): void {
      running.delete(invocation.token);
      over.set(invocation.token, { ...invocation, print: () => undefined });
      for (const oldest of over.keys()) {
        if (over.size <= REMEMBERED) return;
        over.delete(oldest);
      }
    },
    at: (token: string): Invocation | undefined => running.get(token) ?? over.get(token),
  };
}
