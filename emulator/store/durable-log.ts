import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';

export type DurableLog = ReturnType<typeof openDurableLog>;

type Waiting = { readonly commit: number; readonly resolve: () => void; readonly reject: (error: Error) => void };

const nothingToWaitFor = Promise.resolve();

/**
 * Brings commits from SQLite's write-ahead log to the disk, as many at once as have come together.
 *
 * SQLite itself would wait for the disk at each commit, and everybody with it. Here a commit is written, the next one is
 * written while the disk is still at work, and whoever asked is answered when theirs has arrived: the promise of
 * `synchronous=FULL` at a fraction of its price.
 *
 * @param file the log's file; undefined where nothing is to last
 * @param fail what to make of a disk that could not: what was written may be gone, though we still see it
 */
export function openDurableLog(file: string | undefined, fail: (reason: Error) => Error) {
  const descriptor = file === undefined ? undefined : openSync(file, 'r+');
  let commits = 0;
  let safe = 0;
  let failure: Error | undefined;
  let isBusy = false;
  let isClosing = false;
  let waiting: Waiting[] = [];

  const arrived = (commit: number, reason: Error | null): void => {
    if (reason === null) safe = Math.max(safe, commit);
    else failure ??= fail(reason);
    const done = waiting.filter((one) => failure !== undefined || one.commit <= safe);
    waiting = waiting.filter((one) => failure === undefined && one.commit > safe);
    for (const { resolve, reject } of done) {
      if (failure === undefined) resolve();
      else reject(failure);
    }
  };

  const refuseAfterFailure = (): void => {
    if (failure !== undefined) throw failure;
  };

  const flush = (): void => {
    if (descriptor === undefined || safe === commits || failure !== undefined || isClosing) {
      isBusy = false;
      return;
    }
    const reached = commits;
    fdatasync(descriptor, (reason) => {
      arrived(reached, reason);
      if (isClosing) closeSync(descriptor);
      else flush();
    });
  };

  return {
    /** A commit has been written. */
    written(): void {
      if (descriptor === undefined) return;
      commits += 1;
      if (isBusy) return;
      isBusy = true;
      // What else this turn of the event loop brings can go with it.
      setImmediate(flush);
    },

    /** Resolves when every commit so far will survive loss of power; rejects when that can no longer be. */
    settled(): Promise<void> {
      if (failure !== undefined) return Promise.reject(failure);
      if (descriptor === undefined || safe === commits) return nothingToWaitFor;
      return new Promise((resolve, reject) => waiting.push({ commit: commits, resolve, reject }));
    },

    /** The same for whoever cannot wait. */
    settleNow(): void {
      refuseAfterFailure();
      if (descriptor === undefined || safe === commits) return;
      arrived(commits, syncNow(descriptor));
      refuseAfterFailure();
    },

    close(): void {
      if (descriptor === undefined || isClosing) return;
      isClosing = true;
      if (!isBusy) closeSync(descriptor);
    },
  };
}

function syncNow(descriptor: number): Error | null {
  try {
    fdatasyncSync(descriptor);
    return null;
  } catch (reason) {
    return reason as Error;
  }
}
