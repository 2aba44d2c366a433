import { useRouter } from '@tarojs/taro';
import { Asked } from '@/ui/asked';
import { Screen } from '@/ui/screen';
import { homeText } from '../../home/home-copy';
import { StudioHome } from '../../home/studio-home';
import { useStudio } from '../../home/use-studio';

/** The matchmaking studio. */
export default function StudioPage() {
  const { params } = useRouter();
  const { question } = useStudio(params['id']);
  if (question.at === 'loaded') return <StudioHome home={question.value} />;
  return (
    <Screen title={homeText.title}>
      <Asked question={question} skeletonRows={5}>
        {() => null}
      </Asked>
    </Screen>
  );
}
