import type { UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { startOfDay } from '../../types/time';
import type { News } from '../notice/inbox';
import { tell } from '../notice/inbox';
import { TRIPS_OF_SETTLING, settleCalledOff } from './settle-called-off';
import { REMINDED, dueOf, missedKey, purgedAt, remindAt, untoldMissed } from './sitting-moments';
import { sittingNews } from './sitting-news';
import type { Sitting } from './sitting-records';
import { sittings } from './sitting-records';
import { studios } from './studio-records';

/** Days that one run takes on; the next takes the rest. */
const MOST_DAYS = 100;
/** Round trips of one run for its days. */
const TRIPS = 600;

/**
 * Reminders, kind words to whoever did not come, what is left of a day that was called off, and what is kept no longer.
 * One day's fault keeps none of the others from being seen to; then it is told.
 *
 * @returns how many days were due
 */
export async function sweepSittings(now: EpochMs): Promise<number> {
  const due = await sittings.find({ dueAt: { upTo: now } }, { order: [['dueAt', 'asc']], limit: MOST_DAYS });
  const nameOf = rememberedNames();
  const faults: unknown[] = [];
  let left = TRIPS;
  for (const sitting of due) {
    if (left < TRIPS_OF_SETTLING) break;
    try {
      left -= await sweepOne(sitting, nameOf, now);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return due.length;
}

type NameOf = (studioId: UnionId) => Promise<string>;

/** A studio's days share a name: it is asked for once in a run. */
function rememberedNames(): NameOf {
  const known = new Map<UnionId, Promise<string>>();
  const ask = async (studioId: UnionId): Promise<string> => (await studios.get(studioId))?.form.name ?? '';
  return (studioId) => {
    const asked = known.get(studioId) ?? ask(studioId);
    known.set(studioId, asked);
    return asked;
  };
}

/** Told is written last: a run that dies tells once more, and the inbox knows it already. @returns round trips */
async function sweepOne(sitting: Sitting, nameOf: NameOf, now: EpochMs): Promise<number> {
  if (purgedAt(sitting) <= now) {
    await sittings.remove(sitting._id);
    return 1;
  }
  if (sitting.isCalledOff && sitting.people.length > 0) {
    await settleCalledOff(sitting, await nameOf(sitting.studioId), now);
    return TRIPS_OF_SETTLING;
  }
  const { news, told } = await newsOf(sitting, nameOf, now);
  if (news.length > 0) await tell(news);
  const after = { ...sitting, told: [...sitting.told, ...told] };
  await sittings.update(
    { _id: sitting._id, revision: sitting.revision },
    { set: { told: after.told, dueAt: dueOf(after) }, increase: { revision: 1 } },
  );
  return 3;
}

async function newsOf(
  sitting: Sitting,
  nameOf: NameOf,
  now: EpochMs,
): Promise<{ readonly news: readonly News[]; readonly told: readonly string[] }> {
  const isReminder = !sitting.isCalledOff && !sitting.told.includes(REMINDED) && remindAt(sitting) <= now;
  // A timer that slept says nothing of tomorrow on the day itself.
  const isTomorrow = isReminder && now < startOfDay(sitting.day);
  const missed = sitting.endsAt <= now ? untoldMissed(sitting) : [];
  const people = isTomorrow ? sitting.people : [];
  const name = people.length + missed.length > 0 ? await nameOf(sitting.studioId) : '';
  return {
    news: [
      ...people.map((to) => sittingNews(sitting, name, 'sitting-tomorrow', to, now)),
      ...missed.map(([slotId, to]) => sittingNews(sitting, name, 'sitting-missed', to, now, slotId)),
    ],
    told: [...(isReminder ? [REMINDED] : []), ...missed.map(([slotId]) => missedKey(slotId))],
  };
}
