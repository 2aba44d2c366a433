import { SlotId } from '../../types/match-sitting';
import type { StudioForm } from '../../types/match-sitting';
import type { ShanghaiDay } from '../../types/time';
import { EpochMs, startOfDay } from '../../types/time';
import type { Slot } from './sitting-records';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const TABLES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
/** A day of ten tables with ten minutes each would be a crowd, and a document that nobody can save quickly. */
export const MOST_A_DAY = 400;

export type Hours = Pick<StudioForm, 'from' | 'until' | 'slotMinutes' | 'tables'>;
export type Slots = Readonly<Record<string, Slot>>;

/** When conversations of a sitting begin, minutes after midnight; what does not fit before its end is left out. */
export function timesOf({ from, until, slotMinutes }: Hours): number[] {
  const count = Math.max(0, Math.floor((until - from) / slotMinutes));
  return Array.from({ length: count }, (_, nth) => from + nth * slotMinutes);
}

/** Whether a studio can sit at these hours: at least one conversation fits, and not more than a day can hold. */
export function hoursFit(hours: Hours): boolean {
  const places = timesOf(hours).length * hours.tables;
  return places > 0 && places <= MOST_A_DAY;
}

/** `0900a` */
export const slotIdOf = (minute: number, table: string): SlotId =>
  SlotId.parse(`${two(Math.floor(minute / HOUR_MINUTES))}${two(minute % HOUR_MINUTES)}${table}`);

export const tableOf = (slotId: string): string => slotId.slice(-1);

export const isTaken = ({ state }: Pick<Slot, 'state'>): boolean => state !== 'free';

export const freeSlot = ({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): Slot => ({
  startsAt,
  endsAt,
  state: 'free',
  personId: null,
  profileId: null,
  named: null,
});

/**
 * The slots of a day by these hours, and what is already taken on it: whatever is taken stays, and what is free follows
 * the hours. At no time are more places offered than there are tables, those that are taken counted.
 *
 * @param hours null for a day on which the studio sits no more: nothing is offered
 */
export function fittedSlots(day: ShanghaiDay, hours: Hours | null, present: Slots = {}): Record<string, Slot> {
  const taken = Object.entries(present).filter(([, slot]) => isTaken(slot));
  const fresh = hours === null ? [] : timesOf(hours).flatMap((minute) => offered(day, minute, hours, taken));
  return Object.fromEntries([...taken, ...fresh].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function offered(
  day: ShanghaiDay,
  minute: number,
  { slotMinutes, tables }: Hours,
  taken: readonly (readonly [string, Slot])[],
): [string, Slot][] {
  const startsAt = EpochMs.parse(startOfDay(day) + minute * MINUTE_MS);
  const endsAt = EpochMs.parse(startsAt + slotMinutes * MINUTE_MS);
  const busy = new Set(
    taken.filter(([, slot]) => slot.startsAt < endsAt && slot.endsAt > startsAt).map(([slotId]) => tableOf(slotId)),
  );
  return TABLES.filter((table) => !busy.has(table))
    .slice(0, Math.max(0, tables - busy.size))
    .map((table) => [slotIdOf(minute, table), freeSlot({ startsAt, endsAt })]);
}

const two = (count: number): string => String(count).padStart(2, '0');
