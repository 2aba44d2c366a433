import { agree, refuse } from '../../types/result';
import { edited, isDayPast, saysTheSame } from './article';
import { articleAtHand } from './article-at-hand';
import { articles } from './article-records';
import type { Handler } from './scene';

/** Two round trips beside the caller's standing. It stays where it stood in the lists. */
export const editArticle: Handler<'editArticle'> = async ({ articleId, revision, draft }, { now, standing }) => {
  const found = await articleAtHand(articleId, standing, now);
  if (!found.ok) return found;
  const { article, act } = found.value;
  if (article.state === 'withdrawn') return refuse('article-not-found');
  // Also where the answer of this very edit was lost.
  if (saysTheSame(article, draft)) return agree({ articleId });
  if (isDayPast(draft, now)) return refuse('day-past');
  const outcome = await articles.update(
    { _id: articleId, revision, state: 'published' },
    { set: { ...edited(article, draft, act), revision: revision + 1 } },
  );
  return outcome === 'updated' ? agree({ articleId }) : refuse('changed-meanwhile');
};
