import type { ShiftSummary } from '../../types/duty-shift';
import type * as z from 'zod/mini';
import { freeIn } from './shift-index';
import type { ShiftRecord } from './shift-records';

/** A shift as lists show it. */
export const shiftSummary = (shift: ShiftRecord): z.infer<typeof ShiftSummary> => ({
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
