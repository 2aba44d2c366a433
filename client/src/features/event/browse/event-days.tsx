import type { EventSummary } from '@contract/event-view';
import { View } from '@tarojs/components';
import { Heading, Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { EventCard } from '../event-card';
import { dayHeading } from '../event-time';
import styles from './browse.module.scss';
import { byDay } from './by-day';

const at = classes(styles);

/** Events to come, day by day. */
export const EventDays = ({ events, now }: { readonly events: readonly EventSummary[]; readonly now: number }) => (
  <View>
    {byDay(events, now).map(({ day, events: own }) => (
      <View key={day} className={at('day')}>
        <Heading level={2} className={at('date')}>
          {dayHeading(day, now)}
        </Heading>
        <Part role="list" label={dayHeading(day, now)}>
          {own.map((event) => (
            <EventCard key={event.eventId} event={event} now={now} isUnderDay />
          ))}
        </Part>
      </View>
    ))}
  </View>
);
