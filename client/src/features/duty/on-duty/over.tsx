import type { DutyPage } from '@contract/duty-tap';
import { View } from '@tarojs/components';
import { go, replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { evidenceName, minutesText } from '../duty-words';
import { clock } from '../shift-words';
import { afterText, dutyText } from './on-duty-copy';
import styles from './on-duty.module.scss';

const at = classes(styles);

export type OverProps = {
  readonly page: DutyPage;
  /** Clocking out waits to be sent. */
  readonly isUnsent: boolean;
};

/** After the last tap: thanks, and the minutes by what they rest on. */
export function Over({ page, isUnsent }: OverProps) {
  const { minutes, state, clockedInAt, clockedOutAt, visitors } = page;
  const counted = minutes.filter(({ evidence }) => evidence !== 'assumed');
  const total = counted.reduce((sum, one) => sum + one.minutes, 0);
  const ran = state === 'run-out';
  const times = [clockedInAt, clockedOutAt].flatMap((time) => (time === null ? [] : [clock(time)])).join('–');
  return (
    <View>
      <Notice tone={ran ? 'warn' : 'good'} title={ran ? afterText.runOut : afterText.thanks}>
        {ran ? afterText.runOutAbout : afterText.thanksAbout}
      </Notice>
      <Panel title={afterText.hours}>
        <View>{[times, visitors > 0 ? afterText.visitors(visitors) : ''].filter(Boolean).join('，')}</View>
        {isUnsent ? <View className={at('gap')}>{afterText.unsent}</View> : null}
        {minutes.length === 0 && !isUnsent ? <View className={at('gap')}>{afterText.none}</View> : null}
        {minutes.length === 0 ? null : (
          <View>
            <View className={at('count')}>{afterText.total(minutesText(total))}</View>
            <Facts
              items={minutes.map((one) => ({
                label: evidenceName(one.evidence),
                value: minutesText(one.minutes),
              }))}
            />
          </View>
        )}
      </Panel>
      <View className={at('gap')}>
        <Button kind="secondary" onPress={() => go('hours')}>
          {afterText.toHours}
        </Button>
      </View>
      <View className={at('gap')}>
        <Button kind="secondary" onPress={() => replaceWith('volunteer')}>
          {dutyText.toVolunteer}
        </Button>
      </View>
    </View>
  );
}
