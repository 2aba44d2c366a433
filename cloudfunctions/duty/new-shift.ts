import type { ShiftId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { RosterRecord } from './roster-records';
import { indexed } from './shift-index';
import type { ShiftRecord } from './shift-records';
import type { RuledShift } from './template-shifts';

/** What a shift takes from its roster beside its own rule. */
export type Ruled = Pick<RosterRecord, 'form' | 'ground'>;

/** A shift that nobody has taken yet. */
export const newShift = (id: ShiftId, rule: RuledShift, { form, ground }: Ruled, now: EpochMs): ShiftRecord =>
  indexed(
    {
      _id: id,
      ...rule,
      needs: [...rule.needs],
      ...ground,
      ...termsOf(form),
      state: 'planned',
      places: {},
      standby: {},
      isCall: false,
      opening: null,
      closing: null,
      visitors: 0,
      incidents: [],
      note: null,
      log: [],
      told: [],
      effects: [],
      turn: 0,
    },
    now,
  );

export const termsOf = ({ releaseHours, swapNeedsHead }: Ruled['form']) => ({ releaseHours, swapNeedsHead });
