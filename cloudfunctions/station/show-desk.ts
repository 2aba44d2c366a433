import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { stations } from './records';
import type { Handler } from './scene';
import { EDITORS, TENDERS } from './scene';
import { standardScores } from './standard-score';
import { printedCode } from './station-code';
import { statusNow } from './view';
import { stationUse, stocks } from './visit-records';

/** Three round trips beside the caller's standing, two of them at once. Nobody's name is in it. */
export const showDesk: Handler<'showDesk'> = async ({ stationId }, { now, standing }) => {
  const station = await stations.get(stationId);
  if (station === null) return refuse('station-not-found');
  if (!standing.covers(station.scope, TENDERS)) return refuse('outside-your-unions');
  const today = shanghaiDay(now);
  const [stock, use] = await Promise.all([
    station.waterQuota === null ? null : stocks.get(stationId),
    stationUse.get(`${stationId}:${today.slice(0, 7)}`),
  ]);
  const { closure, live, facilities, features, waterQuota } = station;
  return agree({
    stationId,
    name: station.name,
    status: statusNow(station, now),
    closure: closure !== null && now < closure.until ? closure : null,
    reports: Object.values(live.statements).sort((one, other) => other.at - one.at),
    awaitsAnswer: live.awaitsAnswer === true,
    facilities,
    bottles: waterQuota === null ? null : (stock?.bottles ?? 0),
    visitsToday: use?.days[today.slice(8)] ?? 0,
    mayEdit: standing.covers(station.scope, EDITORS),
    doorCode: printedCode(station.doorCode),
    isShared: features.includes('shared-home'),
    scores: standardScores(station),
  });
};
