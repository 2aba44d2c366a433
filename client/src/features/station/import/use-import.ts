import type { RequestKey } from '@contract/evidence';
import type { ActionName, AnswerFor } from '@contract/contracts';
import { useEffect, useRef, useState } from 'react';
import { faultText, refusalText } from '@/answer-words';
import { call } from '@/cloud';
import type { ChosenFile } from '@/platform/table-file';
import { chooseTable } from '@/platform/table-file';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import type { ValueFor } from '@/use-question';
import { parseTable } from './csv';
import { decodeTable } from './decode';
import { applyWords, checkWords, importText, stageWords } from './import-copy';
import type { KeptImport } from './kept-import';
import { forgetImport, keepImport, readKeptImport } from './kept-import';
import type { Table, TableProblem } from './read-table';
import { readTable } from './read-table';

/** Rows in one call. */
const BATCH = 100;

export type Checked = Omit<ValueFor<'station.checkImport'>, 'problems'>;

/** Every place an import can be. */
export type ImportStep =
  | { readonly at: 'idle' }
  | { readonly at: 'kept'; readonly kept: KeptImport }
  | { readonly at: 'reading' }
  | { readonly at: 'unreadable'; readonly text: string }
  | { readonly at: 'staging'; readonly done: number; readonly of: number }
  | { readonly at: 'checking' }
  | { readonly at: 'wrong'; readonly problems: readonly TableProblem[] }
  | { readonly at: 'ready'; readonly checked: Checked; readonly kept: KeptImport }
  | { readonly at: 'applying'; readonly done: number; readonly of: number }
  | { readonly at: 'done'; readonly of: number; readonly left: readonly TableProblem[] }
  | { readonly at: 'stopped'; readonly text: string; readonly label: string; readonly retry: () => void };

export type Importing = {
  readonly step: ImportStep;
  /** The table as it was read here; null after a reload. */
  readonly table: Table | null;
  readonly onChoose: () => void;
  readonly onCancel: () => void;
  readonly onGoOn: () => void;
  readonly onDrop: () => void;
  readonly onApply: () => void;
};

