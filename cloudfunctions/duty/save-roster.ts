import { isDeepStrictEqual } from 'node:util';
import type { RosterForm } from '../../types/duty-roster';
import { agree, refuse } from '../../types/result';
import { applyRoster, nextTry } from './apply-roster';
import { groundOf } from './ground';
import { rosterAtHand } from './roster-at-hand';
import type { RosterRecord } from './roster-records';
import { rosters } from './roster-records';
import type { Handler } from './scene';
import { problemsOf } from './template-shifts';

/** So many shifts one call changes, within its round trips; what is beyond follows with the timer. */
const MOST_CHANGES = 200;

/** Five round trips, and those of `applyRoster`. */
export const saveRoster: Handler<'saveRoster'> = async ({ stationId, revision, form }, { now, standing }) => {
  const found = await rosterAtHand(stationId, standing);
  if (!found.ok) return found;
  const { station, roster: before } = found.value;
  const stored = before?.revision ?? 0;
  // The same wish came before, and its answer was lost: what it left undone is done.
  const isAgain = isOf(before, revision, form);
  if (!isAgain && stored !== revision) return refuse('changed-meanwhile');
  const problems = problemsOf(form);
  if (problems.length > 0) return refuse('times-wrong', problems);

  const after: RosterRecord = {
    _id: stationId,
    revision: revision + 1,
    form,
    ground: await groundOf(station),
    // Until its shifts are as it says: a call that dies leaves everything to the timer.
    madeUpTo: null,
    makeAt: nextTry(now),
  };
  // A button pressed twice: its twin was quicker, and both do the rest.
  if (!(await isStored(before, after)) && !isOf(await rosters.get(stationId), revision, form))
    return refuse('changed-meanwhile');
  const { made, changed, calledOff, kept, later } = await applyRoster(
    after,
    { by: standing.name, at: now },
    MOST_CHANGES,
  );
  return agree({ revision: after.revision, made, changed, calledOff, kept: [...kept], later });
};

/** Whether the roster is what this wish made of it. */
const isOf = (roster: RosterRecord | null, revision: number, form: RosterForm): boolean =>
  roster?.revision === revision + 1 && isDeepStrictEqual(roster.form, form);

async function isStored(before: RosterRecord | null, after: RosterRecord): Promise<boolean> {
  if (before === null) return (await rosters.insert(after)) === 'inserted';
  const { _id, ...set } = after;
  return (await rosters.update({ _id, revision: before.revision }, { set })) === 'updated';
}
