import type { ArticleId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import type { ArticleAct, ArticleRecord } from './article-records';
import { articles } from './article-records';
import { EDITORS, PUBLISHERS } from './scene';

export type AtHand = {
  readonly article: ArticleRecord;
  /** Who changes it, in whose name. */
  readonly act: Pick<ArticleAct, 'by' | 'office' | 'at'>;
};

/** An article that somebody may change, taken back or not. One round trip. */
export async function articleAtHand(
  articleId: ArticleId,
  standing: Standing,
  now: EpochMs,
): Promise<Result<AtHand, 'article-not-found' | 'outside-your-unions'>> {
  const article = await articles.get(articleId);
  if (article === null) return refuse('article-not-found');
  const wanted = article.station === null ? PUBLISHERS : EDITORS;
  if (!standing.covers(article.scope, wanted)) return refuse('outside-your-unions');
  return agree({ article, act: { by: standing.name, office: standing.officeFor(article.scope, wanted), at: now } });
}
