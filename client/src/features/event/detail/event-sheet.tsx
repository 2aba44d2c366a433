import type { EventDetail, EventViewer, OwnRegistration } from '@contract/event-view';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Row, Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { ExcusePanel } from '../own/excuse-panel';
import { isLiving } from '../own/kept-own';
import { LatePanel } from '../own/late-panel';
import { ownWords } from '../own/own-copy';
import { OwnPanel } from '../own/own-panel';
import { GivenRating, RatePanel } from '../own/rate-panel';
import { wordsOf } from '../own/own-words';
import { useAccepting } from '../own/use-accepting';
import { useGivingUp } from '../own/use-giving-up';
import { EventHead, EventText, KnownBefore, KnownSince } from './event-body';
import { eventWords } from './event-copy';
import { EventFacts } from './event-facts';
import { EventFooter, OfferFooter } from './event-footer';
import styles from './event.module.scss';
import { mainDeed } from './main-deed';
import { MoreRows } from './more-rows';

const at = classes(styles);

export type EventSheetProps = {
  readonly event: EventDetail;
  readonly viewer: EventViewer;
  readonly now: number;
  readonly onChanged: () => void;
};

/** An event as somebody sees it who has nothing to do with it yet. */
export function EventSheet({ event, viewer, now }: EventSheetProps) {
  return (
    <Screen title={eventWords.title} footer={<EventFooter event={event} viewer={viewer} now={now} givingUp={null} />}>
      <EventHead event={event} now={now} withSeats />
      <EventFacts event={event} now={now} />
      <EventText text={event.text} />
      {tellsBefore(event, viewer) ? <KnownBefore event={event} viewer={viewer} now={now} /> : null}
      <MoreRows event={event} isStaff={viewer.isStaff} hasCalendarBelow={false} now={now} />
    </Screen>
  );
}

const tellsBefore = ({ state }: EventDetail, { notNow }: EventViewer): boolean =>
  state !== 'cancelled' &&
  (notNow === null || notNow === 'not-open-yet' || notNow === 'sign-in-needed' || notNow === 'one-at-a-time');

/** An event as somebody sees it who registered for it once. */
export function OwnEventSheet({
  event,
  viewer,
  own,
  now,
  onChanged,
}: EventSheetProps & { readonly own: OwnRegistration }) {
  const givingUp = useGivingUp(own, onChanged);
  const accepting = useAccepting(own.eventId, onChanged);
  const deed = mainDeed(event, viewer, now);
  const footer =
    deed === null ? undefined : deed.do === 'offer' ? (
      <OfferFooter own={own} accepting={accepting} givingUp={givingUp} />
    ) : (
      <EventFooter event={event} viewer={viewer} now={now} givingUp={givingUp} />
    );
  return (
    <Screen title={eventWords.title} footer={footer}>
      <EventHead event={event} now={now} withSeats={!isLiving(own)} sorry={wordsOf(own, event, now).text} />
      <DeedNotice step={accepting.step} />
      <DeedNotice step={givingUp.step} />
      {event.state === 'cancelled' ? null : <OwnPanel own={own} event={event} now={now} />}
      {event.kind === 'mixer' && own.state === 'confirmed' && event.state !== 'cancelled' ? (
        <Rows>
          <Row
            title={eventWords.mixer}
            about={eventWords.mixerAbout}
            onPress={() => go('mixer', { id: event.eventId })}
          />
        </Rows>
      ) : null}
      {givingUp.isAskingWhy ? <LatePanel givingUp={givingUp} /> : null}
      {own.may.rate ? <RatePanel own={own} onDone={onChanged} /> : null}
      {own.rating === null ? null : <GivenRating stars={own.rating.stars} words={own.rating.words} />}
      {own.may.excuse ? <ExcusePanel own={own} onDone={onChanged} /> : null}
      <EventFacts event={event} now={now} />
      <EventText text={event.text} />
      {isLiving(own) && own.may.cancel && event.state !== 'cancelled' ? (
        <KnownSince event={event} own={own} now={now} />
      ) : null}
      {!isLiving(own) && tellsBefore(event, viewer) ? <KnownBefore event={event} viewer={viewer} now={now} /> : null}
      <MoreRows event={event} isStaff={viewer.isStaff} hasCalendarBelow={deed?.do === 'calendar'} now={now} />
      {own.state === 'confirmed' && own.may.cancel && !givingUp.isAskingWhy ? (
        <View className={at('quiet')}>
          <Button kind="quiet" busy={givingUp.step.at === 'sending'} onPress={givingUp.onGiveUp}>
            {ownWords.cancel}
          </Button>
        </View>
      ) : null}
    </Screen>
  );
}
