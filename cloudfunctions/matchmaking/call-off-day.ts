import { agree, refuse } from '../../types/result';
import { studiosOf } from './bench-door';
import type { Handler } from './scene';
import { settleCalledOff } from './settle-called-off';
import { sittingIdOf, sittings } from './sitting-records';
import { studios } from './studio-records';

/**
 * First nobody can book any more, then everybody who has a time is told and may book anew. Sent again, it goes on.
 *
 * Eight round trips, five where nobody has a time.
 *
 * The studio's matchmaker may, and whoever keeps its hours: nobody is named here.
 */
export const callOffDay: Handler<'callOffDay'> = async ({ studioId, day, reason }, { now, standing }) => {
  const studio = await studios.get(studioId);
  if (studio === null) return refuse('studio-not-found');
  const may = studiosOf(standing).includes(studioId) || standing.covers(studio.scope, ['clerk', 'administrator']);
  if (!may) return refuse('outside-your-studio');
  const sittingId = sittingIdOf(studioId, day);
  const before = await sittings.get(sittingId);
  if (before === null) return refuse('no-such-time');
  if (!before.isCalledOff && before.startsAt <= now) return refuse('begun-already');
  if (!before.isCalledOff)
    await sittings.update(
      { _id: sittingId, isCalledOff: false },
      { set: { isCalledOff: true, reason, dueAt: now }, increase: { revision: 1 } },
    );
  // Whoever was quicker than that is on it, and is told.
  const sitting = await sittings.get(sittingId);
  if (sitting === null) return refuse('no-such-time');
  if (sitting.people.length > 0) await settleCalledOff(sitting, studio.form.name, now);
  return agree({ told: sitting.people.length });
};
