/** What WeChat would have delivered to somebody: a subscription message, a code that was drawn, a text that was checked. */
export type OutboxEntry = {
  readonly at: string;
  readonly function: string | null;
  /** As the SDK names it: `subscribeMessage.send`, `security.msgSecCheck`, `wxacode.getUnlimited`. */
  readonly api: string;
  readonly request: unknown;
  readonly answer: { readonly errCode: number; readonly errMsg: string };
};

export type Outbox = ReturnType<typeof createOutbox>;

const KEPT = 1000;

/** An openid that ends so belongs to somebody who refuses every message. */
const REFUSING = /-refuses$/;

/** No message of WeChat's is longer; a text to be checked may be. Characters of JSON. */
const MOST_REQUEST_CHARACTERS = 40_000;

function isKeepable(request: unknown): boolean {
  try {
    return ((JSON.stringify(request) as string | undefined) ?? '').length <= MOST_REQUEST_CHARACTERS;
  } catch {
    // Nested too deeply for the list to be sent.
    return false;
  }
}

/** In memory, the oldest forgotten first. Tests and the emulator's page look at it. */
export function createOutbox() {
  let entries: OutboxEntry[] = [];
  const refusing = new Set<string>();
  return {
    add(entry: OutboxEntry): void {
      entries.push(isKeepable(entry.request) ? entry : { ...entry, request: { omitted: 'too large to be kept' } });
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT);
    },
    /** The newest first. */
    list: (): readonly OutboxEntry[] => entries.slice(-KEPT).reverse(),
    /** From now on this person refuses messages (43101), as who has not subscribed or has cancelled. */
    refuse: (openid: string): void => void refusing.add(openid),
    accept: (openid: string): void => void refusing.delete(openid),
    refuses: (openid: string): boolean => refusing.has(openid) || REFUSING.test(openid),
    /** Forgets the messages, and who refuses them. */
    clear(): void {
      entries = [];
      refusing.clear();
    },
  };
}
