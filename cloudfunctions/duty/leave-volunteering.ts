import type { PersonId, ShiftId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Stage } from './act-together';
import { actTogether } from './act-together';
import { engagedIn, shiftsById } from './list-own-shifts';
import { COUNTS_LATE_MS } from './moments';
import { ownSwaps } from './own-swaps';
import type { Changed } from './place-acts';
import { givenBack, unchanged } from './place-acts';
import { mayChangeHands } from './place-steps';
import type { Handler } from './scene';
import type { ShiftRecord } from './shift-records';
import { swaps } from './swap-records';
import { isUnderWay, settled } from './swap-rules';
import { tellPartner } from './swap-tellings';
import { leaving } from './volunteering';
import { volunteers } from './volunteer-records';

/** Shifts that one act gives back. */
const AT_ONCE = 12;

/**
 * First nothing more can be taken, then what was taken is given back. Sent again after a call that died, it goes on
 * where that one ended.
 */
export const leaveVolunteering: Handler<'leaveVolunteering'> = async (_input, { now, personId }) => {
  const volunteer = await volunteers.get(personId);
  if (volunteer === null) return refuse('not-a-volunteer');
  const found = await shiftsById(engagedIn(volunteer, now - COUNTS_LATE_MS));
  const own = [...found.values()];
  if (own.some(({ places }) => places[personId]?.state === 'on-duty')) return refuse('on-duty-now');
  if (volunteer.state !== 'left') await volunteers.update({ _id: personId }, { set: leaving(now) });
  const ids = own.filter((shift) => mayGiveBack(shift, personId)).map(({ _id }) => _id);
  for (let from = 0; from < ids.length; from += AT_ONCE) await giveBack(ids.slice(from, from + AT_ONCE), personId, now);
  await endSwaps(personId, now);
  return agree({ released: ids.length });
};

const mayGiveBack = ({ places, standby }: Pick<ShiftRecord, 'places' | 'standby'>, personId: PersonId): boolean => {
  const place = places[personId];
  return place === undefined ? Object.hasOwn(standby, personId) : mayChangeHands(place);
};

const giveBack = (ids: readonly ShiftId[], personId: PersonId, now: EpochMs) =>
  actTogether<never>(
    { shifts: ids, people: [personId], swap: null },
    (stage) => agree(allGivenBack(stage, personId, now)),
    now,
  );

function allGivenBack({ shifts, people }: Stage, personId: PersonId, now: EpochMs): Changed {
  const volunteer = people.get(personId);
  if (volunteer === undefined) return unchanged;
  return [...shifts.values()]
    .filter((shift) => mayGiveBack(shift, personId))
    .reduce<Changed>((changed, shift) => {
      const next = givenBack(shift, changed.people[0] ?? volunteer, now);
      return { shifts: [...changed.shifts, ...next.shifts], people: next.people };
    }, unchanged);
}

/** What was asked of others is withdrawn, what others asked is declined. */
async function endSwaps(personId: PersonId, now: EpochMs): Promise<void> {
  const open = (await ownSwaps(personId, now)).filter((swap) => isUnderWay(swap, now));
  for (const swap of open) {
    const isAsker = swap.from.personId === personId;
    const { state, waitingFor, lapsesAt } = settled(swap, isAsker ? 'withdrawn' : 'declined', now);
    const change = { set: { state, waitingFor, lapsesAt } };
    const outcome = await swaps.update({ _id: swap._id, state: swap.state }, change);
    if (outcome === 'updated' && !isAsker) await tellPartner(swap, 'declined', swap.from.personId, now);
  }
}
