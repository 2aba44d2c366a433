import { ShortText } from '@contract/enrolment';
import { CardNumber } from '@contract/ids';
import type { FoundMember } from '@contract/membership';
import { useState } from 'react';
import { fieldProblem } from '@/field-problem';
import type { DeedStep } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { RollAct } from './roll-copy';
import { actWords, findMemberWords, restoreWords, retainWords, rollText, suspendWords } from './roll-copy';

/** Spaces, and the full-width digits that some keyboards write, become what is on the card. */
const asOnCard = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function numberProblem(number: string): string | undefined {
  if (number.trim() === '') return fieldProblem(ShortText, number);
  return CardNumber.safeParse(asOnCard(number)).success ? undefined : rollText.numberProblem;
}

export type Roll = {
  readonly number: string;
  readonly problem: string | undefined;
  readonly finding: DeedStep<unknown, string>;
  readonly member: FoundMember | null;
  readonly acting: DeedStep<unknown, string>;
  readonly busy: boolean;
  readonly onNumber: (number: string) => void;
  readonly onLeft: () => void;
  readonly onFind: () => void;
  /** @returns whether it was done */
  readonly onAct: (act: RollAct, note: string) => Promise<boolean>;
  /** The record was set right, and this is how it reads now. */
  readonly onCorrected: (member: FoundMember) => void;
};

const idle: DeedStep<unknown, string> = { at: 'idle' };

/** Finding one member by the number on the card, and what may be done with the membership. */
export function useRoll(): Roll {
  const [number, setNumber] = useState('');
  const [left, setLeft] = useState(false);
  const [member, setMember] = useState<FoundMember | null>(null);
  const [acting, setActing] = useState(idle);
  const find = useDeed('member.findMember', findMemberWords);
  const acts = {
    suspend: useDeed('member.suspend', suspendWords),
    restore: useDeed('member.restore', restoreWords),
    retain: useDeed('member.retain', retainWords),
  } as const;
  const busy = Object.values(acts).some(({ step }) => step.at === 'sending');
  const ask = useConfirm();
  const say = useSay();

  const onFind = async () => {
    setLeft(true);
    const read = CardNumber.safeParse(asOnCard(number));
    if (!read.success || find.step.at === 'sending') return;
    setMember(null);
    setActing(idle);
    const after = await find.run({ cardNumber: read.data });
    if (after.at === 'done') setMember(after.value);
  };

  const onAct = async (act: RollAct, note: string): Promise<boolean> => {
    if (member === null || busy || !(await ask({ ...actWords[act].ask, danger: act === 'suspend' }))) return false;
    setActing(idle);
    const after = await acts[act].run({ cardNumber: member.cardNumber, note });
    setActing(after);
    if (after.at !== 'done') return false;
    setMember(after.value);
    say(actWords[act].done);
    return true;
  };

  return {
    number,
    problem: left ? numberProblem(number) : undefined,
    finding: find.step,
    member,
    acting,
    busy,
    onNumber: (text) => {
      find.reset();
      setNumber(text);
    },
    onLeft: () => setLeft(number.trim() !== ''),
    onFind: () => void onFind(),
    onAct,
    onCorrected: (corrected) => setMember((now) => (now?.personId === corrected.personId ? corrected : now)),
  };
}
