import { isDeepStrictEqual } from 'node:util';
import type { ShanghaiDay } from '../../types/time';
import { EpochMs } from '../../types/time';
import { sittingDays } from './sitting-days';
import { dueOf } from './sitting-moments';
import type { Sitting } from './sitting-records';
import { sittingIdOf } from './sitting-records';
import type { Hours } from './slots-of-day';
import { fittedSlots } from './slots-of-day';
import type { Studio } from './studio-records';

type Planned = Pick<Studio, '_id' | 'form'>;

/**
 * What is missing of a studio's next four weeks, and which of its days are otherwise than its hours say.
 *
 * Today is left as it is: people may be on their way.
 */
export function sittingPlan(
  { _id, form }: Planned,
  present: readonly Sitting[],
  today: ShanghaiDay,
): { readonly fresh: readonly Sitting[]; readonly unfit: readonly Sitting[] } {
  const there = new Set(present.map(({ day }) => day));
  return {
    fresh: sittingDays(form.weekday, today)
      .filter((day) => !there.has(day))
      .map((day) => newSitting(_id, day, form)),
    unfit: present.filter((sitting) => sitting.day > today && fittedSitting(sitting, form, today) !== sitting),
  };
}

/**
 * A day to come as the hours want it: appointments that are made stand, free places follow the hours. A day on which
 * the studio sits no more, or that has become a holiday, offers nothing beside the appointments that are made.
 *
 * @returns the same where nothing changes; null where nothing is left of it
 */
export function fittedSitting(sitting: Sitting, form: Studio['form'], today: ShanghaiDay): Sitting | null {
  if (sitting.isCalledOff) return sitting;
  const isWanted = sittingDays(form.weekday, today).includes(sitting.day);
  const slots = fittedSlots(sitting.day, isWanted ? form : null, sitting.slots);
  if (isDeepStrictEqual(slots, sitting.slots)) return sitting;
  return Object.keys(slots).length === 0 ? null : withSlots(sitting, slots);
}

function newSitting(studioId: Studio['_id'], day: ShanghaiDay, hours: Hours): Sitting {
  const blank = { _id: sittingIdOf(studioId, day), studioId, day, people: [], isCalledOff: false, reason: null };
  const bounds = { startsAt: EpochMs.parse(0), endsAt: EpochMs.parse(0), dueAt: EpochMs.parse(0) };
  return withSlots({ ...blank, ...bounds, slots: {}, told: [], revision: 1 }, fittedSlots(day, hours));
}

function withSlots(sitting: Sitting, slots: Sitting['slots']): Sitting {
  const all = Object.values(slots);
  const startsAt = EpochMs.parse(Math.min(...all.map((slot) => slot.startsAt)));
  const endsAt = EpochMs.parse(Math.max(...all.map((slot) => slot.endsAt)));
  const after = { ...sitting, slots, startsAt, endsAt };
  return { ...after, dueAt: dueOf(after) };
}
