import { useState } from 'react';
import type { ImportReport } from '../../api/import';
import { sendFile } from '../ask';
import { useAct } from '../parts/act';
import { ActWords } from '../parts/act-words';
import { ImportProgressWords } from './import-progress-words';
import { ImportWords } from './import-words';

type Mode = 'replace' | 'add';

/** Tried out first: what is written can only be what was shown. */
export function ImportForm({ onImported }: { readonly onImported: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>('replace');
  const [report, setReport] = useState<ImportReport | null>(null);
  const { act, run, forget } = useAct();
  const isSending = act.at === 'sending';
  const onImport = (isDryRun: boolean): void =>
    run(async () => {
      if (file === null) return undefined;
      setReport(await sendFile<ImportReport>(`/import?mode=${mode}&dry=${isDryRun}`, file, 'application/x-ndjson'));
      if (!isDryRun) onImported();
      return undefined;
    });
  const forgetReport = (): void => {
    setReport(null);
    forget();
  };
  const isReady = report !== null && !report.isImported && report.problemCount === 0;
  return (
    <section>
      <h2>导入</h2>
      <p className="quiet">先试一遍，看会发生什么；有一行不能导入，就一行也不写。</p>
      <form className="fields" onSubmit={(event) => event.preventDefault()}>
        <label>
          数据集文件
          <input
            type="file"
            disabled={isSending}
            accept=".ndjson,.jsonl,.json,application/x-ndjson"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              forgetReport();
            }}
          />
        </label>
        <fieldset className="ticks" disabled={isSending}>
          <legend>已有的文档</legend>
          <ModeChoice
            mode={mode}
            value="replace"
            words="先清空文件里有的集合"
            onChoose={setMode}
            onChange={forgetReport}
          />
          <ModeChoice
            mode={mode}
            value="add"
            words="保留，把文件里的加进去"
            onChoose={setMode}
            onChange={forgetReport}
          />
        </fieldset>
        <div className="actions">
          <button
            type="button"
            className={isReady ? '' : 'primary'}
            disabled={file === null || isSending}
            onClick={() => onImport(true)}
          >
            试一遍
          </button>
          <button
            type="button"
            className={isReady ? 'primary' : ''}
            disabled={!isReady || isSending}
            onClick={() => onImport(false)}
          >
            导入
          </button>
          {isSending && file !== null && <ImportProgressWords ofBytes={file.size} />}
        </div>
      </form>
      <ActWords act={act} />
      {report !== null && <ImportWords report={report} />}
    </section>
  );
}

function ModeChoice({
  mode,
  value,
  words,
  onChoose,
  onChange,
}: {
  readonly mode: Mode;
  readonly value: Mode;
  readonly words: string;
  readonly onChoose: (mode: Mode) => void;
  readonly onChange: () => void;
}) {
  return (
    <label className="check">
      <input
        type="radio"
        name="mode"
        checked={mode === value}
        onChange={() => {
          onChoose(value);
          onChange();
        }}
      />
      {words}
    </label>
  );
}
