import type { StationId } from '@contract/ids';
import { useRef, useState } from 'react';
import { toTop } from '@/platform/to-top';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import type { Draft } from './draft';
import { draftOf, newDraft } from './draft';
import { formText, refusedField, saveWords } from './form-copy';
import type { Kept } from './kept-draft';
import { forgetKept, keep, readKept } from './kept-draft';
import type { DraftField } from './merge';
import { merge, withFields } from './merge';
import type { Problems } from './read-draft';
import { readDraft } from './read-draft';

export type ShownForm = ValueFor<'station.showForm'>;

/** What a section needs of the form: what stands in it, what is wrong, and a way to change it. */
export type Editing = {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly onChange: (part: Partial<Draft>) => void;
};

/** Somebody saved the station between reading and saving. */
export type Conflict = {
  /** Theirs, as it is saved now. */
  readonly shown: ShownForm;
  readonly theirs: Draft;
  readonly fields: readonly DraftField[];
  readonly taken: readonly DraftField[];
  readonly chosen: Readonly<Partial<Record<DraftField, 'mine' | 'theirs'>>>;
};

export type StationFormHand = Editing & {
  readonly step: DeedStepFor<'station.save'>;
  readonly conflict: Conflict | null;
  /** Typed before, on this device, and not saved. */
  readonly restored: boolean;
  /** The revision that one began from. */
  readonly since: number;
  /** How many fields are wrong, once one tried to save. */
  readonly wrong: number;
  readonly onChoose: (field: DraftField, whose: 'mine' | 'theirs') => void;
  readonly onDrop: () => void;
  readonly onSave: () => void;
};

export type StationFormWish = {
  readonly stationId: StationId | null;
  /** null for a new station. */
  readonly shown: ShownForm | null;
  readonly reread: () => Promise<ShownForm | null>;
  readonly onSaved: (stationId: StationId) => void;
};

/** Typing a station's form, keeping it on the device, and saving it even where a colleague was quicker. */
export function useStationForm({ stationId, shown, reread, onSaved }: StationFormWish): StationFormHand {
  const saved = shown === null ? newDraft : draftOf(shown.form);
  const fresh = (): Kept => ({
    revision: shown?.revision ?? 0,
    base: saved,
    draft: saved,
    requestKey: drawRequestKey(),
  });
  const [began] = useState(() => beginning(readKept(stationId), shown, fresh));
  const [restored, setRestored] = useState(began.restored);
  const [kept, setKept] = useState(began.kept);
  const [conflict, setConflict] = useState(began.conflict);
  const [problems, setProblems] = useState<Problems>({});
  const { step, run, reset } = useDeed('station.save', saveWords);
  const ask = useConfirm();
  const say = useSay();
  const busy = useRef(false);

  // What is typed while an answer is on its way is part of it, too.
  const now = useRef(kept);
  now.current = kept;
  const hold = (next: Kept) => {
    now.current = next;
    setKept(next);
    keep(stationId, next);
  };
  const begin = (next: Kept) => {
    forgetKept(stationId);
    setKept(next);
    setRestored(false);
    setConflict(null);
    setProblems({});
    reset();
  };

  const overtaken = async () => {
    const theirs = await reread();
    if (theirs === null) return;
    const met = conflictOf(now.current, theirs);
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
    const read = readDraft(chosen);
    setProblems(read.ok ? {} : read.problems);
    if (!read.ok) return;
    busy.current = true;
    const revision = conflict === null ? kept.revision : conflict.shown.revision;
    const after = await run({ stationId, revision, requestKey: kept.requestKey, form: read.form });
    busy.current = false;
    if (after.at === 'done') {
      forgetKept(stationId);
      say(stationId === null ? formText.added : formText.saved);
      onSaved(after.value.stationId);
    }
    if (after.at !== 'refused') return;
    if (after.refusal === 'changed-meanwhile' && stationId !== null) await overtaken();
    setProblems(problemsOf(after));
  };

  return {
    draft: kept.draft,
    problems,
    step,
    conflict,
    restored,
    since: kept.revision,
    wrong: Object.keys(problems).length,
    onChange: (part) => {
      reset();
      setProblems((wrong) => without(wrong, Object.keys(part)));
      hold({ ...now.current, draft: { ...now.current.draft, ...part } });
    },
    onChoose: (field, whose) =>
      setConflict((met) => (met === null ? null : { ...met, chosen: { ...met.chosen, [field]: whose } })),
    onDrop: () => void ask({ ...formText.dropAsk, danger: true }).then((yes) => (yes ? begin(fresh()) : undefined)),
    onSave: () => void save(),
  };
}

type Beginning = { readonly restored: boolean; readonly kept: Kept; readonly conflict: Conflict | null };

/** Goes on with what this device still has, held against the station as it is now. */
function beginning(kept: Kept | null, shown: ShownForm | null, fresh: () => Kept): Beginning {
  if (kept === null) return { restored: false, kept: fresh(), conflict: null };
  if (shown === null || kept.revision === shown.revision) return { restored: true, kept, conflict: null };
  return { restored: true, ...conflictOf(kept, shown) };
}

/** What both changed, and the draft with everything that only they changed. */
function conflictOf(kept: Kept, shown: ShownForm): { readonly conflict: Conflict; readonly kept: Kept } {
  const theirs = draftOf(shown.form);
  const { draft, conflicts, taken } = merge(kept.base, kept.draft, theirs);
  return {
    conflict: { shown, theirs, fields: conflicts, taken, chosen: {} },
    kept: { ...kept, draft },
  };
}

/** The draft as it was chosen; null while a choice is missing. */
function withChosen(draft: Draft, { fields, chosen, theirs }: Conflict): Draft | null {
  if (fields.some((field) => chosen[field] === undefined)) return null;
  return withFields(
    draft,
    fields.filter((field) => chosen[field] === 'theirs'),
    theirs,
  );
}

type Refused = Extract<DeedStepFor<'station.save'>, { at: 'refused' }>;

function problemsOf({ refusal, text, fields }: Refused): Problems {
  const named = refusedField[refusal];
  if (named !== undefined) return { [named]: text };
  return Object.fromEntries(Object.entries(fields).map(([path, words]) => [path.replace(/^form\./, ''), words]));
}

/** A field that is typed anew is no longer wrong, nor what lies in it. */
const without = (problems: Problems, fields: readonly string[]): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => !fields.includes(path.split('.')[0] ?? path)));
