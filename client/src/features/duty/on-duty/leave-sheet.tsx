import type { DutyPage } from '@contract/duty-tap';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { ClockButton, ClockWays } from './clock-panel';
import { needsClosing, othersStay } from './duty-stage';
import { leaveText } from './on-duty-copy';
import styles from './on-duty.module.scss';
import { SheetScreen } from './sheet-screen';
import type { SheetProps } from './sheets';
import type { Shown } from './use-clock';
import { useClock } from './use-clock';

const at = classes(styles);

export type LeaveSheetProps = SheetProps & { readonly page: DutyPage; readonly onClosing: () => void };

/** The last tap: by a code, by the phone's place, or by one's own word; whoever leaves the list out says why. */
export function LeaveSheet({ page, duty, onClose, onClosing }: LeaveSheetProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const ask = useConfirm();
  const lacksList = needsClosing(page);
  const withoutList = lacksList ? reason.trim() : null;
  const lacksReason = withoutList !== null && withoutList.length < 2;

  const leave = async ({ code, place }: Shown, when: number): Promise<void> => {
    const text = othersStay(page) ? leaveText.askText : leaveText.askLast;
    const isSure = await ask({ title: leaveText.ask, text, yes: leaveText.yes, no: leaveText.no });
    if (isSure && duty.tap({ did: 'clock-out', code, place, withoutList }, when)) onClose();
  };
  const clock = useClock((shown, when) => void leave(shown, when));
  /** Nothing is scanned in vain. */
  const first = (then: () => void) => () => {
    if (lacksReason) setProblem(leaveText.reasonMissing);
    else then();
  };
  const guarded = {
    ...clock,
    onScan: first(clock.onScan),
    onLetters: first(clock.onLetters),
    onHere: first(clock.onHere),
  };

  return (
    <SheetScreen
      title={leaveText.title}
      footer={<ClockButton clock={guarded} way="out" />}
      later={leaveText.later}
      notKept={duty.notKept}
      onLater={onClose}
    >
      {lacksList ? (
        <Panel tone="warn" title={leaveText.listFirst}>
          <View>{leaveText.listFirstAbout}</View>
          <View className={at('gap')}>
            <Button onPress={onClosing}>{leaveText.doList}</Button>
          </View>
          <TextField
            label={leaveText.reason}
            hint={leaveText.reasonHint}
            maxLength={100}
            value={reason}
            problem={problem}
            onChange={(typed) => {
              setProblem(undefined);
              setReason(typed);
            }}
          />
        </Panel>
      ) : null}
      <Notice tone="info">{leaveText.about}</Notice>
      <ClockWays clock={guarded} way="out" />
      <View className={at('gap')}>
        <Button kind="secondary" onPress={first(() => void leave({ code: null, place: null }, Date.now()))}>
          {leaveText.plain}
        </Button>
        <View className={at('about')}>{leaveText.plainAbout}</View>
      </View>
    </SheetScreen>
  );
}
