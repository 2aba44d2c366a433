import type { SeriesId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Standing } from '../member/standing';
import { ORGANISERS } from './scene';
import type { SeriesRecord } from './series-records';
import { serieses } from './series-records';

/** A series of the caller's union or of one below it. One round trip. */
export async function seriesAtHand(
  id: SeriesId,
  standing: Standing,
): Promise<Result<SeriesRecord, 'series-not-found' | 'outside-your-unions'>> {
  const series = await serieses.get(id);
  if (series === null) return refuse('series-not-found');
  return standing.covers(series.scope, ORGANISERS) ? agree(series) : refuse('outside-your-unions');
}
