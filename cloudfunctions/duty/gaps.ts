import type { EpochMs } from '../../types/time';
import { GAP_STAGES_H } from './moments';
import { wantedOf } from './shift-index';
import type { ShiftRecord } from './shift-records';

const HOUR_MS = 3_600_000;

export type GapStage = 'later' | '72h' | '24h' | '4h' | 'now';
export type Gap = { readonly people: number; readonly stage: GapStage };

/** How near a shift is that still wants somebody; null where it wants nobody, or is over. */
export function gapStage(
  shift: Pick<ShiftRecord, 'state' | 'needs' | 'places' | 'startsAt' | 'endsAt'>,
  now: EpochMs,
): Gap | null {
  const people = wantedOf(shift);
  if (shift.state !== 'planned' || people === 0 || now >= shift.endsAt) return null;
  if (now >= shift.startsAt) return { people, stage: 'now' };
  const nearest = GAP_STAGES_H.filter((hours) => now >= shift.startsAt - hours * HOUR_MS).at(-1);
  return { people, stage: nearest === undefined ? 'later' : `${nearest}h` };
}
