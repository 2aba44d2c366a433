import type { StationId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Standing } from '../member/standing';
import type { ListedStation } from '../station/directory';
import { listedStation } from '../station/directory';
import { HEADS } from './scene';

/** A station that the caller answers for. One round trip. */
export async function stationAtHand(
  id: StationId,
  standing: Standing,
): Promise<Result<ListedStation, 'station-not-found' | 'outside-your-unions'>> {
  const station = await listedStation(id);
  if (station === null) return refuse('station-not-found');
  return standing.covers(station.scope, HEADS) ? agree(station) : refuse('outside-your-unions');
}
