import type { SmallPhoto, TapRefusal } from '../../types/duty-tap';
import type { PersonId, WishId } from '../../types/ids';
import type { Result } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { StationAtWork } from '../station/at-work';
import { line } from './keeping';
import type { Effect, ShiftLine, ShiftPlace, ShiftRecord } from './shift-records';
import type { UpkeepRecord } from './upkeep-records';
import type { DutyClock } from './volunteer-records';

/** Everything that taps change. */
export type DutyState = {
  readonly shift: ShiftRecord;
  readonly upkeep: UpkeepRecord;
  /** Null for somebody who was never on duty. */
  readonly clock: DutyClock | null;
  readonly photos: readonly { readonly incidentId: WishId; readonly photo: SmallPhoto; readonly at: EpochMs }[];
};

/** What taps are judged by. */
export type DutyFacts = {
  readonly personId: PersonId;
  readonly now: EpochMs;
  readonly station: StationAtWork;
};

/** One act of a tap, at its time by our clock. */
export type Act<Did> = (state: DutyState, tapped: Did, at: EpochMs, facts: DutyFacts) => Result<DutyState, TapRefusal>;

/** The place of whoever taps: that it is there was seen to before. */
export function ownPlaceIn({ shift }: DutyState, personId: PersonId): ShiftPlace {
  const place = shift.places[personId];
  if (place === undefined) throw new Error('Somebody taps who has no place.');
  return place;
}

export const withShift = (state: DutyState, change: Partial<ShiftRecord>): DutyState => ({
  ...state,
  shift: { ...state.shift, ...change },
});

export const withPlace = (state: DutyState, personId: PersonId, place: ShiftPlace): DutyState =>
  withShift(state, { places: { ...state.shift.places, [personId]: place } });

export const withEffects = (state: DutyState, effects: readonly Effect[]): DutyState =>
  withShift(state, { effects: [...state.shift.effects, ...effects] });

export const withLine = (state: DutyState, ...said: Parameters<typeof line>): DutyState => {
  const told: ShiftLine = line(...said);
  return withShift(state, { log: [...state.shift.log, told] });
};

/** Whether somebody else of the shift is on duty. */
export const hasColleague = ({ shift }: DutyState, personId: PersonId): boolean =>
  Object.entries(shift.places).some(([id, { state }]) => id !== personId && state === 'on-duty');
