import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { momentOf } from '@/features/event/event-time';
import { seatWords } from '@/features/event/event-words';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Row, Rows } from '@/ui/rows';
import { useQuestion } from '@/use-question';
import { detailWords } from './detail-copy';

/** As many as one reads on the way to the door. */
const MOST = 3;

export type EventsHereProps = { readonly stationId: StationId };

/** What is on here next. Asked at a tap: most people came for water. */
export function EventsHere({ stationId }: EventsHereProps) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <NextEvents stationId={stationId} />;
  return (
    <Rows>
      <Row title={detailWords.events} about={detailWords.eventsAbout} onPress={() => setWanted(true)} />
    </Rows>
  );
}

function NextEvents({ stationId }: EventsHereProps) {
  const { question } = useQuestion('event.browse', {
    from: null,
    kind: null,
    street: null,
    programme: null,
    stationId,
  });
  const now = Date.now();
  return (
    <View>
      <Asked question={question} skeletonRows={2}>
        {({ items }) => (
          <Rows label={detailWords.events}>
            {items.slice(0, MOST).map((event) => (
              <Row
                key={event.eventId}
                title={event.title}
                about={[momentOf(event.nextAt, now), seatWords(event, now).text].join(' · ')}
                onPress={() => go('event', { id: event.eventId })}
              />
            ))}
            {items.length > 0 && items.length <= MOST ? null : (
              <Row
                title={items.length === 0 ? detailWords.noEvents : detailWords.moreEvents}
                about={items.length === 0 ? detailWords.noEventsAbout : undefined}
                onPress={() => go('events')}
              />
            )}
          </Rows>
        )}
      </Asked>
    </View>
  );
}
