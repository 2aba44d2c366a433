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

/** In memory, the oldest forgotten first. Tests and the emulator's page look at it. */
export function createOutbox() {
  let entries: OutboxEntry[] = [];
  return {
    add(entry: OutboxEntry): void {
      entries.push(entry);
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT);
    },
    /** The newest first. */
    list: (): readonly OutboxEntry[] => entries.slice(-KEPT).reverse(),
    clear(): void {
      entries = [];
    },
  };
}
