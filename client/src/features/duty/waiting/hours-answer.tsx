import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayText } from '@/calendar-words';
import { classes } from '@/ui/classes';
import { useDeed } from '@/use-deed';
import { minutesText } from '../duty-words';
import styles from '../head.module.scss';
import { ReasonForm } from '../reason-form';
import { whenOf } from '../shift-words';
import type { AnswerProps } from './plain-answers';
import { decideHoursRefusals, waitingPhrases } from './waiting-copy';
import { WaitingPanel, useAnswered } from './waiting-panel';

const at = classes(styles);
const words = waitingPhrases;
const MINUTE_MS = 60_000;

/** Hours that a colleague wrote: a second person says whether they are true. */
export function HoursAnswer({ one, now, onAnswered }: AnswerProps<'hours'>) {
  const { claimId, name, stationName, from, until, title, reason, entry, enteredBy, isOwnEntry } = one;
  const { step, run } = useDeed('duty.decideHours', decideHoursRefusals);
  const after = useAnswered(onAnswered);
  const [isRefusing, setRefusing] = useState(false);
  const length = minutesText(Math.round((until - from) / MINUTE_MS));
  return (
    <WaitingPanel
      title={words.hoursOf(name, title)}
      lines={[
        stationName,
        from === until ? words.nothing : words.span(whenOf({ startsAt: from, endsAt: until }, now), length),
        entry === null ? null : words.corrects(dayText(entry.day), minutesText(entry.minutes)),
        words.why(reason, enteredBy),
      ]}
      step={step}
      yes={words.confirm}
      no={words.disagree}
      isNoOpen
      onAnswer={
        isOwnEntry || isRefusing
          ? null
          : (yes) => (yes ? void run({ claimId, agree: true, reason: null }).then(after) : setRefusing(true))
      }
    >
      {isOwnEntry ? <View className={at('about')}>{words.ownEntry}</View> : null}
      {isRefusing ? (
        <ReasonForm
          hint={words.disagreeHint}
          send={words.disagree}
          busy={step.at === 'sending'}
          onSend={(why) => void run({ claimId, agree: false, reason: why }).then(after)}
          onBack={() => setRefusing(false)}
        />
      ) : null}
    </WaitingPanel>
  );
}
