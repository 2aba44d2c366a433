import type { EventDetail, EventViewer, OwnRegistration } from '@contract/event-view';
import { View } from '@tarojs/components';
import { openNavigation } from '@/platform/location';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { ownWords } from '../own/own-copy';
import type { Accepting } from '../own/use-accepting';
import type { GivingUp } from '../own/use-giving-up';
import styles from './event.module.scss';
import { mainDeed } from './main-deed';
import { useCalendar } from './use-calendar';
import { useScanToAttend } from '../check-in/use-scan-to-attend';

const at = classes(styles);

export type EventFooterProps = {
  readonly event: EventDetail;
  readonly viewer: EventViewer;
  readonly now: number;
};

/** The page's one button, for whoever has no offer. */
export function EventFooter({
  event,
  viewer,
  now,
  givingUp,
}: EventFooterProps & { readonly givingUp: GivingUp | null }) {
  const deed = mainDeed(event, viewer, now);
  const onCalendar = useCalendar(event);
  const onScan = useScanToAttend();
  if (deed === null || deed.do === 'offer') return null;
  if (deed.do === 'give-up') {
    return (
      <Button kind="secondary" busy={givingUp?.step.at === 'sending'} onPress={() => givingUp?.onGiveUp()}>
        {deed.label}
      </Button>
    );
  }
  const { place, address, stationName } = event;
  const onPress = {
    register: () => go('registerEvent', { id: event.eventId }),
    scan: onScan,
    calendar: onCalendar,
    navigate: () => {
      if (place !== null) openNavigation({ place, name: stationName, address });
    },
    go: () => {
      if (deed.do === 'go') go(deed.to);
    },
    nothing: () => undefined,
  }[deed.do];
  return (
    <View>
      {'why' in deed && deed.why !== null ? <View className={at('why')}>{deed.why}</View> : null}
      <Button disabled={deed.do === 'nothing'} onPress={onPress}>
        {deed.label}
      </Button>
    </View>
  );
}

export type OfferFooterProps = {
  readonly own: OwnRegistration;
  readonly accepting: Accepting;
  readonly givingUp: GivingUp;
};

/** A place is kept: take it, or let the next have it. */
export function OfferFooter({ accepting, givingUp }: OfferFooterProps) {
  const isBusy = accepting.step.at === 'sending' || givingUp.step.at === 'sending';
  return (
    <View className={at('offer')}>
      <View className={at('choice')}>
        <Button kind="secondary" busy={givingUp.step.at === 'sending'} disabled={isBusy} onPress={givingUp.onGiveUp}>
          {ownWords.passOn}
        </Button>
      </View>
      <View className={at('choice')}>
        <Button busy={accepting.step.at === 'sending'} disabled={isBusy} onPress={accepting.onAccept}>
          {ownWords.accept}
        </Button>
      </View>
    </View>
  );
}
