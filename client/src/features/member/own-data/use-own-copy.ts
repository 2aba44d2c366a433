import { useState } from 'react';
import { handOverFile } from '@/platform/device';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';

export type HandedOver = 'saved' | 'copied' | 'failed';

export type OwnCopy = {
  readonly step: DeedStepFor<'member.copyOwnData'>;
  /** How the copy reached its owner; null before one was asked for. */
  readonly handedOver: HandedOver | null;
  readonly onCopy: () => void;
};

/** One's own data as a file. The text itself is handed on and not kept: it holds the numbers in full. */
export function useOwnCopy(): OwnCopy {
  const { step, run, reset } = useDeed('member.copyOwnData', {});
  const [handedOver, setHandedOver] = useState<HandedOver | null>(null);

  const onCopy = async () => {
    if (step.at === 'sending') return;
    setHandedOver(null);
    const after = await run({});
    if (after.at !== 'done') return;
    const outcome = await handOverFile(after.value.fileName, after.value.json);
    reset();
    setHandedOver(outcome);
  };
  return { step, handedOver, onCopy: () => void onCopy() };
}
