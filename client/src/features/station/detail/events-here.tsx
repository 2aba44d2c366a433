import type { EventSummary } from '@contract/event-view';
import type { StationId } from '@contract/ids';
import { useEffect, useState } from 'react';
import { call } from '@/cloud';
import { momentOf } from '@/features/event/event-time';
import { seatWords } from '@/features/event/event-words';
import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { detailWords } from './detail-copy';

/** As many as one reads on the way to the door. */
const MOST = 3;

/** What is on here next. Asked once the page stands; where nobody can say, it says nothing. */
export function EventsHere({ stationId }: { readonly stationId: StationId }) {
  const [events, setEvents] = useState<readonly EventSummary[]>([]);
  useEffect(() => {
    let gone = false;
    const anything = { from: null, kind: null, street: null, programme: null };
    void call('event.browse', { ...anything, stationId }).then((answer) => {
      if (answer.ok && !gone) setEvents(answer.value.items);
    });
    return () => {
      gone = true;
    };
  }, [stationId]);
  if (events.length === 0) return null;
  const now = Date.now();
  return (
    <Rows label={detailWords.events}>
      {events.slice(0, MOST).map((event) => (
        <Row
          key={event.eventId}
          title={event.title}
          about={[momentOf(event.nextAt, now), seatWords(event, now).text].join(' · ')}
          onPress={() => go('event', { id: event.eventId })}
        />
      ))}
      {events.length > MOST ? <Row title={detailWords.moreEvents} onPress={() => go('events')} /> : null}
    </Rows>
  );
}
