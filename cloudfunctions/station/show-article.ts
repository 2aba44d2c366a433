import { agree, refuse } from '../../types/result';
import { standingOf } from '../member/standing';
import { LAST_OF_DAYS, isOver } from './article';
import { lineOf } from './article-lists';
import { articles } from './article-records';
import type { Handler } from './scene';
import { EDITORS, PUBLISHERS } from './scene';

/** Two round trips at once: the article, and whether whoever asks may change it. */
export const showArticle: Handler<'showArticle'> = async ({ articleId }, { now, personId }) => {
  const [article, standing] = await Promise.all([
    articles.get(articleId),
    personId === null ? null : standingOf(personId, now),
  ]);
  if (article === null || article.state === 'withdrawn') return refuse('article-not-found');
  const { body, lastDay, station, revision, history, scope } = article;
  return agree({
    ...lineOf(article),
    body,
    lastDay: lastDay === LAST_OF_DAYS ? null : lastDay,
    isOver: isOver(article, now),
    station,
    revision,
    changedAt: history.findLast(({ act }) => act === 'edited')?.at ?? null,
    mayEdit: standing?.covers(scope, station === null ? PUBLISHERS : EDITORS) ?? false,
  });
};
