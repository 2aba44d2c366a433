import type { EventDetail, EventViewer, OwnRegistration } from '@contract/event-view';
import { View } from '@tarojs/components';
import { Heading } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { Cover } from '../cover';
import { kindName, seatWords } from '../event-words';
import { eventWords, knownBefore, knownSince } from './event-copy';
import styles from './event.module.scss';

const at = classes(styles);

export type EventHeadProps = {
  readonly event: EventDetail;
  readonly now: number;
  /** Whoever has a place, or waits for one, reads of that and not of the places left. */
  readonly withSeats: boolean;
  /** Said to whoever registered, where it was called off. */
  readonly sorry?: string | undefined;
};

/** What it is, at a glance. */
export function EventHead({ event, now, withSeats, sorry }: EventHeadProps) {
  const seats = seatWords(event, now);
  const isOff = event.state === 'cancelled';
  return (
    <View>
      <Cover name={event.cover} large />
      <View className={at('kind')}>{kindName(event.kind)}</View>
      <Heading level={2} className={at('title')}>
        {event.title}
      </Heading>
      {withSeats && !isOff ? (
        <View className={at('seats')}>
          <Tag tone={seats.tone}>{seats.text}</Tag>
        </View>
      ) : null}
      {isOff ? (
        <Notice tone="danger" title={eventWords.cancelled}>
          {event.cancelReason}
          {sorry === undefined ? null : <View>{sorry}</View>}
        </Notice>
      ) : null}
    </View>
  );
}

/** What staff wrote, as text and nothing else. */
export const EventText = ({ text }: { readonly text: string }) =>
  text === '' ? null : (
    <Panel title={eventWords.about}>
      {text.split('\n').map((line, nth) => (
        <View key={nth} className={at('line')}>
          {line}
        </View>
      ))}
    </Panel>
  );

type KnownBeforeProps = { readonly event: EventDetail; readonly viewer: EventViewer; readonly now: number };

/** What somebody should know before they tap. */
export const KnownBefore = ({ event, viewer, now }: KnownBeforeProps) => (
  <Points title={eventWords.before} lines={knownBefore(event, viewer, now)} />
);

type KnownSinceProps = { readonly event: EventDetail; readonly own: OwnRegistration; readonly now: number };

/** What somebody who registered looks up again: until when to cancel, how the list goes. */
export const KnownSince = ({ event, own, now }: KnownSinceProps) => (
  <Points title={eventWords.since} lines={knownSince(event, own, now)} />
);

const Points = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <Panel title={title}>
    {lines.map((line) => (
      <View key={line} className={at('point')}>
        {line}
      </View>
    ))}
  </Panel>
);
