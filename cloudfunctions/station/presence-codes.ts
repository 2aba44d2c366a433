import { agree, refuse } from '../../types/result';
import { stations } from './records';
import type { Handler } from './scene';
import { TENDERS } from './scene';
import { rotatingCodes } from './station-code';

export const presenceCodes: Handler<'presenceCodes'> = async ({ stationId }, { now, standing }) => {
  const station = await stations.get(stationId);
  if (station === null) return refuse('station-not-found');
  if (!standing.covers(station.scope, TENDERS)) return refuse('outside-your-unions');
  return agree({ stationId, name: station.name, codes: rotatingCodes(station.doorCode, now), asOf: now });
};
