import type { AnswerFor } from '@contract/contracts';
import type { ImportColumn } from '@contract/station-import';
import type { PageCursor } from '@contract/paging';
import { useEffect, useRef, useState } from 'react';
import { faultText, refusalText } from '@/answer-words';
import { call } from '@/cloud';
import { handOverFile } from '@/platform/device';
import { todayOf } from '../desk/moments';
import { tableText } from './csv';
import { columnNames, columns, exportWords, importText } from './import-copy';

export type ExportStep =
  | { readonly at: 'idle' }
  | { readonly at: 'reading'; readonly rows: number }
  | { readonly at: 'done'; readonly rows: number }
  | { readonly at: 'failed'; readonly text: string };

type Row = Readonly<Partial<Record<ImportColumn, string>>>;

/** All stations that one keeps, as a table that can be read in again. */
export function useExport(): { readonly step: ExportStep; readonly onExport: () => void } {
  const [step, setStep] = useState<ExportStep>({ at: 'idle' });
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const run = async () => {
    const rows: Row[] = [];
    let cursor: PageCursor | null = null;
    setStep({ at: 'reading', rows: 0 });
    do {
      const answer: AnswerFor<'station.exportRows'> = await call('station.exportRows', { cursor });
      if (gone.current) return;
      if (!answer.ok) {
        const text = 'fault' in answer ? faultText(answer.fault) : refusalText(answer.refusal, exportWords);
        setStep({ at: 'failed', text });
        return;
      }
      rows.push(...answer.value.items);
      cursor = answer.value.next;
      setStep({ at: 'reading', rows: rows.length });
    } while (cursor !== null);
    const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
    const text = await tableText([columns.map((column) => columnNames[column]), ...cells]);
    const handed = await handOverFile(importText.export.fileName(todayOf(Date.now())), text);
    setStep(handed === 'failed' ? { at: 'failed', text: importText.export.failed } : { at: 'done', rows: rows.length });
  };
  return { step, onExport: () => (step.at === 'reading' ? undefined : void run()) };
}
