import type { SlotView } from '@contract/match-sitting';
import type { ShanghaiDay } from '@contract/time';
import type { ValueFor } from '@/use-question';

type Day = ValueFor<'matchmaking.listSittings'>['days'][number];
export type FreeDay = { readonly day: ShanghaiDay; readonly slots: readonly SlotView[] };

const freeOf = ({ slots, isCalledOff }: Day): readonly SlotView[] =>
  isCalledOff ? [] : slots.filter(({ free }) => free > 0);

/** Days with a time that can be booked, each with those times alone. */
export const freeDays = (days: readonly Day[]): readonly FreeDay[] =>
  days.map((day) => ({ day: day.day, slots: freeOf(day) })).filter(({ slots }) => slots.length > 0);

/** Days to come that nobody can book, and why. */
export const otherDays = (
  days: readonly Day[],
): readonly { readonly day: ShanghaiDay; readonly isCalledOff: boolean }[] =>
  days.filter((day) => freeOf(day).length === 0).map(({ day, isCalledOff }) => ({ day, isCalledOff }));
