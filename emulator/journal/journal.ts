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

/** One look into a collection: the shape of what was asked, without a value, and how it was found. */
type QueryEntry = {
  readonly at: string;
  /** The function that asked; null for whoever speaks to the database by itself. */
  readonly function: string | null;
  /** As the SDK names it: `database.getDocument`. */
  readonly action: string;
  readonly collection: string;
  /** Fields and tests: `state equal, at above; sort at -1`. */
  readonly shape: string;
  /** The index that served it, `_id_`, or null where every document was read. */
  readonly index: string | null;
  /** The index it wants, where none serves it; empty where none would help. */
  readonly wants: string | null;
  readonly examined: number;
  readonly answered: number;
  readonly ms: number;
};

/** All looks of one shape into one collection, added up; `function` was the last that asked. */
export type ShapeEntry = Omit<QueryEntry, 'at'> & {
  readonly lastAt: string;
  readonly times: number;
  readonly slowestMs: number;
};

export type Warning = { readonly at: string; readonly function: string | null; readonly text: string };

export type Journal = ReturnType<typeof createJournal>;

const KEPT = 500;

/**
 * The last things that happened, in memory; the oldest is forgotten first. Shapes are added up from the start.
 *
 * @param log told each warning once, whatever often it comes
 */
export function createJournal(log: (line: string) => void) {
  const calls = lastOf<CallEntry>();
  const queries = lastOf<QueryEntry>();
  const warnings = lastOf<Warning>();
  const shapes = new Map<string, ShapeEntry>();
  const said = new Set<string>();
  return {
    calls,
    warnings: {
      ...warnings,
      /** Says it once; later ones of the same function and text are the same fault. */
      add(warning: Warning): void {
        const key = `${warning.function ?? ''} ${warning.text}`;
        if (said.has(key)) return;
        if (said.size < KEPT) said.add(key);
        warnings.add(warning);
        log(warning.function === null ? `warning: ${warning.text}` : `[${warning.function}] warning: ${warning.text}`);
      },
    },
    queries: {
      ...queries,
      add(entry: QueryEntry): void {
        queries.add(entry);
        addUp(shapes, entry);
      },
      /** `examined`, `answered` and `ms` are sums. Those that took the longest in all come first. */
      shapes: (): readonly ShapeEntry[] => [...shapes.values()].sort((one, other) => other.ms - one.ms),
    },
    clear(): void {
      for (const list of [calls, queries, warnings]) list.clear();
      shapes.clear();
      said.clear();
    },
  };
}

function addUp(shapes: Map<string, ShapeEntry>, { at, ...entry }: QueryEntry): void {
  const key = `${entry.collection} ${entry.action} ${entry.shape} ${entry.index ?? ''}`;
  const known = shapes.get(key);
  if (known === undefined && shapes.size >= KEPT) return;
  shapes.set(key, {
    ...entry,
    lastAt: at,
    times: (known?.times ?? 0) + 1,
    slowestMs: Math.max(known?.slowestMs ?? 0, entry.ms),
    examined: (known?.examined ?? 0) + entry.examined,
    answered: (known?.answered ?? 0) + entry.answered,
    ms: (known?.ms ?? 0) + entry.ms,
  });
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
