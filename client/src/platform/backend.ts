import { token } from '../identity';

/** What a cloud function is asked: one action of its domain. */
export type Message = {
  readonly action: string;
  readonly input: unknown;
  readonly client: { readonly version: string };
};

/** The line was down, or nobody answered in time. Asking again is safe. */
export class NetworkFailure extends Error {}

/** A browser needs no introduction. */
export function connect(): void {}

/**
 * Asks a function over the same path as CloudBase's HTTP gateway.
 *
 * @returns the function's answer, unread
 * @throws NetworkFailure
 */
export async function send(domain: string, message: Message, patienceMs: number): Promise<unknown> {
  const bearer = await token();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  try {
    const response = await fetch(`${API_BASE}/v1/functions/${domain}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(message),
      signal: stop.signal,
    });
    return (await response.json()) as unknown;
  } catch (reason) {
    throw reason instanceof SyntaxError ? reason : new NetworkFailure('no answer');
  } finally {
    clearTimeout(timer);
  }
}
