import { agree, refuse } from '../../types/result';
import type { Result } from '../../types/result';
import { stationContract } from '../../types/station';
import { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { IMPORTERS, verdictOn } from './import-check';
import { readFacts } from './import-facts';
import { headId, importOf } from './import-key';
import type { ImportHead, Progress } from './import-records';
import { importHeads } from './import-records';
import { GRACE_MS, continueImport } from './import-steps';
import { parentsOf } from './recount';
import type { Handler } from './scene';

export const applyImport: Handler<'applyImport'> = async ({ importKey: key }, { now, personId, standing }) => {
  const allowance = { trips: stationContract.applyImport.roundTrips - TRIPS_BEFORE };
  const head = await importHeads.get(headId(importOf(personId, key)));
  if (head === null) return refuse('import-not-found');
  const begun = head.progress === null ? await begin(head, standing, now) : agree(head);
  if (!begun.ok) return begun;
  // Looking at a large file once more takes a call of its own.
  const isLarge = head.progress === null && (head.checked?.rows ?? 0) > BEGUN_AND_WRITTEN;
  const { state, checked, progress } = isLarge ? begun.value : await continueImport(begun.value, allowance, now);
  if (state === 'ended') return refuse('import-not-found');
  const of = checked?.rows ?? 0;
  // Written and not yet counted is not done: whoever calls calls again.
  const done = state === 'done' ? of : Math.min(progress?.rows ?? 0, of - 1);
  return agree({ done, of, left: progress?.left ?? [] });
};

/** Rows that are looked at once more and written in the same call. */
const BEGUN_AND_WRITTEN = 1_000;

/** The caller, the head, and a whole check once more. */
const TRIPS_BEFORE = 42;

/** Looks at everything once more, and only where nothing changed since the check writes down what will be done. */
async function begin(
  head: ImportHead,
  standing: Standing,
  now: EpochMs,
): Promise<Result<ImportHead, 'import-has-problems' | 'import-outdated' | 'import-not-found'>> {
  const { checked } = head;
  if (head.state !== 'checked' || checked === null) return refuse('import-outdated');
  if (!checked.isClean) return refuse('import-has-problems');
  const facts = await readFacts(checked.batches);
  if (facts === null) return refuse('import-outdated');
  const verdict = verdictOn(facts, standing);
  if (verdict.digest !== checked.digest) return refuse('import-outdated');
  const own = standing.roles.filter(({ role }) => IMPORTERS.some((one) => one === role));
  const progress: Progress = {
    startedAt: now,
    by: standing.name,
    byId: standing.personId,
    offices: own.map(({ unionId, unionName }) => ({ unionId, name: unionName })),
    unions: [...facts.unions].map(([text, offices]) => ({ text, offices: [...offices] })),
    plan: verdict.plan.map((batch) => [...batch]),
    meant: [...verdict.meant],
    next: 0,
    rows: 0,
    left: [],
    tallies: wavesOf(verdict.touched),
  };
  const set = { state: 'applying' as const, progress, unfinishedAt: EpochMs.parse(now + GRACE_MS) };
  const outcome = await importHeads.update(
    { _id: head._id, revision: head.revision },
    { set, increase: { revision: 1 } },
  );
  if (outcome === 'updated') return agree({ ...head, ...set, revision: head.revision + 1 });
  // A double tap began it; anything else wants another check.
  const current = await importHeads.get(head._id);
  return current === null || current.progress === null ? refuse('import-outdated') : agree(current);
}

/** The finest squares and streets, then the squares that hold them, up to the largest. */
function wavesOf(touched: readonly string[]): string[][] {
  const waves: string[][] = [];
  for (let wave = [...touched]; wave.length > 0; wave = parentsOf(wave)) waves.push(wave);
  return waves;
}
