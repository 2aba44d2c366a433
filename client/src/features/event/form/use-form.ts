import type { RequestKey } from '@contract/evidence';
import { useEffect, useRef, useState } from 'react';
import { guardLeaving } from '@/platform/leave-guard';
import { toTop } from '@/platform/to-top';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useToProblem } from '../use-to-problem';
import { formText } from './form-copy';
import type { Kept } from './kept-form';
import { forgetKept, keep, readKept } from './kept-form';
import { merge, withFields } from './merge';
import type { Problems } from './read-problems';

export type Field<Draft> = keyof Draft & string;

/** Somebody saved the form between reading and saving. */
export type Conflict<Draft> = {
  readonly revision: number;
  readonly theirs: Draft;
  readonly fields: readonly Field<Draft>[];
  readonly taken: readonly Field<Draft>[];
  /** By field; who has not chosen yet is not in it. */
  readonly chosen: Readonly<Record<string, 'mine' | 'theirs'>>;
};

/** A form as it is saved now. */
export type Saved<Draft> = { readonly draft: Draft; readonly revision: number };

/** What became of sending. */
export type Sending =
  | { readonly at: 'saved' }
  | { readonly at: 'overtaken' }
  | { readonly at: 'wrong'; readonly problems: Problems }
  | { readonly at: 'failed' };

export type FormWish<Draft extends object> = {
  /** Under which what is typed is kept on this device. */
  readonly key: string;
  readonly fields: readonly Field<Draft>[];
  readonly saved: Saved<Draft>;
  readonly reread: () => Promise<Saved<Draft> | null>;
  /** Reads the draft and sends it; `wrong` when it cannot be read. */
  readonly send: (draft: Draft, revision: number, requestKey: RequestKey) => Promise<Sending>;
  /** Forgets how sending went. */
  readonly reset: () => void;
};

export type FormHand<Draft> = {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly conflict: Conflict<Draft> | null;
  /** Typed before, on this device, and not saved. */
  readonly restored: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onChoose: (field: Field<Draft>, whose: 'mine' | 'theirs') => void;
  readonly onDrop: () => void;
  readonly onSave: () => void;
};

/** Typing a form, keeping it on the device, asking before it is left, saving it even where a colleague was quicker. */
export function useForm<Draft extends object>(wish: FormWish<Draft>): FormHand<Draft> {
  const { key, fields, saved } = wish;
  const fresh = (): Kept<Draft> => ({
    revision: saved.revision,
    base: saved.draft,
    draft: saved.draft,
    requestKey: drawRequestKey(),
  });
  const [began] = useState(() => beginning(readKept<Draft>(key, fields), wish, fresh));
  const [restored, setRestored] = useState(began.restored);
  const [kept, setKept] = useState(began.kept);
  const [conflict, setConflict] = useState(began.conflict);
  const [problems, setProblems] = useState<Problems>({});
  const ask = useConfirm();
  const say = useSay();
  const toProblem = useToProblem();
  const busy = useRef(false);
  const isTyped = JSON.stringify(kept.draft) !== JSON.stringify(kept.base);

  // What is typed while an answer is on its way is part of it, too.
  const now = useRef(kept);
  now.current = kept;
  const hold = (next: Kept<Draft>) => {
    now.current = next;
    setKept(next);
    keep(key, next);
  };

  useEffect(() => {
    if (!isTyped) return undefined;
    const leave = async () => {
      const yes = await ask({ ...formText.leaveAsk, danger: true });
      if (yes) forgetKept(key);
      return yes;
    };
    return guardLeaving(leave);
  }, [isTyped, ask, key]);

  const overtaken = async () => {
    const theirs = await wish.reread();
    if (theirs === null) return;
    const met = conflictOf(fields, now.current, theirs);
    setConflict(met.conflict);
    hold(met.kept);
    toTop();
  };

  const save = async () => {
    if (busy.current) return;
    const chosen = conflict === null ? kept.draft : withChosen(kept.draft, conflict);
    if (chosen === null) {
      say(formText.conflict.first);
      return;
    }
    busy.current = true;
    const sent = await wish.send(chosen, conflict?.revision ?? kept.revision, kept.requestKey);
    busy.current = false;
    setProblems(sent.at === 'wrong' ? sent.problems : {});
    if (sent.at === 'wrong') toProblem();
    if (sent.at === 'saved') {
      forgetKept(key);
      // Nothing is unsaved any more: the way back is open.
      setKept((held) => ({ ...held, base: held.draft }));
    }
    if (sent.at === 'overtaken') await overtaken();
  };

  return {
    draft: kept.draft,
    problems,
    conflict,
    restored,
    onChange: (part) => {
      wish.reset();
      setProblems((wrong) => without(wrong, Object.keys(part)));
      hold({ ...now.current, draft: { ...now.current.draft, ...part } });
    },
    onChoose: (field, whose) =>
      setConflict((met) => (met === null ? null : { ...met, chosen: { ...met.chosen, [field]: whose } })),
    onDrop: () =>
      void ask({ ...formText.dropAsk, danger: true }).then((yes) => {
        if (!yes) return;
        forgetKept(key);
        setKept(fresh());
        setRestored(false);
        setConflict(null);
        setProblems({});
        wish.reset();
      }),
    onSave: () => void save(),
  };
}

type Beginning<Draft> = {
  readonly restored: boolean;
  readonly kept: Kept<Draft>;
  readonly conflict: Conflict<Draft> | null;
};

/** Goes on with what this device still has, held against the form as it is now. */
function beginning<Draft extends object>(
  kept: Kept<Draft> | null,
  { fields, saved }: FormWish<Draft>,
  fresh: () => Kept<Draft>,
): Beginning<Draft> {
  if (kept === null) return { restored: false, kept: fresh(), conflict: null };
  if (kept.revision === saved.revision) return { restored: true, kept, conflict: null };
  return { restored: true, ...conflictOf(fields, kept, saved) };
}

/** What both changed, and the draft with everything that only they changed. */
function conflictOf<Draft extends object>(
  fields: readonly Field<Draft>[],
  kept: Kept<Draft>,
  { draft: theirs, revision }: Saved<Draft>,
): { readonly conflict: Conflict<Draft>; readonly kept: Kept<Draft> } {
  const { draft, conflicts, taken } = merge(fields, { base: kept.base, mine: kept.draft, theirs });
  return { conflict: { revision, theirs, fields: conflicts, taken, chosen: {} }, kept: { ...kept, draft } };
}

/** The draft as it was chosen; null while a choice is missing. */
function withChosen<Draft extends object>(draft: Draft, { fields, chosen, theirs }: Conflict<Draft>): Draft | null {
  if (fields.some((field) => chosen[field] === undefined)) return null;
  return withFields(
    draft,
    fields.filter((field) => chosen[field] === 'theirs'),
    theirs,
  );
}

/** A field that is typed anew is no longer wrong, nor what lies in it. */
const without = (problems: Problems, fields: readonly string[]): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => !fields.includes(path.split('.')[0] ?? path)));
