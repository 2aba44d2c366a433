import type { PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay, startOfDay } from '../../types/time';
import { REPORT_DAYS, STATEMENTS_A_DAY, statementChange, testimony, withEarlier } from './door-round';
import { distanceBand } from './place';
import type { DoorReport, Statement, StationRecord } from './records';
import { doorReports, stations } from './records';
import type { Handler } from './scene';
import { openStationCase } from './station-cases';
import { stationShown } from './station-shown';
import { statusNow } from './view';
import { witnessKey } from './visit-witness';

const DAY_MS = 24 * 3_600_000;
/** A round may be answered, or an old word come to life again, while somebody reports. */
const TRIES = 3;

/**
 * First what can be repeated, the station last: whoever gets no answer says it again, and nothing counts twice.
 * Usually five round trips.
 */
export const reportDoor: Handler<'reportDoor'> = async ({ stationId, says, place, code }, { now, personId }) => {
  const found = await stationShown({ code, stationId }, now);
  if (!found.ok) return found;
  const { station: first, shown } = found.value;
  const heard = testimony(says, { code: shown, band: distanceBand(place, first.place) }, now);
  if (!heard.ok) return heard;
  const report = reportOf(first, says, personId, now);
  if (!(await keep(report))) return refuse('reported-often');
  if (says === 'locked') await openStationCase(first, 'locked-door', first.live.round, null, now);

  let station: StationRecord | null = first;
  for (let attempt = 0; attempt < TRIES && station !== null; attempt += 1) {
    const key = witnessKey(stationId, station.live.round, personId);
    const statement = withEarlier(heard.value, station.live.statements[key], now);
    if (station.live.round !== first.live.round) return refuse('changed-meanwhile');
    const corrected = withStatement(station, key, statement);
    if (await enter(station, key, statement, now)) return agree({ status: statusNow(corrected, now), reportedAt: now });
    const current: StationRecord | null = await stations.get(stationId);
    // The very same was written this millisecond: a double tap, and nothing to change.
    if (current !== null && holds(current, key, statement))
      return agree({ status: statusNow(current, now), reportedAt: now });
    station = current;
  }
  return refuse('changed-meanwhile');
};

function reportOf(
  { _id: stationId, name, live }: StationRecord,
  says: Statement['says'],
  reporterId: PersonId,
  now: EpochMs,
): DoorReport {
  const purgeAt = startOfDay(addDays(shanghaiDay(now), REPORT_DAYS));
  const _id = `${stationId}:${live.round}:${reporterId}`;
  return { _id, stationId, name, round: live.round, reporterId, says, at: now, purgeAt };
}

/**
 * Keeps a report if it is of one of the first doors of the day. It is written first and counted after, so that forty at
 * once cannot each pass for the first. Two round trips.
 */
async function keep(report: DoorReport): Promise<boolean> {
  const { _id, reporterId, says, at } = report;
  if ((await doorReports.insert(report)) === 'duplicate') {
    await doorReports.update({ _id }, { set: { says, at } });
    return true;
  }
  const recent = await doorReports.find(
    { reporterId, at: { from: at - DAY_MS } },
    { order: [['at', 'desc']], limit: 5 * STATEMENTS_A_DAY },
  );
  const earlier = recent.filter((other) => other.at < at || (other.at === at && other._id < _id));
  const doors = new Set(earlier.map(({ stationId }) => stationId));
  if (doors.size < STATEMENTS_A_DAY || doors.has(report.stationId)) return true;
  await doorReports.remove(_id);
  return false;
}

async function enter(station: StationRecord, key: string, statement: Statement, now: EpochMs): Promise<boolean> {
  const { unless, change } = statementChange(station.live, key, statement, now);
  const attention = statement.says === 'locked' ? { attention: station.scope } : {};
  const outcome = await stations.update(
    { ...unless, _id: station._id, 'live.round': station.live.round },
    { ...change, set: { ...change.set, ...attention } },
  );
  return outcome === 'updated';
}

const withStatement = (station: StationRecord, key: string, statement: Statement): StationRecord => ({
  ...station,
  live: { ...station.live, statements: { ...station.live.statements, [key]: statement } },
});

function holds({ live }: StationRecord, key: string, { says, at }: Statement): boolean {
  const stored = live.statements[key];
  return stored !== undefined && stored.says === says && stored.at === at;
}
