import * as z from 'zod/mini';
import type { DutyPage } from '../../types/duty-tap';
import type { PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import type { StationAtWork } from '../station/at-work';
import { stationAtWork } from '../station/at-work';
import { mixOf } from './hours-sum';
import { CLOCK_IN_EARLY_MS } from './moments';
import { shelfLine } from './shelf';
import type { ShiftPlace } from './shift-records';
import { ShiftRecord, shifts } from './shift-records';
import { shiftSummary } from './shift-view';
import { arrivalEvidence, stretchesOf } from './stretches';
import { freshUpkeep } from './upkeep';
import type { UpkeepRecord } from './upkeep-records';
import { upkeeps } from './upkeep-records';

/** A note is read by the next shift, be it after a week's holidays. Milliseconds. */
const NOTE_LIVES_MS = 10 * 86_400_000;
/** Shifts before this one that may have left no note. */
const LOOKED_BACK = 8;

const Noted = z.pick(ShiftRecord, { _id: true, note: true, state: true });
const noted: Excerpt<z.infer<typeof Noted>> = { schema: Noted, fields: Object.keys(Noted.shape) };

/** What the page of somebody on duty is made of, beside the shift itself. */
export type Around = {
  readonly station: StationAtWork;
  readonly upkeep: UpkeepRecord | null;
  readonly lastNote: ShiftRecord['note'];
};

/** Three round trips at once; null where the station is no more. */
export async function aroundShift(
  { stationId, startsAt }: Pick<ShiftRecord, 'stationId' | 'startsAt'>,
  now: EpochMs,
): Promise<Around | null> {
  const [station, upkeep, before] = await Promise.all([
    stationAtWork(stationId, now),
    upkeeps.get(stationId),
    shifts.findParts({ stationId, startsAt: { from: startsAt - NOTE_LIVES_MS, before: startsAt } }, noted, {
      order: [['startsAt', 'desc']],
      limit: LOOKED_BACK,
    }),
  ]);
  if (station === null) return null;
  const lastNote = before.find(({ state, note }) => state !== 'called-off' && note !== null)?.note ?? null;
  return { station, upkeep, lastNote };
}

/** Whether somebody may see and do anything here: only those who have a place. */
export function placeOn(
  shift: ShiftRecord | null,
  personId: PersonId,
): Result<{ readonly shift: ShiftRecord; readonly place: ShiftPlace }, 'shift-not-found' | 'no-place' | 'called-off'> {
  if (shift === null) return refuse('shift-not-found');
  const place = shift.places[personId];
  if (place === undefined) return refuse('no-place');
  return shift.state === 'called-off' ? refuse('called-off') : agree({ shift, place });
}

export function dutyPage(
  shift: ShiftRecord,
  personId: PersonId,
  place: ShiftPlace,
  { station, upkeep, lastNote }: Around,
  now: EpochMs,
): DutyPage {
  const { stationId, stationName, scope } = shift;
  const shelf = upkeep ?? freshUpkeep({ stationId, stationName, scope });
  return {
    shift: shiftSummary(shift),
    role: place.role,
    state: place.state,
    mayClockInFrom: EpochMs.parse(shift.startsAt - CLOCK_IN_EARLY_MS),
    mayClockInUntil: shift.endsAt,
    clockedInAt: place.clockIn?.at ?? null,
    clockedOutAt: place.clockOut?.at ?? null,
    evidence: arrivalEvidence(place),
    minutes: mixOf(stretchesOf(shift, place)),
    colleagues: Object.entries(shift.places).map(([id, { number, calledName, role, state }]) => ({
      number,
      calledName,
      role,
      state,
      isSelf: id === personId,
    })),
    status: station.status,
    facilities: [...station.facilities],
    shelf: Object.values(shelf.items).map(shelfLine),
    openingDoneAt: shift.opening?.at ?? null,
    closingDoneAt: shift.closing?.at ?? null,
    visitors: shift.visitors,
    incidents: shift.incidents.length,
    lastNote,
    ownNote: shift.note?.words ?? null,
    asOf: now,
  };
}
