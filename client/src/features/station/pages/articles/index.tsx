import type { ArticleKind } from '@contract/article';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { usePages } from '@/use-pages';
import { stationOf } from '../../articles/article-address';
import { articleText } from '../../articles/article-copy';
import { ArticleRow } from '../../articles/article-row';
import { KindSwitch } from '../../articles/kind-switch';

/** What the unions published for everybody, or about one station. */
export default function ArticlesPage() {
  const stationId = stationOf(useRouter().params);
  const [kind, setKind] = useState<ArticleKind | null>(null);
  const { question, first, more } = usePages('station.listArticles', { kind, stationId });
  const mayPublish = stationId === null && first?.mayPublish === true;
  return (
    <Screen
      title={stationId === null ? articleText.title : articleText.stationTitle}
      footer={mayPublish ? <Button onPress={() => go('editArticle')}>{articleText.publish}</Button> : undefined}
    >
      {stationId === null ? <KindSwitch kind={kind} onChange={setKind} /> : null}
      <Asked
        question={question}
        skeletonRows={5}
        empty={<Empty title={articleText.none} about={articleText.noneAbout} />}
      >
        {(articles) => (
          <Rows>
            {articles.map((article) => (
              <ArticleRow key={article.articleId} article={article} />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
    </Screen>
  );
}
