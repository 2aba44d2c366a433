import { agree, refuse } from '../../types/result';
import { cardHolder } from '../member/standing';
import { stations } from './records';
import type { Handler } from './scene';
import { TENDERS } from './scene';
import { countVisit } from './visit-count';

/**
 * A home shares its door with members of every union, or lets in those of its own unions; either way the card is looked
 * up as it stands now. What the member does for a living is not asked of the roll.
 */
export const admitMember: Handler<'admitMember'> = async ({ stationId, cardCode }, { now, personId, standing }) => {
  const station = await stations.get(stationId);
  if (station === null) return refuse('station-not-found');
  if (!standing.covers(station.scope, TENDERS)) return refuse('outside-your-unions');
  const found = await cardHolder(cardCode, personId, now);
  if (!found.ok) return found;
  const holder = found.value;
  if (!holder.valid) return refuse('card-not-valid');
  const isOwn = holder.unionId !== null && station.scope.includes(holder.unionId);
  if (!isOwn && !station.features.includes('shared-home')) return refuse('not-a-shared-home');
  const visit = await countVisit({ station, visitor: holder.personId, evidence: 'card', occupation: null, at: now });
  const { maskedName, unionName, state } = holder;
  return agree({ maskedName, unionName, state, visitedAt: visit.at, isNew: visit.isNew });
};
