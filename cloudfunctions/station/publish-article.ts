import type { StationId, UnionId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Standing } from '../member/standing';
import { unionsById } from '../member/standing';
import { articleIdOf, isDayPast, published } from './article';
import type { ArticleRecord } from './article-records';
import { articles } from './article-records';
import { stations } from './records';
import type { Handler } from './scene';
import { EDITORS, PUBLISHERS } from './scene';

/** Two round trips: whose it is, and the article. */
export const publishArticle: Handler<'publishArticle'> = async (wish, { now, standing, personId }) => {
  const { stationId, draft, requestKey } = wish;
  if (isDayPast(draft, now)) return refuse('day-past');
  const owner = stationId === null ? await ofUnion(standing) : await ofStation(stationId, standing);
  if (!owner.ok) return owner;
  const articleId = articleIdOf(personId, requestKey);
  // A duplicate is this very wish, whose answer was lost.
  await articles.insert(published({ _id: articleId, ...owner.value }, draft, { by: standing.name, at: now }));
  return agree({ articleId });
};

type Owner = Pick<ArticleRecord, 'station' | 'office' | 'scope'>;

/** In the name of the union whose clerk somebody is. */
async function ofUnion(standing: Standing): Promise<Result<Owner, 'clerks-only'>> {
  const [unionId] = standing.unionsAs(PUBLISHERS);
  if (unionId === undefined) return refuse('clerks-only');
  const [union] = await unionsById([unionId]);
  const scope: UnionId[] = union?.offices.map((office) => office.unionId) ?? [unionId];
  return agree({ station: null, office: standing.officeFor([unionId], PUBLISHERS), scope });
}

async function ofStation(
  stationId: StationId,
  standing: Standing,
): Promise<Result<Owner, 'station-not-found' | 'outside-your-unions'>> {
  const station = await stations.get(stationId);
  if (station === null) return refuse('station-not-found');
  const { scope, name } = station;
  if (!standing.covers(scope, EDITORS)) return refuse('outside-your-unions');
  return agree({ station: { stationId, name }, office: standing.officeFor(scope, EDITORS), scope });
}
