import { agree, refuse } from '../../types/result';
import { EpochMs, NEVER } from '../../types/time';
import { digestOf, headId, importOf } from './import-key';
import type { ImportBatch, ImportHead } from './import-records';
import { MOST_BATCHES, ROWS_KEPT_MS, importBatches, importHeads } from './import-records';
import { readRow } from './import-row';
import type { Handler } from './scene';

/** First the rows, under an id made of them, then their place in the head: what was checked can never change unseen. */
export const stageRows: Handler<'stageRows'> = async ({ importKey: key, nth, rows }, { now, personId }) => {
  if (nth >= MOST_BATCHES) return refuse('import-too-large');
  const importKey = importOf(personId, key);
  const purgeAt = EpochMs.parse(now + ROWS_KEPT_MS);
  const problems = rows.flatMap((row) => readRow(row).problems);
  const _id = `${importKey}:${digestOf(rows)}`;
  const batch: ImportBatch = { _id, importKey, rows: [...rows], lines: null, purgeAt };
  await importBatches.insert(batch);
  return (await enter(importKey, nth, _id, purgeAt)) ? agree({ problems }) : refuse('import-started');
};

async function enter(importKey: string, nth: number, batchId: string, purgeAt: EpochMs): Promise<boolean> {
  const _id = headId(importKey);
  const put = () =>
    importHeads.update(
      { _id, state: { in: ['staged', 'checked'] } },
      { set: { state: 'staged', [`batches.${nth}`]: batchId, checked: null, purgeAt }, increase: { revision: 1 } },
    );
  if ((await put()) === 'updated') return true;
  const first: ImportHead = {
    _id,
    importKey,
    state: 'staged',
    revision: 1,
    batches: { [nth]: batchId },
    checked: null,
    progress: null,
    unfinishedAt: NEVER,
    purgeAt,
  };
  if ((await importHeads.insert(first)) === 'inserted') return true;
  return (await put()) === 'updated';
}
