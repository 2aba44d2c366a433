import type { ArticleLine } from '@contract/article';
import type { EpochMs } from '@contract/time';
import { fullDayOf } from '@/calendar-words';
import { go } from '@/routes';
import { Row } from '@/ui/rows';
import { kindNames } from './article-copy';

/** `11月20日`, with its year where that is another. */
function dayWords(at: EpochMs, now: number): string {
  const [day, today] = [fullDayOf(at), fullDayOf(now as EpochMs)];
  const year = day.slice(0, 'yyyy年'.length);
  return today.startsWith(year) ? day.slice(year.length) : day;
}

/** One line of what was published: what, by whom, when. */
export function ArticleRow({ article }: { readonly article: ArticleLine }) {
  const { articleId, kind, title, office, publishedAt } = article;
  return (
    <Row
      title={title}
      about={[kindNames[kind], office, dayWords(publishedAt, Date.now())].join(' · ')}
      onPress={() => go('article', { id: articleId })}
    />
  );
}
