import type { EpochMs } from '@contract/time';
import { dayOf } from '../event-time';

/** China has one time zone and no summer time. Milliseconds. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** A day and a time of it as they stand in their fields: `2026-11-27`, `09:30`; empty while not chosen. */
export type MomentDraft = { readonly day: string; readonly time: string };

export const noMoment: MomentDraft = { day: '', time: '' };

export const momentDraft = (at: EpochMs | number): MomentDraft => ({
  day: dayOf(at),
  time: new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16),
});

/** The instant that was chosen; null while something is missing. */
export function instantOf({ day, time }: MomentDraft): EpochMs | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const at = Date.parse(`${day}T${time}:00Z`) - SHANGHAI_OFFSET_MS;
  return Number.isNaN(at) ? null : (at as EpochMs);
}
