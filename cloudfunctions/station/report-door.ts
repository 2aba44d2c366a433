import type { PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay, startOfDay } from '../../types/time';
import { fingerprint } from '../runtime/sealed';
import { REPORT_DAYS, STATEMENTS_A_DAY, statementChange, testimony } from './door-round';
import { distanceBand } from './place';
import type { Statement, StationRecord } from './records';
import { doorReports, stations } from './records';
import type { Handler } from './scene';
import { openStationCase } from './station-cases';
import { readCode } from './station-code';
import { statusNow } from './view';

const DAY_MS = 24 * 3_600_000;
/** A round may be answered while somebody reports; then the report belongs to the next. */
const TRIES = 2;

/**
 * First what can be repeated, the station last: whoever gets no answer says it again, and nothing counts twice.
 * Usually five round trips, two of them at once.
 */
export const reportDoor: Handler<'reportDoor'> = async ({ stationId, says, place, code }, { now, personId }) => {
  const [first, recent] = await Promise.all([
    stations.get(stationId),
    doorReports.find(
      { reporterId: personId, at: { from: now - DAY_MS } },
      { order: [['at', 'desc']], limit: STATEMENTS_A_DAY + 1 },
    ),
  ]);
  if (first === null) return refuse('station-not-found');
  const read = code === null ? null : readCode(code, now);
  if (read?.ok === false) return read;
  if (read !== null && read.value.doorCode !== first.doorCode) return refuse('other-station');
  const shown = { code: read?.value.shown ?? null, band: distanceBand(place, first.place) };
  const elsewhere = recent.filter((report) => report.stationId !== stationId).length;
  const heard = testimony(says, shown, elsewhere, now);
  if (!heard.ok) return heard;

  let station: StationRecord | null = first;
  for (let attempt = 0; attempt < TRIES && station !== null; attempt += 1) {
    const corrected = await enter(station, heard.value, personId, now);
    if (corrected !== null) return agree({ status: statusNow(corrected, now), reportedAt: now });
    const current: StationRecord | null = await stations.get(stationId);
    // The very same was written this millisecond: a double tap, and nothing to change.
    if (current?.live.round === station.live.round) return agree({ status: statusNow(current, now), reportedAt: now });
    station = current;
  }
  return refuse('changed-meanwhile');
};

/** @returns the station as it stands with the statement, or null when its round was answered meanwhile */
async function enter(
  station: StationRecord,
  statement: Statement,
  reporterId: PersonId,
  now: EpochMs,
): Promise<StationRecord | null> {
  const { _id: stationId, live } = station;
  const reportId = `${stationId}:${live.round}:${reporterId}`;
  const purgeAt = startOfDay(addDays(shanghaiDay(now), REPORT_DAYS));
  const { says } = statement;
  const report = {
    _id: reportId,
    stationId,
    name: station.name,
    round: live.round,
    reporterId,
    says,
    at: now,
    purgeAt,
  };
  if ((await doorReports.insert(report)) === 'duplicate')
    await doorReports.update({ _id: reportId }, { set: { says, at: now } });
  if (says === 'locked') await openStationCase(station, 'locked-door', live.round, null, now);
  const key = fingerprint(`witness:${stationId}:${live.round}`, reporterId).slice(0, 22);
  const change = statementChange(live, key, statement, now);
  const attention = says === 'locked' ? { attention: station.scope } : {};
  const outcome = await stations.update(
    { _id: stationId, 'live.round': live.round },
    { ...change, set: { ...change.set, ...attention } },
  );
  if (outcome !== 'updated') return null;
  return { ...station, live: { ...live, statements: { ...live.statements, [key]: statement } } };
}
