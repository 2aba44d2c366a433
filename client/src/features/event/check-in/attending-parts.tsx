import { View } from '@tarojs/components';
import { useState } from 'react';
import { canScan } from '@/platform/device';
import { shownCode } from '@/features/station/visit/shown-code';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Stamp } from '@/ui/stamp';
import { TextField } from '@/ui/text-field';
import type { ValueFor } from '@/use-question';
import { clock, momentOf } from '../event-time';
import styles from './check-in.module.scss';
import { attendWords, checkInWayOn, typedWayOn } from './check-in-copy';
import type { Attending } from './use-attending';

const at = classes(styles);

/** Scanning where the phone can, letters everywhere. */
export function AttendEntry({ attending }: { readonly attending: Attending }) {
  const [letters, setLetters] = useState('');
  const [problem, setProblem] = useState<string>();
  const onCheckIn = () => {
    const code = shownCode(letters);
    if (code === null) setProblem(attendWords.lettersMissing);
    else attending.onLetters(code);
  };
  return (
    <Panel>
      <View className={at('about')}>{attendWords.about}</View>
      {canScan ? (
        <View className={at('button')}>
          <Button onPress={attending.onScan}>{attendWords.scan}</Button>
        </View>
      ) : null}
      <TextField
        label={canScan ? attendWords.lettersTyping : attendWords.letters}
        hint={attendWords.lettersHint}
        maxLength={100}
        value={letters}
        problem={problem}
        onChange={(typed) => {
          setLetters(typed);
          setProblem(undefined);
        }}
      />
      <View className={at('button')}>
        <Button kind={canScan ? 'secondary' : 'primary'} busy={attending.step.at === 'sending'} onPress={onCheckIn}>
          {attendWords.checkIn}
        </Button>
      </View>
    </Panel>
  );
}

/** What stands between one and being there, and the way on; nothing before the first press. */
export function AttendNotice({ attending }: { readonly attending: Attending }) {
  const { step, isTyped, onAgain, onScan } = attending;
  switch (step.at) {
    case 'idle':
    case 'done':
      return null;
    case 'sending':
      return (
        <Panel>
          <View className={at('waiting')}>{attendWords.sending}</View>
        </Panel>
      );
    case 'failed':
      return (
        <Notice tone="warn" title={step.text} action={{ label: attendWords.again, onPress: onAgain }}>
          {attendWords.kept}
        </Notice>
      );
    case 'refused':
      return (
        <Notice
          tone="warn"
          title={step.text}
          action={
            canScan && !isTyped && step.refusal.startsWith('code-')
              ? { label: attendWords.scanAgain, onPress: onScan }
              : undefined
          }
        >
          {(isTyped ? typedWayOn[step.refusal] : undefined) ?? checkInWayOn(step.refusal)}
        </Notice>
      );
  }
}

export type AttendedProps = { readonly attended: ValueFor<'event.checkIn'>; readonly now: number };

/** There; or there before. */
export function Attended({ attended, now }: AttendedProps) {
  const { title, session, isNew, at: checkedAt } = attended;
  const which = attendWords.session(momentOf(session, now));
  return (
    <Stamp
      title={isNew ? attendWords.done : attendWords.doneBefore}
      subject={title}
      lines={isNew ? [which] : [which, attendWords.at(clock(checkedAt))]}
    />
  );
}
