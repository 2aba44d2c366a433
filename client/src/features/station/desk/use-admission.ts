import type { StationId } from '@contract/ids';
import { useState } from 'react';
import { scan } from '@/platform/device';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { deskText } from './desk-copy';
import { admitWords } from './desk-refusals';

export type Admission = {
  readonly step: DeedStepFor<'station.admitMember'>;
  readonly code: string;
  readonly problem: string | undefined;
  readonly onCode: (code: string) => void;
  readonly onScan: () => void;
  readonly onCheck: () => void;
  readonly onNext: () => void;
};

/** Receiving members one after the other, each by the code on the card. */
export function useAdmission(stationId: StationId, reread: () => Promise<void>): Admission {
  const { step, run, reset } = useDeed('station.admitMember', admitWords);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);

  const admit = async (cardCode: string) => {
    const after = await run({ stationId, cardCode });
    if (after.at === 'done') await reread();
  };
  const onScan = async () => {
    const read = await scan();
    if (read !== null) await admit(read);
  };
  return {
    step,
    code,
    problem,
    onCode: (text) => {
      reset();
      setProblem(undefined);
      setCode(text);
    },
    onScan: () => void onScan(),
    onCheck: () => {
      if (code.trim() === '') setProblem(deskText.admission.codeMissing);
      else void admit(code.trim());
    },
    onNext: () => {
      reset();
      setProblem(undefined);
      setCode('');
    },
  };
}
