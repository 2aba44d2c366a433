import { CloudError } from '../cloud-error';
import type { Sqlite } from './sqlite';

/**
 * How index entries and places are filed, as a number. It goes up whenever a change files documents otherwise than
 * before: a file of an older number has its indexes made anew at the next start; the documents themselves stay.
 */
const FORMAT = 2;

/** "US" in the upper half says whose file it is, the format is in the lower. Kept where SQLite has a place for it. */
const MARK = 0x5553_0000;

/** Whether the indexes of a file were filed by an earlier release. */
export function isOutdated(sqlite: Sqlite, file: string): boolean {
  const format = formatOf(sqlite);
  if (format > FORMAT) throw newerFile(file);
  return format < FORMAT;
}

/** Says that all indexes are filed as this release files them. */
export function noteFormat(sqlite: Sqlite): void {
  sqlite.exec(`PRAGMA application_id = ${MARK + FORMAT}`);
}

function formatOf(sqlite: Sqlite): number {
  const [row] = sqlite.all('PRAGMA application_id');
  const mark = Number(row?.['application_id']);
  // The first releases wrote no number.
  return mark >= MARK && mark < MARK + 0x1_0000 ? mark - MARK : 1;
}

function newerFile(file: string): CloudError {
  return new CloudError(
    'SYS_ERR',
    `数据文件 ${file} 由更新版本的本地云写成，这个版本读不了，文件没有改动。请升级本地云，或改用别的数据文件`,
  );
}
