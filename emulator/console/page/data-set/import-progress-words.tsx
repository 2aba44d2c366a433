import type { ImportProgress } from '../../api/import-progress';
import { usePolled } from '../asked';
import { bytesInWords, countInWords } from '../words';

/** How far an import is, for as long as it goes on. @param ofBytes the size of the file that is sent */
export function ImportProgressWords({ ofBytes }: { readonly ofBytes: number }) {
  const { asked } = usePolled<ImportProgress>('/import', 400);
  const progress: ImportProgress = asked.at === 'answered' ? asked.answer : { at: 'idle' };
  return (
    <>
      <progress max={1} value={shareOf(progress, ofBytes)} aria-label="导入的进度" />
      <span className="quiet" role="status">
        {inWords(progress, ofBytes)}
      </span>
    </>
  );
}

/** Of receiving, then of reading; undefined while nobody can tell. */
function shareOf(progress: ImportProgress, ofBytes: number): number | undefined {
  if (progress.at === 'receiving') return progress.bytes / Math.max(1, ofBytes);
  return progress.at === 'reading' ? progress.bytes / Math.max(1, progress.ofBytes) : undefined;
}

function inWords(progress: ImportProgress, ofBytes: number): string {
  if (progress.at === 'receiving') return `正在接收 ${bytesInWords(progress.bytes)}，共 ${bytesInWords(ofBytes)}……`;
  if (progress.at === 'finishing') return '正在放到位……';
  if (progress.at === 'idle') return `正在处理 ${bytesInWords(ofBytes)}……`;
  const percent = Math.floor((100 * progress.bytes) / Math.max(1, progress.ofBytes));
  return `已读 ${percent}%，${countInWords(progress.documents)} 份文档……`;
}
