import { useRouter } from '@tarojs/taro';
import { useSharing } from '@/platform/share';
import { toTop } from '@/platform/to-top';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { eventWords, showRefusals } from '../../detail/event-copy';
import { EventSheet, OwnEventSheet } from '../../detail/event-sheet';
import { useEvent } from '../../detail/use-event';
import { eventIdIn } from '../../event-address';

/** Everything of one event, and what one may do about it. */
export default function EventPage() {
  const eventId = eventIdIn(useRouter().params);
  const { question, refresh } = useEvent(eventId);
  // How things stand is said at the top.
  const onChanged = () => {
    toTop();
    void refresh();
  };
  const shown = question.at === 'loaded' ? question.value : null;
  useSharing(
    shown === null
      ? null
      : { title: shown.event.title, path: `/features/event/pages/event/index?id=${shown.event.eventId}` },
  );
  if (shown !== null) {
    const { event, viewer } = shown;
    const parts = { event, viewer, now: Date.now(), onChanged };
    return viewer.own === null ? <EventSheet {...parts} /> : <OwnEventSheet {...parts} own={viewer.own} />;
  }
  return (
    <Screen title={eventWords.title} footer={<Button onPress={() => go('events')}>{eventWords.toEvents}</Button>}>
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
