import type { ArticleId } from '@contract/ids';
import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { Asked } from '@/ui/asked';
import { useQuestion } from '@/use-question';
import { articleIdIn, stationOf } from '../../articles/article-address';
import { articleFormText, showArticleRefusals } from '../../articles/article-copy';
import { EditArticle, NewArticle } from '../../articles/article-editor';

/** Writing something for everybody or about a station, or putting right what is there. */
export default function EditArticlePage() {
  const { params } = useRouter();
  const articleId = articleIdIn(params);
  return (
    <StaffScreen title={articleId === null ? articleFormText.title : articleFormText.editTitle}>
      {articleId === null ? <NewArticle stationId={stationOf(params)} /> : <Loaded articleId={articleId} />}
    </StaffScreen>
  );
}

function Loaded({ articleId }: { readonly articleId: ArticleId }) {
  const { question } = useQuestion('station.showArticle', { articleId }, showArticleRefusals);
  return (
    <Asked question={question} skeletonRows={6}>
      {(article) => <EditArticle key={articleId} article={article} />}
    </Asked>
  );
}
