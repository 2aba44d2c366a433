import { useState } from 'react';
import { scan } from '@/platform/device';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { checkRefusals, verifyWords } from '../card-copy';

export type Verification = {
  readonly step: DeedStepFor<'member.verifyCard'>;
  readonly code: string;
  readonly problem: string | undefined;
  readonly onType: (code: string) => void;
  readonly onCheck: () => void;
  readonly onScan: () => void;
  /** Clears the table for the next card. */
  readonly onNext: () => void;
};

/** Looking at one card after the other. */
export function useVerification(): Verification {
  const { step, run, reset } = useDeed('member.verifyCard', checkRefusals);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const say = useSay();

  const onScan = async () => {
    const read = await scan();
    if (read === null) say(verifyWords.nothing);
    else await run({ code: read.slice(0, 200) });
  };
  return {
    step,
    code,
    problem,
    onType: (typed) => {
      setCode(typed);
      setProblem(undefined);
      reset();
    },
    onCheck: () => {
      if (code.trim() === '') setProblem(verifyWords.missing);
      else void run({ code: code.trim() });
    },
    onScan: () => void onScan(),
    onNext: () => {
      setCode('');
      setProblem(undefined);
      reset();
    },
  };
}
