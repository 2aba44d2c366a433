import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { Steps } from '@/ui/steps';
import { enrolWords, stepWords } from '../enrol-copy';
import { toTop } from '@/platform/to-top';
import styles from './step-frame.module.scss';
import { enrolSteps } from './enrol-step';
import { SentBackNotice } from './sent-back-notice';
import type { Enrolment } from './use-enrolment';

const at = classes(styles);

export type StepFrameProps = {
  readonly enrolment: Enrolment;
  readonly children: ReactNode;
  readonly button: string;
  readonly onPress: () => void;
  readonly busy?: boolean;
  /** Why the button does not lead on yet, said above it. */
  readonly problem?: string | undefined;
};

/** What every step has: how far one is, what the union wants corrected, what was not saved, back and on. */
export function StepFrame({ enrolment, children, button, onPress, busy = false, problem }: StepFrameProps) {
  const { step, saving, goTo, save } = enrolment;
  const place = enrolSteps.indexOf(step);
  const before = enrolSteps[place - 1];
  // The notice may lie outside the screen; beside the button it is seen.
  const said = problem ?? (saving.at === 'failed' ? saving.text : undefined);
  useEffect(() => {
    toTop();
  }, [step]);
  const footer = (
    <View>
      {said === undefined ? null : (
        <Part className={at('problem')} role="alert">
          {said}
        </Part>
      )}
      <View className={at('buttons')}>
        {before === undefined ? null : (
          <View className={at('back')}>
            <Button kind="secondary" onPress={() => goTo(before)}>
              {enrolWords.back}
            </Button>
          </View>
        )}
        <View className={at('on')}>
          <Button busy={busy} onPress={onPress}>
            {button}
          </Button>
        </View>
      </View>
    </View>
  );
  return (
    <Screen title={enrolWords.title} footer={footer}>
      <Steps labels={enrolSteps.map((name) => stepWords[name])} at={place} />
      <SentBackNotice view={enrolment.view} />
      {children}
      {saving.at === 'failed' ? (
        <Notice
          tone="warn"
          title={enrolWords.offlineTitle}
          action={{ label: enrolWords.saveAgain, onPress: () => void save() }}
        >
          {enrolWords.offline(saving.text)}
        </Notice>
      ) : null}
      {saving.at === 'refused' && saving.refusal !== 'too-young' ? <Notice tone="warn">{saving.text}</Notice> : null}
    </Screen>
  );
}
