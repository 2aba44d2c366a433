import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { writingIn } from '../../articles/article-address';
import { articleFormText } from '../../articles/article-copy';
import { ArticleWriting } from '../../articles/article-writing';

/** Writing something for everybody or about a station, or putting right what is there. */
export default function EditArticlePage() {
  const writing = writingIn(useRouter().params);
  return (
    <StaffScreen title={writing.what === 'known' ? articleFormText.editTitle : articleFormText.title}>
      <ArticleWriting writing={writing} />
    </StaffScreen>
  );
}
