import type { Purpose } from '@contract/consent';
import { Purpose as purposes, consentVersions, neededToJoin } from '@contract/consent';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Heading } from '@/platform/elements';
import { toPart } from '@/platform/to-top';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useDeed } from '@/use-deed';
import { consentRefusals, enrolWords, learnWords } from '../enrol-copy';
import { ConsentPanel, consentPartId } from './consent-panel';
import { standingReceipt } from './enrol-step';
import styles from './learn-step.module.scss';
import { StepFrame } from './step-frame';
import type { Enrolment } from './use-enrolment';

const at = classes(styles);

/** What joining means, and a consent for each purpose: nothing is ticked beforehand. */
export function LearnStep({ enrolment }: { readonly enrolment: Enrolment }) {
  const { consents, state } = enrolment.view;
  const { step, run } = useDeed('member.giveConsents', consentRefusals);
  const [ticked, setTicked] = useState<readonly Purpose[]>([]);
  const [tried, setTried] = useState(false);
  const stands = (purpose: Purpose) => ticked.includes(purpose) || standingReceipt(consents, purpose) !== undefined;
  const [firstMissing] = neededToJoin.filter((purpose) => !stands(purpose));
  const isComplete = firstMissing === undefined;
  const isFresh = consents.length === 0;
  const answer = step.at === 'refused' || step.at === 'failed' ? step.text : undefined;

  const onContinue = async () => {
    setTried(true);
    if (firstMissing !== undefined) {
      toPart(consentPartId(firstMissing));
      return;
    }
    if (ticked.length === 0) {
      enrolment.onReceipts(consents);
      return;
    }
    const after = await run({ consents: ticked.map((purpose) => ({ purpose, version: consentVersions[purpose] })) });
    if (after.at === 'done') enrolment.onReceipts(after.value.receipts);
  };

  return (
    <StepFrame
      enrolment={enrolment}
      button={ticked.length === 0 && isComplete ? learnWords.goOn : learnWords.button}
      onPress={() => void onContinue()}
      busy={step.at === 'sending'}
      problem={tried && !isComplete ? learnWords.both : answer}
    >
      {isFresh || state === 'returned' ? null : (
        <Notice tone="info">{state === 'draft' ? enrolWords.resumed : enrolWords.again}</Notice>
      )}
      <Panel tone="accent" title={learnWords.title}>
        {learnWords.points.map(({ title, text }) => (
          <View key={title} className={at('point')}>
            <View className={at('claim')}>{title}</View>
            <View className={at('text')}>{text}</View>
          </View>
        ))}
      </Panel>
      <View className={at('consents')}>
        <Heading level={2} className={at('title')}>
          {learnWords.consentTitle}
        </Heading>
        <View className={at('text')}>{learnWords.consentAbout}</View>
      </View>
      {purposes.options.map((purpose) => (
        <ConsentPanel
          key={purpose}
          purpose={purpose}
          receipt={standingReceipt(consents, purpose)}
          ticked={ticked.includes(purpose)}
          isMissing={tried && neededToJoin.some((needed) => needed === purpose) && !stands(purpose)}
          onTick={() =>
            setTicked(ticked.includes(purpose) ? ticked.filter((other) => other !== purpose) : [...ticked, purpose])
          }
        />
      ))}
    </StepFrame>
  );
}
