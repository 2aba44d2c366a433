import type { DeedStep } from '../use-deed';
import { Notice } from './notice';

export type DeedNoticeProps = {
  readonly step: DeedStep<unknown, string>;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
};

/** What became of a press, when it did not go through; nothing otherwise. */
export function DeedNotice({ step, action }: DeedNoticeProps) {
  if (step.at !== 'refused' && step.at !== 'failed') return null;
  return (
    <Notice tone="warn" action={step.at === 'refused' ? action : undefined}>
      {step.text}
    </Notice>
  );
}
