import type { Role } from '@contract/contract';
import { PersonId } from '@contract/ids';
import { PersonName } from '@contract/person';
import { EpochMs } from '@contract/time';
import { useState } from 'react';
import { problemWords } from '@/answer-words';
import { fieldProblem } from '@/field-problem';
import { useSay } from '@/ui/toast';
import type { ChosenUnion } from '@/union-finder/union-finder';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import type { Term } from './role-term';
import { lastDayOf } from './role-term';
import { appointText, appointWords, staffText } from './staff-copy';

/** Somebody to be, as far as it is filled in. */
export type Wish = {
  readonly number: string;
  readonly name: string;
  readonly role: Role | null;
  readonly union: ChosenUnion | null;
  readonly term: Term | null;
};
export type WishField = keyof Wish;

export type Appointing = {
  readonly wish: Wish;
  readonly today: EpochMs;
  readonly step: DeedStepFor<'member.appoint'>;
  /** Whether something stood in the way of the last press. */
  readonly incomplete: boolean;
  readonly problemOf: (field: WishField) => string | undefined;
  readonly onType: (change: Partial<Wish>) => void;
  readonly onLeave: (field: WishField) => void;
  readonly onAppoint: () => void;
};

/** As typed; without a union nobody has chosen one yet. */
type Typed = Omit<Wish, 'union'> & { readonly union?: ChosenUnion | null };
const nothing: Typed = { number: '', name: '', role: null, term: null };
const none: ReadonlySet<WishField> = new Set();
const all: ReadonlySet<WishField> = new Set<WishField>(['number', 'name', 'role', 'union', 'term']);

/** Spaces and line ends come along when a number is pasted; full-width letters when it is typed. */
const asNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function problems({ number, name, role, union, term }: Wish): Partial<Record<WishField, string | undefined>> {
  const isNumber = PersonId.safeParse(asNumber(number)).success;
  return {
    number: number.trim() === '' ? problemWords.missing : isNumber ? undefined : appointText.numberProblem,
    name: name.trim() === '' ? problemWords.missing : fieldProblem(PersonName, name),
    role: role === null ? appointText.roleChoose : undefined,
    union: union === null ? appointText.unionChoose : undefined,
    term: term === null ? appointText.termChoose : undefined,
  };
}

export type Wanted = {
  /** The union to begin with. */
  readonly own: ChosenUnion | null;
  readonly onAppointed: () => Promise<void>;
};

/** A role for somebody who reads out their number, from the first letter to the answer. */
export function useAppointing({ own, onAppointed }: Wanted): Appointing {
  const [typed, setTyped] = useState<Typed>(nothing);
  const wish: Wish = { ...typed, union: typed.union === undefined ? own : typed.union };
  const [left, setLeft] = useState(none);
  const [pressed, setPressed] = useState(false);
  const { step, run, reset } = useDeed('member.appoint', appointWords);
  const say = useSay();
  // Read at each look, so that the day that is shown is the day that is sent.
  const today = EpochMs.parse(Date.now());
  const found = problems(wish);
  const isIncomplete = Object.values(found).some((problem) => problem !== undefined);

  const onAppoint = async () => {
    setPressed(true);
    setLeft(all);
    const { role, union, term } = wish;
    const number = PersonId.safeParse(asNumber(wish.number));
    const name = PersonName.safeParse(wish.name);
    if (!number.success || !name.success || role === null || union === null || term === null) return;
    const until = lastDayOf(term, today);
    const sent = { personId: number.data, name: name.data, role, unionId: union.unionId, until };
    const wasSending = step.at === 'sending';
    const after = await run(sent);
    if (after.at !== 'done' || wasSending) return;
    setTyped(nothing);
    setLeft(none);
    setPressed(false);
    say(staffText.appointed(name.data, role));
    await onAppointed();
  };

  return {
    wish,
    today,
    step,
    incomplete: pressed && isIncomplete,
    problemOf: (field) => (left.has(field) ? found[field] : undefined),
    onType: (change) => {
      reset();
      setTyped((before) => ({ ...before, ...change }));
    },
    // An empty line that one only passes by is not wrong yet.
    onLeave: (field) => {
      if (wish[field] !== '' && wish[field] !== null) setLeft((before) => new Set([...before, field]));
    },
    onAppoint: () => void onAppoint(),
  };
}
