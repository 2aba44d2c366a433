import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { verdictOn } from './import-check';
import { readFacts } from './import-facts';
import { headId, importOf } from './import-key';
import { MOST_BATCHES, PROBLEMS_TOLD, ROWS_KEPT_MS, importHeads } from './import-records';
import type { Handler } from './scene';

export const checkImport: Handler<'checkImport'> = async ({ importKey: key, batches }, { now, personId, standing }) => {
  const head = await importHeads.get(headId(importOf(personId, key)));
  if (head === null) return refuse('import-not-found');
  // Begun already: the check that it began with stands.
  if (head.progress !== null && head.checked !== null) return agree({ ...head.checked, problems: [] });
  const places = Array.from({ length: Math.min(batches, MOST_BATCHES) }, (_, nth) => String(nth));
  const ids = places.flatMap((nth) => head.batches[nth] ?? []);
  if (ids.length < batches) return refuse('batches-missing');
  const facts = await readFacts(ids);
  if (facts === null) return refuse('batches-missing');
  const { problems, added, changed, unchanged, digest } = verdictOn(facts, standing);
  const rows = facts.rows.flat().length;
  const isClean = problems.length === 0;
  const checked = { digest, batches: ids, rows, added, changed, unchanged, isClean };
  const purgeAt = EpochMs.parse(now + ROWS_KEPT_MS);
  // Rows that were staged meanwhile want a check of their own: this one's answer is still what was found.
  await importHeads.update(
    { _id: head._id, revision: head.revision },
    { set: { state: 'checked', checked, purgeAt }, increase: { revision: 1 } },
  );
  return agree({ added, changed, unchanged, problems: problems.slice(0, PROBLEMS_TOLD) });
};
