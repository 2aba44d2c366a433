import type { ArticleLine } from '@contract/article';
import { dateOf, dayOf } from '@/features/event/event-time';
import { go } from '@/routes';
import { Row } from '@/ui/rows';
import { kindNames } from './article-copy';

/** One line of what was published: what, by whom, when. */
export function ArticleRow({ article }: { readonly article: ArticleLine }) {
  const { articleId, kind, title, office, publishedAt } = article;
  return (
    <Row
      title={title}
      about={[kindNames[kind], office, dateOf(dayOf(publishedAt), Date.now())].join(' · ')}
      onPress={() => go('article', { id: articleId })}
    />
  );
}
