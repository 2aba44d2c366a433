import { useRouter } from '@tarojs/taro';
import { useMinute } from '@/features/duty/use-minute';
import { eventIdIn } from '@/features/event/event-address';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { mixerText as text, showRefusals } from '../../mixer/mixer-copy';
import { MixerSheet } from '../../mixer/mixer-sheet';

/** One's number at a mixer, and the card of choices. */
export default function MixerPage() {
  const eventId = eventIdIn(useRouter().params);
  const now = useMinute();
  const { question, refresh } = useQuestion(
    'matchmaking.showMixer',
    eventId === null ? null : { eventId },
    showRefusals,
  );
  if (question.at === 'loaded') return <MixerSheet mixer={question.value.mixer} now={now} onChanged={refresh} />;
  const isNotYet = question.at === 'refused' && question.refusal === 'mixer-not-found';
  return (
    <Screen title={text.title}>
      {eventId === null ? (
        <Empty title={text.unknown} about={text.unknownAbout} />
      ) : isNotYet ? (
        <Empty
          title={text.notYet}
          about={text.notYetAbout}
          action={{ label: text.look, onPress: () => void refresh() }}
        />
      ) : (
        <Asked question={question} skeletonRows={5}>
          {() => null}
        </Asked>
      )}
    </Screen>
  );
}
