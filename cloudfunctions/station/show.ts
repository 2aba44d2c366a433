import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { standingOf } from '../member/standing';
import type { PersonId } from '../../types/ids';
import { shelfOf } from './article';
import { lineOf, onShelf } from './article-lists';
import { detailOf } from './detail';
import type { StationRecord } from './records';
import type { Handler } from './scene';
import { EDITORS, TENDERS } from './scene';
import { stationShown } from './station-shown';
import { stocks } from './visit-records';

/** As many as one reads on the way to the door. */
const NEWS_SHOWN = 3;

/** One round trip for the station, then at once one each for who asks, what is left on the shelf and what is announced. */
export const show: Handler<'show'> = async ({ stationId, code }, { now, personId }) => {
  // A picked station is shown whatever code is held out beside it.
  const found = await stationShown(stationId === null ? { code, stationId } : { code: null, stationId }, now);
  if (!found.ok) return refuse(found.refusal === 'station-not-found' ? 'station-not-found' : 'code-unreadable');
  const { station } = found.value;
  const [viewer, stock, news] = await Promise.all([
    viewerOf(station, personId, now),
    station.waterQuota === null ? null : stocks.get(station._id),
    onShelf({ shelf: shelfOf(null, station._id), upTo: null, most: NEWS_SHOWN }, now),
  ]);
  return agree(detailOf(station, viewer, { bottles: stock?.bottles ?? 0, news: news.map(lineOf) }, now));
};

async function viewerOf({ scope }: StationRecord, personId: PersonId | null, now: EpochMs) {
  if (personId === null) return { mayTend: false, mayEdit: false };
  const standing = await standingOf(personId, now);
  return { mayTend: standing.covers(scope, TENDERS), mayEdit: standing.covers(scope, EDITORS) };
}
