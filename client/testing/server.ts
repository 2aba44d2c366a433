/** The server as seen from a page: what it answers to each action, and what it was asked. */
import type { ActionName, AnswerFor } from '@contract/contracts';

type Asked = { readonly name: string; readonly input: unknown; readonly authorization: string | null };
type Reply<Name extends ActionName> = AnswerFor<Name> | 'no-network' | Promise<AnswerFor<Name>>;

const replies = new Map<string, Reply<ActionName>[]>();
export const asked: Asked[] = [];

/** Answers in turn; the last one stays. */
export function whenAsked<Name extends ActionName>(
  name: Name,
  ...answers: readonly [Reply<Name>, ...Reply<Name>[]]
): void {
  replies.set(name, [...answers]);
}

export const timesAsked = (name: ActionName): number => asked.filter((question) => question.name === name).length;

export function resetServer(): void {
  replies.clear();
  asked.length = 0;
  globalThis.fetch = answer;
}

async function answer(address: string | URL | Request, options?: RequestInit): Promise<Response> {
  const domain = typeof address === 'string' ? (address.split('/').pop() ?? '') : '';
  const { action, input } = JSON.parse(typeof options?.body === 'string' ? options.body : '{}') as {
    action: string;
    input: unknown;
  };
  const name = `${domain}.${action}`;
  asked.push({ name, input, authorization: (options?.headers as Record<string, string>)['Authorization'] ?? null });
  const waiting = replies.get(name) ?? [];
  const reply = waiting.length > 1 ? waiting.shift() : waiting[0];
  if (reply === undefined) throw new Error(`nobody said what ${name} answers`);
  if (reply === 'no-network') throw new TypeError('Failed to fetch');
  const body = await reply;
  return { json: () => Promise.resolve(body) } as Response;
}
