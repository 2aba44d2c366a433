/** One call of a function, for people who develop: what, how long, how it ended, what it printed. Never what was sent. */
export type CallEntry = {
  readonly id: string;
  readonly at: string;
  readonly function: string;
  readonly action: string | null;
  /** Who called: `openid:…`, `timer:…`, `anonymous`, `console`, or the function that called it. */
  readonly caller: string;
  readonly ms: number;
  readonly roundTrips: number;
  readonly outcome: 'ok' | 'error' | 'timeout';
  readonly error: string | null;
  readonly lines: readonly string[];
};

/** One request to the database: the shape of what was asked, without a value, and how it was found. */
export type QueryEntry = {
  readonly at: string;
  readonly function: string | null;
  readonly action: string;
  readonly collection: string;
  /** Fields and operators, e.g. `state $eq, at $gt, sort at -1`. */
  readonly shape: string;
  /** The index that served it, `_id_`, or null where every document was read. */
  readonly index: string | null;
  /** The index it wants, where none serves it. */
  readonly wants: string | null;
  readonly examined: number;
  readonly answered: number;
  readonly ms: number;
};

export type Warning = { readonly at: string; readonly function: string | null; readonly text: string };

export type Journal = ReturnType<typeof createJournal>;

const KEPT = 500;

/** The last things that happened, in memory; the oldest is forgotten first. */
export function createJournal() {
  const calls = lastOf<CallEntry>();
  const queries = lastOf<QueryEntry>();
  const warnings = lastOf<Warning>();
  return {
    calls,
    queries,
    warnings,
    clear(): void {
      for (const list of [calls, queries, warnings]) list.clear();
    },
  };
}

function lastOf<Entry>() {
  let entries: Entry[] = [];
  return {
    add(entry: Entry): void {
      entries.push(entry);
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT);
    },
    /** The newest first. */
    list: (): readonly Entry[] => entries.slice(-KEPT).reverse(),
    clear(): void {
      entries = [];
    },
  };
}
