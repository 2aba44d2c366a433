import type { PersonId, ShiftId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Transaction } from '../runtime/database';
import { indexed } from './shift-index';
import type { ShiftLine } from './shift-records';
import { ShiftRecord } from './shift-records';
import type { Engagement } from './volunteer-records';
import { VolunteerRecord } from './volunteer-records';

/** So many acts a shift remembers. */
const LINES_KEPT = 60;
/** Engagements are kept so long after they ended: rest is counted from them, and one reads one's last month. Milliseconds. */
const DIARY_KEPT_MS = 31 * 86_400_000;

export const readShift = (tx: Transaction, id: ShiftId): Promise<ShiftRecord | null> =>
  tx.get('shifts', ShiftRecord, id);

export const readVolunteer = (tx: Transaction, id: PersonId): Promise<VolunteerRecord | null> =>
  tx.get('volunteers', VolunteerRecord, id);

/** Writes a shift whole, with what is derived from it. The transaction sees to it that nobody wrote in between. */
export async function keepShift(tx: Transaction, shift: ShiftRecord, now: EpochMs): Promise<ShiftRecord> {
  const kept = written(shift, now);
  const { _id, ...fields } = kept;
  await tx.update('shifts', _id, { set: fields });
  return kept;
}

/** Writes what somebody has taken on; what is long over is left out. */
export async function keepDiary(
  tx: Transaction,
  volunteer: VolunteerRecord,
  diary: VolunteerRecord['diary'],
  now: EpochMs,
): Promise<void> {
  const kept = Object.entries(diary).filter(([, { endsAt }]) => endsAt > now - DIARY_KEPT_MS);
  await tx.update('volunteers', volunteer._id, { set: { diary: Object.fromEntries(kept) } });
}

/** A diary with one shift more. */
export const withEngagement = (
  { diary }: VolunteerRecord,
  { _id, startsAt, endsAt }: Pick<ShiftRecord, '_id' | 'startsAt' | 'endsAt'>,
  isStandby: boolean,
): VolunteerRecord['diary'] => ({ ...diary, [_id]: { startsAt, endsAt, isStandby } satisfies Engagement });

/** A diary with one shift less. */
export const withoutEngagement = ({ diary }: VolunteerRecord, id: ShiftId): VolunteerRecord['diary'] =>
  Object.fromEntries(Object.entries(diary).filter(([shiftId]) => shiftId !== id));

/** A shift as it is stored after a change. */
export const written = (shift: ShiftRecord, now: EpochMs): ShiftRecord =>
  indexed({ ...shift, turn: shift.turn + 1, log: shift.log.slice(-LINES_KEPT) }, now);

/** A line of a shift's history. */
export const line = (
  act: ShiftLine['act'],
  at: EpochMs,
  more: Partial<Omit<ShiftLine, 'act' | 'at'>> = {},
): ShiftLine => ({
  act,
  at,
  number: null,
  by: null,
  reason: null,
  ...more,
});
