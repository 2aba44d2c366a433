import { useRouter } from '@tarojs/taro';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { studioIdIn } from '../../bench/bench-address';
import { useStudio } from '../../home/use-studio';
import { sittingsText as text } from '../../sittings/sittings-copy';
import { SittingsSheet } from '../../sittings/sittings-sheet';

/** When one can sit down with a matchmaker. */
export default function SittingsPage() {
  const studioId = studioIdIn(useRouter().params);
  return studioId === null ? <OwnStudio /> : <SittingsSheet studioId={studioId} />;
}

/** A line of the inbox names no studio: it is the one of one's profile, or the first. */
function OwnStudio() {
  const { question } = useStudio(undefined);
  const studio = question.at === 'loaded' ? question.value.studio : null;
  if (studio !== null) return <SittingsSheet studioId={studio.studioId} />;
  return (
    <Screen title={text.title}>
      <Asked question={question} skeletonRows={5}>
        {() => <Empty title={text.noStudio} about={text.noStudioAbout} />}
      </Asked>
    </Screen>
  );
}
