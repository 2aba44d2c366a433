import type { StationDetail } from '@contract/station-view';
import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { ArticleRow } from '../articles/article-row';
import { detailWords } from './detail-copy';

/** As many as the page is told of; there may be more. */
const MOST = 3;

/** What the station's staff announced lately. */
export function NewsRows({ station: { stationId, news } }: { readonly station: StationDetail }) {
  if (news.length === 0) return null;
  return (
    <Rows label={detailWords.news}>
      {news.map((article) => (
        <ArticleRow key={article.articleId} article={article} />
      ))}
      {news.length < MOST ? null : (
        <Row title={detailWords.newsAll} onPress={() => go('articles', { station: stationId })} />
      )}
    </Rows>
  );
}
