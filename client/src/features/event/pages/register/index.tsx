import type { EventId } from '@contract/ids';
import Taro, { useRouter } from '@tarojs/taro';
import { back, replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { showRefusals } from '../../detail/event-copy';
import { eventIdIn } from '../../event-address';
import { isLiving } from '../../own/kept-own';
import { formWords } from '../../register/register-copy';
import { CannotRegister, RegisterSheet } from '../../register/register-sheet';

/** Registering for one event. */
export default function RegisterPage() {
  const eventId = eventIdIn(useRouter().params);
  const { question } = useQuestion('event.show', eventId === null ? null : { eventId }, showRefusals);
  if (question.at === 'loaded') {
    const { event, viewer } = question.value;
    const mayRegister = viewer.notNow === null && (viewer.own === null || !isLiving(viewer.own));
    const Sheet = mayRegister ? RegisterSheet : CannotRegister;
    return <Sheet event={event} viewer={viewer} onLeave={() => leaveFor(event.eventId)} />;
  }
  return (
    <Screen title={formWords.title}>
      {eventId === null ? (
        <Notice tone="info">{showRefusals['event-not-found']}</Notice>
      ) : (
        <Asked question={question} skeletonRows={6}>
          {() => null}
        </Asked>
      )}
    </Screen>
  );
}

/** The event's page lies below this one, unless this one was opened by its address. */
function leaveFor(eventId: EventId): void {
  if (Taro.getCurrentPages().length > 1) back();
  else replaceWith('event', { id: eventId });
}
