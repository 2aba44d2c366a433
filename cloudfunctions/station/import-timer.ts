import * as z from 'zod/mini';
import type { EpochMs } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import { headId } from './import-key';
import { importBatches, importHeads } from './import-records';
import { continueImport } from './import-steps';
import type { Allowance } from './recount';

/** Goes on with the import that waits longest, and past those whose rows are gone. @returns how many were moved on */
export async function finishImports(now: EpochMs, allowance: Allowance): Promise<number> {
  for (let moved = 0; ; moved += 1) {
    allowance.trips -= 1;
    const [head] = await importHeads.find(
      { unfinishedAt: { upTo: now } },
      { order: [['unfinishedAt', 'asc']], limit: 1 },
    );
    if (head === undefined) return moved;
    const { state } = await continueImport(head, allowance, now);
    if (state !== 'ended') return moved + 1;
  }
}

/** As many documents as one run clears. */
const BATCH = 60;

/** Drops rows whose time is over, but for those that are being written. @returns how many documents went */
export async function purgeImports(now: EpochMs, allowance: Allowance): Promise<number> {
  allowance.trips -= 1;
  const old = await importBatches.findParts({ purgeAt: { upTo: now } }, importParts, { limit: BATCH });
  if (old.length === 0) return 0;
  allowance.trips -= 1 + old.length;
  const heads = [...new Set(old.map(({ importKey }) => headId(importKey)))];
  const busy = await importHeads.find({ _id: { in: heads } }, { limit: heads.length });
  const kept = new Set(busy.filter(({ state }) => state === 'applying').map(({ importKey }) => importKey));
  const gone = old.filter(({ importKey }) => !kept.has(importKey));
  for (const { _id } of gone) await importBatches.remove(_id);
  return gone.length;
}

const ImportPart = z.object({ _id: z.string(), importKey: z.string() });
const importParts: Excerpt<z.infer<typeof ImportPart>> = { schema: ImportPart, fields: Object.keys(ImportPart.shape) };
