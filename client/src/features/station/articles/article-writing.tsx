import type { ArticleId } from '@contract/ids';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { useQuestion } from '@/use-question';
import type { Writing } from './article-address';
import { articleFormText, articleText, showArticleRefusals } from './article-copy';
import { EditArticle, NewArticle } from './article-editor';

/** The form that an address asks for; where it cannot be read, none. */
export function ArticleWriting({ writing }: { readonly writing: Writing }) {
  if (writing.what === 'known') return <Loaded articleId={writing.articleId} />;
  if (writing.what === 'unreadable')
    return (
      <Empty
        title={articleFormText.unreadable}
        about={articleFormText.unreadableAbout}
        action={{ label: articleText.toAll, onPress: () => replaceWith('articles') }}
      />
    );
  return <NewArticle stationId={writing.what === 'about-station' ? writing.stationId : null} />;
}

function Loaded({ articleId }: { readonly articleId: ArticleId }) {
  const { question } = useQuestion('station.showArticle', { articleId }, showArticleRefusals);
  return (
    <Asked question={question} skeletonRows={6}>
      {(article) => <EditArticle key={articleId} article={article} />}
    </Asked>
  );
}
