import * as z from 'zod/mini';
import type { Excerpt } from '../runtime/database';
import { ShiftRecord } from './shift-records';

/** What lists of shifts are made of: no log, no checklists, no notes. */
const fields = {
  _id: true,
  state: true,
  title: true,
  who: true,
  stationId: true,
  stationName: true,
  street: true,
  address: true,
  place: true,
  startsAt: true,
  endsAt: true,
  needs: true,
  places: true,
  standby: true,
  standbyPlaces: true,
  releaseHours: true,
  scope: true,
  isCall: true,
  neighbours: true,
  listKey: true,
} as const;

export const SeenShift = z.pick(ShiftRecord, fields);
export type SeenShift = z.infer<typeof SeenShift>;
export const seenShift: Excerpt<SeenShift> = { schema: SeenShift, fields: Object.keys(fields) };
