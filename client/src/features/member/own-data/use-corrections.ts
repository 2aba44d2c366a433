import type { HeldField } from '@contract/own-data';
import { useState } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { useSay } from '@/ui/toast';
import type { CorrectionProblems, Corrections } from './corrections';
import { changesOf, correctionProblems, correctionsFrom } from './corrections';
import { correctOwnDataWords, ownDataText } from './own-data-copy';

export type Correcting = {
  /** Null while the form is closed. */
  readonly form: Corrections | null;
  readonly problems: CorrectionProblems;
  readonly step: DeedStepFor<'member.correctOwnData'>;
  readonly onOpen: (held: readonly HeldField[]) => void;
  readonly onClose: () => void;
  readonly onChange: (change: Partial<Corrections>) => void;
  /** A field was left: from now on it says what is wrong with it. */
  readonly onLeft: (field: keyof CorrectionProblems) => void;
  readonly onSave: () => void;
};

type Open = { readonly before: Corrections; readonly form: Corrections };

/** Correcting one's own data, from opening the form to what was saved. */
export function useCorrections(refresh: () => Promise<void>): Correcting {
  const [open, setOpen] = useState<Open | null>(null);
  const [left, setLeft] = useState<readonly (keyof CorrectionProblems)[]>([]);
  const { step, run, reset } = useDeed('member.correctOwnData', correctOwnDataWords);
  const say = useSay();

  const onSave = async ({ before, form }: Open) => {
    setLeft(['mobile', 'employerName']);
    const { mobile, employerName } = correctionProblems(form);
    if (mobile !== undefined || employerName !== undefined) return;
    const changes = changesOf(before, form);
    if (changes === null) {
      say(ownDataText.correct.nothing);
      return;
    }
    const after = await run(changes);
    if (after.at === 'refused') await refresh();
    if (after.at !== 'done') return;
    await refresh();
    setOpen(null);
    say(ownDataText.correct.saved);
  };

  return {
    form: open?.form ?? null,
    problems: shownProblems(open, left),
    step,
    onOpen: (held) => {
      const before = correctionsFrom(held);
      reset();
      setLeft([]);
      setOpen({ before, form: before });
    },
    onClose: () => setOpen(null),
    onChange: (change) => setOpen((now) => (now === null ? null : { ...now, form: { ...now.form, ...change } })),
    onLeft: (field) => setLeft((now) => (now.includes(field) ? now : [...now, field])),
    onSave: () => {
      if (open !== null) void onSave(open);
    },
  };
}

function shownProblems(open: Open | null, left: readonly (keyof CorrectionProblems)[]): CorrectionProblems {
  if (open === null) return {};
  const all = correctionProblems(open.form);
  return {
    mobile: left.includes('mobile') ? all.mobile : undefined,
    employerName: left.includes('employerName') ? all.employerName : undefined,
  };
}
