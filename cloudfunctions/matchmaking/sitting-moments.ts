import type { PersonId } from '../../types/ids';
import { EpochMs, endOfDay, startOfDay } from '../../types/time';
import type { Sitting } from './sitting-records';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** People are reminded at 18:00 of the day before. */
const REMIND_BEFORE_MS = 6 * HOUR_MS;
const KEPT_DAYS = 60;
const MARKED_DAYS = 7;

type Timed = Pick<Sitting, 'day' | 'endsAt' | 'slots' | 'people' | 'isCalledOff' | 'told'>;

export const remindAt = ({ day }: Pick<Sitting, 'day'>): EpochMs => EpochMs.parse(startOfDay(day) - REMIND_BEFORE_MS);
export const purgedAt = ({ day }: Pick<Sitting, 'day'>): EpochMs => EpochMs.parse(endOfDay(day) + KEPT_DAYS * DAY_MS);
/** Until then it can be said who came. */
export const markedUntil = ({ endsAt }: Pick<Sitting, 'endsAt'>): EpochMs =>
  EpochMs.parse(endsAt + MARKED_DAYS * DAY_MS);

export const REMINDED = 'tomorrow';
export const missedKey = (slotId: string): string => `missed:${slotId}`;

/** Who did not come and has not heard yet that it does not matter. */
export const untoldMissed = ({ slots, told }: Pick<Sitting, 'slots' | 'told'>): [slotId: string, to: PersonId][] =>
  Object.entries(slots).flatMap(([slotId, { state, personId }]): [string, PersonId][] =>
    state === 'missed' && personId !== null && !told.includes(missedKey(slotId)) ? [[slotId, personId]] : [],
  );

/** Everybody who is in a slot, each once. */
export const peopleIn = (slots: Sitting['slots']): PersonId[] => [
  ...new Set(Object.values(slots).flatMap(({ personId }) => (personId === null ? [] : [personId]))),
];

/**
 * When the timer looks at a sitting next: at once while somebody is to be told that it was called off; at 18:00 the day
 * before; after it, when somebody was marked as missed (a slip of the finger can be put right until then); and when it
 * is kept no longer.
 */
export function dueOf(sitting: Timed): EpochMs {
  const moments = [
    purgedAt(sitting),
    ...(sitting.isCalledOff && sitting.people.length > 0 ? [0] : []),
    ...(sitting.isCalledOff || sitting.told.includes(REMINDED) ? [] : [remindAt(sitting)]),
    ...(untoldMissed(sitting).length > 0 ? [sitting.endsAt] : []),
  ];
  return EpochMs.parse(Math.min(...moments));
}
