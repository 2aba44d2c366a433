import { useEffect, useState } from 'react';
import { scan } from '@/platform/device';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { verifyCertificateRefusals, verifyPhrases } from './verify-copy';

const MOST = 40;
const LEAST = 4;

export type Checking = {
  readonly step: DeedStepFor<'duty.verifyCertificate'>;
  readonly code: string;
  readonly problem: string | undefined;
  readonly onType: (code: string) => void;
  readonly onCheck: () => void;
  readonly onScan: () => void;
  readonly onNext: () => void;
};

/** Looking at one certificate after the other; the one that the address names is looked at once. */
export function useChecking(shown: string | null): Checking {
  const { step, run, reset } = useDeed('duty.verifyCertificate', verifyCertificateRefusals);
  const [code, setCode] = useState(shown ?? '');
  const [problem, setProblem] = useState<string>();
  const say = useSay();

  const check = (text: string): void => {
    const wanted = text.trim().slice(-MOST);
    if (wanted.length < LEAST) setProblem(verifyPhrases.missing);
    else void run({ code: wanted });
  };
  const onScan = async (): Promise<void> => {
    const read = await scan();
    if (read === null) say(verifyPhrases.nothing);
    else check(read);
  };
  useEffect(() => {
    if (shown !== null) check(shown);
    // Once, for the code of the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return {
    step,
    code,
    problem,
    onType: (typed) => {
      setCode(typed);
      setProblem(undefined);
      reset();
    },
    onCheck: () => check(code),
    onScan: () => void onScan(),
    onNext: () => {
      setCode('');
      setProblem(undefined);
      reset();
    },
  };
}
