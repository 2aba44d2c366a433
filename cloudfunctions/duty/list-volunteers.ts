import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { notMine } from './duty-rules';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { audienceOf, stationTag } from './shift-index';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';
import { stationAtHand } from './station-at-hand';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';
import { dayNo, dayStart, overlapMs, weekStart } from './wall-hours';

const MOST = 300;
const MINUTE_MS = 60_000;

/** Volunteers of a station; where a shift is to be filled, everybody to whom it is open, those of the station first. */
export const listVolunteers: Handler<'listVolunteers'> = async ({ stationId, forShift }, { now, standing }) => {
  const [station, shift] = await Promise.all([
    stationAtHand(stationId, standing),
    forShift === null ? null : shifts.get(forShift),
  ]);
  if (!station.ok) return station;
  if (forShift !== null && shift?.stationId !== stationId) return refuse('shift-not-found');
  const tags = [...new Set([stationTag(stationId), ...(shift === null ? [] : audienceOf(shift))])];
  const found = await volunteers.find({ tags: { in: tags } }, { order: [['number', 'asc']], limit: MOST });
  const shown = found.filter(({ state }) => state !== 'left' && state !== 'declined');
  return agree({
    volunteers: [...shown]
      .sort((one, other) => Number(other.stationId === stationId) - Number(one.stationId === stationId))
      .map((volunteer) => line(volunteer, standing.covers(volunteer.scope, HEADS), shift, now)),
  });
};

/** @param isOurs of another union's volunteers a head reads what colleagues call them, until they have come */
const line = (volunteer: VolunteerRecord, isOurs: boolean, shift: ShiftRecord | null, now: EpochMs) => ({
  number: volunteer.number,
  name: isOurs ? volunteer.name : volunteer.calledName,
  calledName: (isOurs ? volunteer.heldName : null) ?? volunteer.calledName,
  state: volunteer.state,
  skills: volunteer.skills,
  since: volunteer.since,
  weekMinutes: weekMinutes(volunteer, shift?.startsAt ?? now),
  notTheirs: shift === null ? [] : notMine(shift, null, volunteer, now),
});

/** What somebody has taken on from that Monday to Sunday; standing by is no service. */
function weekMinutes({ diary }: VolunteerRecord, at: EpochMs): number {
  const monday = weekStart(dayNo(at));
  const taken = Object.values(diary).filter(({ isStandby }) => !isStandby);
  const sum = taken.reduce((all, span) => all + overlapMs(span, dayStart(monday), dayStart(monday + 7)), 0);
  return Math.floor(sum / MINUTE_MS);
}
