import { applicationText, applicationVersion } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { replaceWith } from '@/routes';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { applyRefusals, signWords } from '../enrol-copy';
import { toTop } from '@/platform/to-top';
import { InUseNotice } from './in-use-notice';
import styles from './sign-step.module.scss';
import { StepFrame } from './step-frame';
import { SummaryPanels } from './summary-panels';
import type { Enrolment } from './use-enrolment';

const at = classes(styles);

/** Everything once more, the text, and the signature: one tap that says what it does. */
export function SignStep({ enrolment }: { readonly enrolment: Enrolment }) {
  const { view, beginAgain, goTo, saving } = enrolment;
  const { step, run } = useDeed('member.apply', applyRefusals);
  const underWay = useRef(false);
  const hasFailed = step.at === 'refused' || step.at === 'failed';
  const sign = async () => {
    if (!view.may.submit && !(await beginAgain())) return;
    const after = await run({ version: applicationVersion, agreed: true });
    if (after.at === 'done') replaceWith('status', { handedIn: 'now' });
  };
  const onSign = async () => {
    // Two presses within one frame come before the button shows that it is busy.
    if (underWay.current) return;
    underWay.current = true;
    await sign();
    underWay.current = false;
    toTop();
  };
  return (
    <StepFrame
      enrolment={enrolment}
      button={signWords.button}
      onPress={() => void onSign()}
      busy={step.at === 'sending' || saving.at === 'sending'}
      problem={hasFailed ? step.text : undefined}
    >
      {hasFailed ? <Answer step={step} goTo={goTo} /> : <View className={at('about')}>{signWords.about}</View>}
      <SummaryPanels view={view} onChange={goTo} />
      <Panel tone="accent" title={signWords.textTitle}>
        <View className={at('text')}>{applicationText}</View>
        <View className={at('signature')}>{signWords.signature(view.form.name ?? '')}</View>
        <View className={at('meaning')}>{signWords.meaning}</View>
      </Panel>
    </StepFrame>
  );
}

type Unsent = Extract<DeedStepFor<'member.apply'>, { at: 'refused' | 'failed' }>;

/** Why it was not handed in, and the way on. */
function Answer({ step, goTo }: { readonly step: Unsent; readonly goTo: Enrolment['goTo'] }) {
  if (step.at === 'refused' && step.refusal === 'id-card-in-use')
    return <InUseNotice onChange={() => goTo('identity')} />;
  return (
    <Notice tone="warn" action={wayOn(step.at === 'refused' ? step.refusal : null, goTo)}>
      {step.text}
    </Notice>
  );
}

function wayOn(refusal: string | null, goTo: Enrolment['goTo']): { label: string; onPress: () => void } | undefined {
  if (refusal === 'already-decided') return { label: signWords.toStatus, onPress: () => replaceWith('status') };
  if (refusal === 'already-member') return { label: signWords.toCard, onPress: () => replaceWith('card') };
  if (refusal === 'consent-needed') return { label: signWords.toConsents, onPress: () => goTo('learn') };
  return undefined;
}
