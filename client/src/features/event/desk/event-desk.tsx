import type { EventId } from '@contract/ids';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { go, replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Column, Columns } from '@/ui/columns';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import { AnswerPanel } from './answer-panel';
import { CopyPanel } from './copy-panel';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import { doorOf } from './door';
import { ExportsPanel } from './exports-panel';
import { FiguresPanel } from './figures-panel';
import { HeadPanel } from './head-panel';
import { LifecyclePanel } from './lifecycle-panel';
import { MessagePanel } from './message-panel';
import { HistoryPanel, WordsPanel } from './told-panels';
import type { EventDesk } from './use-event-desk';
import { livingOf, useEventDesk } from './use-event-desk';
import { useExporting } from './use-exporting';
import { useLifecycle } from './use-lifecycle';
import { useMessaging } from './use-messaging';

const at = classes(styles);

/** The desk of whoever looks after an event. Give it the event's id as key. */
export function EventDeskBoard({ eventId }: { readonly eventId: EventId }) {
  const { question, refresh } = useEventDesk(eventId);
  // Whoever receives people at the door has no other business here, and goes where they have.
  if (question.at === 'refused' && question.refusal === 'not-allowed') {
    const action = { label: deskText.ways.host, onPress: () => replaceWith('host', { id: eventId }) };
    return <Empty title={deskText.hostsTitle} about={question.text} action={action} />;
  }
  return (
    <Asked question={question} skeletonRows={6}>
      {(desk) => <DeskSheet desk={desk} refresh={refresh} />}
    </Asked>
  );
}

function DeskSheet({ desk, refresh }: { readonly desk: EventDesk; readonly refresh: () => Promise<void> }) {
  const { event, figures, may, words, history, ratingCase } = desk;
  const { eventId } = event;
  const life = useLifecycle(eventId, livingOf(figures), refresh);
  const messaging = useMessaging(eventId, refresh);
  const exporting = useExporting(eventId, refresh);
  return (
    <Columns>
      <Column>
        <HeadPanel event={event} />
        {ratingCase === null ? null : (
          <View>
            <AnswerPanel key={ratingCase} caseId={ratingCase} hasWords={words.length > 0} reread={refresh} />
            <WordsPanel words={words} />
          </View>
        )}
        <Ways desk={desk} />
        <LifecyclePanel desk={desk} life={life} />
        <FiguresPanel desk={desk} />
      </Column>
      <Column>
        {may.message ? <MessagePanel messaging={messaging} /> : null}
        <ExportsPanel desk={desk} exporting={exporting} />
        {ratingCase === null ? <WordsPanel words={words} /> : null}
        <CopyPanel eventId={eventId} />
        <HistoryPanel history={history} />
      </Column>
    </Columns>
  );
}

/** Where one goes from here; receiving people first, since that is done in a hurry once people come. */
function Ways({ desk: { event, may } }: { readonly desk: EventDesk }) {
  const words = deskText.ways;
  const id = { id: event.eventId };
  const isDraft = event.state === 'draft';
  const door = doorOf(event, Date.now());
  return (
    <View>
      {door.at === 'open' ? (
        <View className={at('action')}>
          <Button onPress={() => go('host', id)}>{words.host}</Button>
        </View>
      ) : null}
      <Rows label={words.title}>
        {door.at === 'later' ? (
          <Row title={words.host} about={words.hostFrom(momentText(door.opensAt))} onPress={() => go('host', id)} />
        ) : null}
        {isDraft ? null : (
          <Row title={words.registrants} about={words.registrantsAbout} onPress={() => go('registrants', id)} />
        )}
        {may.edit ? <Row title={words.edit} onPress={() => go('editEvent', id)} /> : null}
        {event.seriesId === null ? null : (
          <Row title={words.series} onPress={() => go('editSeries', { id: event.seriesId ?? '' })} />
        )}
        {event.seriesId === null ? null : (
          <Row
            title={words.attendance}
            about={words.attendanceAbout}
            onPress={() => go('seriesAttendance', { id: event.seriesId ?? '' })}
          />
        )}
        {isDraft ? null : <Row title={words.page} about={words.pageAbout} onPress={() => go('event', id)} />}
        {event.places === 'draw' && !isDraft ? (
          <Row title={words.draw} about={words.drawAbout} onPress={() => go('draw', id)} />
        ) : null}
      </Rows>
    </View>
  );
}