/** A table from the file to the stations: read here, put aside in batches, checked as a whole, and only then written. */
export function useImport(): Importing {
  const [step, setStep] = useState<ImportStep>(() => {
    const kept = readKeptImport();
    return kept === null ? { at: 'idle' } : { at: 'kept', kept };
  });
  const [table, setTable] = useState<Table | null>(null);
  /** Which run is under way; an older one says nothing any more. */
  const turn = useRef(0);
  const ask = useConfirm();
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const stop = (text: string, retry: () => void, label: string = importText.stopped.retry) =>
    setStep({ at: 'stopped', text, label, retry });

  const read = async () => {
    const mine = (turn.current += 1);
    const file = await chooseTable();
    if (file === null || mine !== turn.current) return;
    setStep({ at: 'reading' });
    const found = await tableIn(file);
    if (mine !== turn.current) return;
    if (!found.ok) {
      setTable(null);
      setStep({ at: 'unreadable', text: found.text });
      return;
    }
    forgetImport();
    setTable(found.table);
    await stage(
      found.table,
      { importKey: drawRequestKey(), fileName: file.name },
      { nth: 0, problems: [], turn: mine },
    );
  };

  const stage = async (whole: Table, wish: Wish, { nth, problems, turn: mine }: StageAt): Promise<void> => {
    const batches = Math.ceil(whole.rows.length / BATCH);
    const found = [...problems];
    for (let place = nth; place < batches; place += 1) {
      setStep({ at: 'staging', done: place * BATCH, of: whole.rows.length });
      const rows = whole.rows.slice(place * BATCH, (place + 1) * BATCH);
      const answer = await call('station.stageRows', { importKey: wish.importKey, nth: place, rows });
      if (mine !== turn.current) return;
      if (!answer.ok) {
        stop(textOf(answer, stageWords), () => void stage(whole, wish, { nth: place, problems: found, turn: mine }));
        return;
      }
      found.push(...answer.value.problems);
    }
    const kept: KeptImport = { ...wish, batches, phase: 'staged' };
    await check(kept, [...whole.problems, ...found], mine);
  };

  const check = async (kept: KeptImport, before: readonly TableProblem[], mine: number): Promise<void> => {
    setStep({ at: 'checking' });
    const { importKey, batches } = kept;
    const answer = await call('station.checkImport', { importKey, batches });
    if (mine !== turn.current) return;
    if (!answer.ok) {
      stop(textOf(answer, checkWords), () => void check(kept, before, mine));
      return;
    }
    const { problems, ...checked } = answer.value;
    const all = withoutTwins([...before, ...problems]);
    if (all.length > 0) setStep({ at: 'wrong', problems: all });
    else {
      keepImport(kept);
      setStep({ at: 'ready', checked, kept });
    }
  };

  const apply = async (kept: KeptImport, mine: number): Promise<void> => {
    keepImport({ ...kept, phase: 'applying' });
    for (;;) {
      const answer = await call('station.applyImport', { importKey: kept.importKey });
      if (mine !== turn.current) return;
      if (!answer.ok) {
        const outdated = 'refusal' in answer && answer.refusal === 'import-outdated';
        if (outdated) keepImport({ ...kept, phase: 'staged' });
        const text = textOf(answer, applyWords);
        if (outdated) stop(text, () => void check(kept, [], mine), importText.stopped.recheck);
        else stop(text, () => void apply(kept, mine));
        return;
      }
      const { done, of, left } = answer.value;
      if (done >= of) {
        forgetImport();
        setStep({ at: 'done', of, left });
        return;
      }
      setStep({ at: 'applying', done, of });
    }
  };

  const onApply = async () => {
    if (step.at !== 'ready') return;
    const { added, changed } = step.checked;
    if (!(await ask(importText.ready.ask(added, changed)))) return;
    setStep({ at: 'applying', done: 0, of: added + changed });
    await apply(step.kept, (turn.current += 1));
  };

  const leave = () => {
    turn.current += 1;
    forgetImport();
    setTable(null);
    setStep({ at: 'idle' });
  };

  return {
    step,
    table,
    onChoose: () => void read(),
    onCancel: leave,
    onGoOn: () => {
      if (step.at !== 'kept') return;
      const mine = (turn.current += 1);
      if (step.kept.phase === 'staged') void check(step.kept, [], mine);
      else {
        setStep({ at: 'applying', done: 0, of: 0 });
        void apply(step.kept, mine);
      }
    },
    onDrop: leave,
    onApply: () => void onApply(),
  };
}

type Wish = { readonly importKey: RequestKey; readonly fileName: string };
type StageAt = { readonly nth: number; readonly problems: readonly TableProblem[]; readonly turn: number };

async function tableIn({ bytes }: ChosenFile): Promise<ReturnType<typeof readTable>> {
  const text = decodeTable(bytes);
  if (text === null) return { ok: false, text: importText.read.unreadable };
  const parsed = await parseTable(text);
  return parsed.ok ? readTable(parsed.rows) : { ok: false, text: importText.read.broken(parsed.line) };
}

type NotOk = Exclude<AnswerFor<ActionName>, { ok: true }>;
const textOf = (answer: NotOk, words: Readonly<Record<string, string>>): string =>
  'fault' in answer ? faultText(answer.fault) : refusalText(answer.refusal, words);

/** A batch and the check of the whole may find the same thing. In the order of the table. */
function withoutTwins(problems: readonly TableProblem[]): readonly TableProblem[] {
  const unlike = new Map(problems.map((one) => [`${one.line}:${one.column ?? ''}:${one.problem}`, one]));
  return [...unlike.values()].sort((one, other) => one.line - other.line);
}
