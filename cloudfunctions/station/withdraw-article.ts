import { agree, refuse } from '../../types/result';
import { withdrawn } from './article';
import { articleAtHand } from './article-at-hand';
import { articles } from './article-records';
import type { Handler } from './scene';

/** Two round trips beside the caller's standing. Whoever asks again hears the same. */
export const withdrawArticle: Handler<'withdrawArticle'> = async ({ articleId, revision }, { now, standing }) => {
  const found = await articleAtHand(articleId, standing, now);
  if (!found.ok) return found;
  const { article, act } = found.value;
  if (article.state === 'withdrawn') return agree({ articleId });
  const outcome = await articles.update(
    { _id: articleId, revision, state: 'published' },
    { set: { ...withdrawn(article, act), revision: revision + 1 } },
  );
  return outcome === 'updated' ? agree({ articleId }) : refuse('changed-meanwhile');
};
