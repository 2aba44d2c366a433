import type { FoundMember } from '@contract/membership';
import { useState } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { CorrectionField, CorrectionProblems, TypedCorrection } from './record-correction';
import { correctionOf, isNothing, problemsOf, untyped } from './record-correction';
import { correctRecordWords, correctText } from './roll-copy';

export type RecordCorrection = {
  readonly typed: TypedCorrection;
  readonly problems: CorrectionProblems;
  readonly step: DeedStepFor<'member.correctRecord'>;
  readonly onType: (change: Partial<TypedCorrection>) => void;
  /** A field was left: from now on it says what is wrong with it. */
  readonly onLeft: (field: CorrectionField) => void;
  readonly onCorrect: () => void;
};

const fields: readonly CorrectionField[] = ['name', 'documentNumber', 'note'];

/** Setting right a member's name or document; what was typed is forgotten with the form. */
export function useRecordCorrection(
  { cardNumber }: FoundMember,
  onCorrected: (member: FoundMember) => void,
): RecordCorrection {
  const [typed, setTyped] = useState(untyped);
  const [left, setLeft] = useState<readonly CorrectionField[]>([]);
  const [pressed, setPressed] = useState(false);
  const { step, run, reset } = useDeed('member.correctRecord', correctRecordWords);
  const ask = useConfirm();
  const say = useSay();

  const onCorrect = async () => {
    setPressed(true);
    setLeft(fields);
    const correction = correctionOf(typed, cardNumber);
    if (correction === null || step.at === 'sending') return;
    if (!(await ask(correctText.ask(correction.name ?? null, correction.document !== undefined)))) return;
    const after = await run(correction);
    if (after.at !== 'done') return;
    say(correctText.done(after.value.maskedName));
    onCorrected(after.value);
  };

  return {
    typed,
    problems: shown(typed, { left, pressed, step }),
    step,
    onType: (change) => {
      reset();
      setTyped((now) => ({ ...now, ...change }));
    },
    onLeft: (field) => setLeft((now) => (now.includes(field) ? now : [...now, field])),
    onCorrect: () => void onCorrect(),
  };
}

type Asked = {
  readonly left: readonly CorrectionField[];
  readonly pressed: boolean;
  readonly step: DeedStepFor<'member.correctRecord'>;
};

function shown(typed: TypedCorrection, { left, pressed, step }: Asked): CorrectionProblems {
  const own = problemsOf(typed);
  const said = step.at === 'refused' ? step.fields : {};
  const nothing = pressed && isNothing(typed) ? correctText.nothing : undefined;
  const of = (field: CorrectionField) => (left.includes(field) ? own[field] : undefined);
  return {
    name: of('name') ?? said['name'] ?? nothing,
    documentNumber: of('documentNumber') ?? said['document.number'],
    note: of('note') ?? said['note'],
  };
}
