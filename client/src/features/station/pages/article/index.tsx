import type { ArticleId } from '@contract/ids';
import { useRouter } from '@tarojs/taro';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { articleIdIn } from '../../articles/article-address';
import { articleText, showArticleRefusals } from '../../articles/article-copy';
import { ArticleSheet } from '../../articles/article-sheet';

/** One thing that a union published. */
export default function ArticlePage() {
  const articleId = articleIdIn(useRouter().params);
  const toAll = { label: articleText.toAll, onPress: () => replaceWith('articles') };
  return (
    <Screen title={articleText.one}>
      {articleId === null ? (
        <Empty title={articleText.unknown} about={articleText.unknownAbout} action={toAll} />
      ) : (
        <Loaded articleId={articleId} onAll={toAll.onPress} />
      )}
    </Screen>
  );
}

function Loaded({ articleId, onAll }: { readonly articleId: ArticleId; readonly onAll: () => void }) {
  const { question, refresh } = useQuestion('station.showArticle', { articleId }, showArticleRefusals);
  return (
    <>
      <Asked question={question} skeletonRows={6}>
        {(article) => <ArticleSheet article={article} onChanged={refresh} />}
      </Asked>
      {question.at === 'refused' ? <Button onPress={onAll}>{articleText.toAll}</Button> : null}
    </>
  );
}
