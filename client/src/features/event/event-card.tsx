import type { EventSummary } from '@contract/event-view';
import { View } from '@tarojs/components';
import { Part, Press } from '@/platform/elements';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import { Cover } from './cover';
import styles from './event-card.module.scss';
import { clock, dayOf, hoursOf, momentOf } from './event-time';
import type { SeatWords } from './event-words';
import { kindName, seatWords, whereOf } from './event-words';

const at = classes(styles);

export type EventCardProps = {
  readonly event: EventSummary;
  readonly now: number;
  /** The day stands above already. */
  readonly isUnderDay?: boolean;
  /** Where one stands oneself, in place of the places that are left. */
  readonly own?: SeatWords;
};

/** One event of a list: when, where, and whether one can still come. */
export function EventCard({ event, now, isUnderDay = false, own }: EventCardProps) {
  const { eventId, cover, kind, title, fee } = event;
  const seats = own ?? seatWords(event, now);
  const when = whenOf(event, now, isUnderDay);
  const where = whereOf(event);
  return (
    <Part role="listitem">
      <Press
        className={at('card')}
        label={[title, when, where, seats.text, fee].filter(Boolean).join('，')}
        onPress={() => go('event', { id: eventId })}
      >
        <Cover name={cover} />
        <View className={at('words')}>
          <View className={at('small')}>{kindName(kind)}</View>
          <View className={at('title')}>{title}</View>
          <View className={at('line')}>{when}</View>
          <View className={at('line')}>{where}</View>
          <View className={at('seats')}>
            <Tag tone={seats.tone}>{seats.text}</Tag>
            {fee === null ? null : <View className={at('small')}>{fee}</View>}
          </View>
        </View>
      </Press>
    </Part>
  );
}

/** Under its day the hours alone; what comes together several times says when next, and how many there are. */
function whenOf({ startsAt, endsAt, nextAt, sessions }: EventSummary, now: number, isUnderDay: boolean): string {
  const isToCome = isUnderDay && dayOf(nextAt) >= dayOf(now);
  if (sessions > 1) return `${isToCome ? clock(nextAt) : momentOf(nextAt, now)}，共 ${sessions} 次`;
  return isToCome ? hoursOf(startsAt, endsAt, now) : momentOf(startsAt, now);
}
