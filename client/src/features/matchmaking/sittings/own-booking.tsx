import type { BookingView } from '@contract/match-sitting';
import { View } from '@tarojs/components';
import { dayHeading, hoursOf } from '@/features/event/event-time';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import styles from '../match.module.scss';
import { cancelRefusals, sittingsText as text } from './sittings-copy';

const at = classes(styles);

export type OwnBookingProps = {
  readonly booking: BookingView;
  readonly now: number;
  readonly onChanged: () => Promise<void>;
};

/** When and where one is expected. It can be given up without a word until it begins. */
export function OwnBooking({ booking, now, onChanged }: OwnBookingProps) {
  const { day, startsAt, endsAt, studioName, stationId, stationName, address, room } = booking;
  const { step, run } = useDeed('matchmaking.cancelSitting', cancelRefusals);
  const ask = useConfirm();
  const say = useSay();
  const hasBegun = startsAt <= now;
  // A line ends before the hours, not within them.
  const hours = hoursOf(startsAt, endsAt, now).replace('–', '–\u2060');
  const onCancel = async () => {
    if (!(await ask(text.cancelAsk))) return;
    const after = await run({});
    if (after.at === 'done') say(text.cancelled);
    if (after.at === 'done' || after.at === 'refused') await onChanged();
  };
  return (
    <View>
      <Panel title={text.own} tone="good">
        <Facts
          items={[
            { label: text.when, value: `${dayHeading(day, now)} ${hours}` },
            { label: text.studio, value: studioName },
          ]}
        />
        <View className={at('about')}>{hasBegun ? text.ownBegun : text.ownAbout}</View>
        <DeedNotice step={step} />
        {hasBegun ? null : (
          <View className={at('gap')}>
            <Button kind="secondary" busy={step.at === 'sending'} onPress={() => void onCancel()}>
              {text.cancel}
            </Button>
          </View>
        )}
      </Panel>
      <Rows label={text.where}>
        <Row title={text.room(stationName, room)} about={address} onPress={() => go('station', { id: stationId })} />
      </Rows>
    </View>
  );
}
