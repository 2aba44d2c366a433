/** One line per call for people who develop: what, how long, how often the database was asked. Never what was sent. */
export type CallEntry = {
  readonly at: string;
  readonly function: string;
  readonly action: string | null;
  readonly ms: number;
  readonly roundTrips: number;
  readonly outcome: 'ok' | 'error';
};

const KEPT = 200;

export function callLog() {
  let entries: readonly CallEntry[] = [];
  return {
    add(entry: CallEntry): void {
      entries = [...entries, entry].slice(-KEPT);
    },
    list: (): readonly CallEntry[] => entries,
  };
}
