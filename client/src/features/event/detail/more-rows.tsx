import type { EventDetail } from '@contract/event-view';
import type { EventId, SeriesId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { SharePress } from '@/platform/share';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button, buttonClass } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import { useSay } from '@/ui/toast';
import { useQuestion } from '@/use-question';
import { dayHeading, dayOf, clock } from '../event-time';
import { seatWords } from '../event-words';
import { eventWords } from './event-copy';
import styles from './event.module.scss';
import { useCalendar } from './use-calendar';

const at = classes(styles);

export type MoreRowsProps = {
  readonly event: EventDetail;
  readonly isStaff: boolean;
  /** The page's main button does it already. */
  readonly hasCalendarBelow: boolean;
  readonly now: number;
};

/** Where one goes on from an event. */
export function MoreRows({ event, isStaff, hasCalendarBelow, now }: MoreRowsProps) {
  const { eventId, seriesId, programme, places, commitment } = event;
  const [datesOpen, setDatesOpen] = useState(false);
  const hasDraw = places === 'draw' && commitment !== null;
  return (
    <View>
      {isStaff ? (
        <Rows>
          <Row title={eventWords.staff} onPress={() => go('eventDesk', { id: eventId })} />
        </Rows>
      ) : null}
      {seriesId === null && programme === null && !hasDraw ? null : (
        <Rows label={eventWords.more}>
          {hasDraw ? (
            <Row title={eventWords.draw} about={eventWords.drawAbout} onPress={() => go('draw', { id: eventId })} />
          ) : null}
          {programme === null ? null : (
            <Row title={programme} about={eventWords.programme} onPress={() => go('programme', { name: programme })} />
          )}
          {seriesId === null || datesOpen ? null : (
            <Row title={eventWords.otherDates} about={eventWords.otherDatesAbout} onPress={() => setDatesOpen(true)} />
          )}
        </Rows>
      )}
      {seriesId !== null && datesOpen ? <SeriesDates seriesId={seriesId} without={eventId} now={now} /> : null}
      <EventDeeds event={event} withCalendar={!hasCalendarBelow && event.endsAt > now && event.state !== 'cancelled'} />
    </View>
  );
}

/** Asked of the server when somebody wants to know. */
const seriesRefusals = { 'series-not-found': eventWords.noOtherDates } as const;

type SeriesDatesProps = { readonly seriesId: SeriesId; readonly without: EventId; readonly now: number };

function SeriesDates({ seriesId, without, now }: SeriesDatesProps) {
  const { question } = useQuestion('event.showSeries', { seriesId }, seriesRefusals);
  return (
    <Asked question={question}>
      {({ events }) => {
        const others = events.filter(({ eventId }) => eventId !== without);
        return others.length === 0 ? (
          <Empty title={eventWords.noOtherDates} />
        ) : (
          <Rows label={eventWords.otherDates}>
            {others.map((event) => (
              <Row
                key={event.eventId}
                title={`${dayHeading(dayOf(event.startsAt), now)} ${clock(event.startsAt)}`}
                about={event.title}
                value={seatWords(event, now).text}
                onPress={() => go('event', { id: event.eventId })}
              />
            ))}
          </Rows>
        );
      }}
    </Asked>
  );
}

/** For oneself, and for a workmate. */
function EventDeeds({ event, withCalendar }: { readonly event: EventDetail; readonly withCalendar: boolean }) {
  const say = useSay();
  const onCalendar = useCalendar(event);
  return (
    <View className={at('buttons')}>
      {withCalendar ? (
        <View className={at('half')}>
          <Button kind="secondary" onPress={onCalendar}>
            {eventWords.calendar}
          </Button>
        </View>
      ) : null}
      <View className={at('half')}>
        <SharePress
          className={buttonClass('secondary')}
          onCopied={(done) => say(done ? eventWords.shareCopied : eventWords.shareFailed)}
        >
          {eventWords.share}
        </SharePress>
      </View>
    </View>
  );
}
