import type { ShiftSummary } from '../../types/duty-shift';
import { freeIn } from './shift-index';
import type { ShiftRecord } from './shift-records';

/** What a line of a list is made of. */
export type Summed = Pick<
  ShiftRecord,
  | '_id'
  | 'state'
  | 'title'
  | 'who'
  | 'stationId'
  | 'stationName'
  | 'street'
  | 'address'
  | 'startsAt'
  | 'endsAt'
  | 'needs'
  | 'places'
  | 'standby'
  | 'standbyPlaces'
>;

/** A shift as lists show it. */
export const shiftSummary = (shift: Summed): ShiftSummary => ({
  shiftId: shift._id,
  state: shift.state,
  title: shift.who === null ? shift.title : `${shift.title}·${shift.who}`,
  stationId: shift.stationId,
  stationName: shift.stationName,
  street: shift.street,
  address: shift.address,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  needs: shift.needs.map((need) => ({ ...need, free: freeIn(shift, need.role) })),
  standbyFree: Math.max(0, shift.standbyPlaces - Object.keys(shift.standby).length),
});
