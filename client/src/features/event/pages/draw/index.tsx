import { useRouter } from '@tarojs/taro';
import { Asked } from '@/ui/asked';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { DrawBoard } from '../../draw/draw-board';
import { drawWords, showRefusals } from '../../draw/draw-words';
import { eventIdIn } from '../../event-address';

/** A draw that anybody can make again. */
export default function DrawPage() {
  const eventId = eventIdIn(useRouter().params);
  const { question } = useQuestion('event.showDraw', eventId === null ? null : { eventId, page: 0 }, showRefusals);
  return (
    <Screen title={drawWords.title}>
      {eventId === null ? (
        <Notice tone="info">{showRefusals['event-not-found']}</Notice>
      ) : (
        <Asked question={question} skeletonRows={6}>
          {(shown) => <DrawBoard shown={shown} />}
        </Asked>
      )}
    </Screen>
  );
}
