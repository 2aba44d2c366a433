import { tell } from '../notice/inbox';
import type { Lot } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { eventAtHand } from './at-hand';
import { setCounts } from './guest-misses';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';
import { registrations } from './registration-records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';

/** Whoever decides first decides; saying the same again makes good what a crash left undone. */
export const decideExcuse: Handler<'decideExcuse'> = async ({ eventId, lot, isAgreed }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const row = await rowOf(found.value, lot);
  if (row === null) return refuse('not-registered');
  const missed = isAgreed ? 'excused' : 'counts';
  const isSaidAgain = row.excuse !== null && row.missed === missed;
  if (row.missed !== 'excuse-waits' && !isSaidAgain) return refuse('nothing-to-excuse');
  if (!isSaidAgain) {
    const outcome = await registrations.update(
      { _id: row._id, missed: 'excuse-waits' },
      { set: { missed }, increase: { revision: 1 } },
    );
    if (outcome !== 'updated') return refuse('nothing-to-excuse');
  }
  await setCounts(row.personId, eventId, !isAgreed);
  await tell([
    {
      to: row.personId,
      kind: 'excuse-answered',
      once: eventId,
      at: now,
      subject: found.value.title,
      eventId,
      when: found.value.startsAt,
      words: null,
    },
  ]);
  return agree({ missed });
};

async function rowOf({ _id }: EventRecord, lot: Lot): Promise<Registration | null> {
  const [row] = await registrations.find({ lot }, { limit: 1 });
  return row?.eventId === _id ? row : null;
}
