import type { StationId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Standing } from '../member/standing';
import type { ListedStation } from '../station/directory';
import { listedStation } from '../station/directory';
import type { RosterRecord } from './roster-records';
import { rosters } from './roster-records';
import { HEADS } from './scene';

type AtHand = { readonly station: ListedStation; readonly roster: RosterRecord | null };

/** A station that the caller answers for, with its roster if it has one. Two round trips. */
export async function rosterAtHand(
  id: StationId,
  standing: Standing,
): Promise<Result<AtHand, 'station-not-found' | 'outside-your-unions'>> {
  const [station, roster] = await Promise.all([listedStation(id), rosters.get(id)]);
  if (station === null) return refuse('station-not-found');
  return standing.covers(station.scope, HEADS) ? agree({ station, roster }) : refuse('outside-your-unions');
}
