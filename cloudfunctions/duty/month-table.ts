import { stringify } from 'csv-stringify/sync';
import { dutyEvidences } from '../../types/duty-kind';
import type { VolunteerNo } from '../../types/ids';
import { guardedCell } from '../runtime/formula-cell';
import { evidenceWords } from './certificate-words';
import type { BookEntry } from './hours-records';
import { minutesOf, standing, sumOf } from './hours-sum';

export type MonthOfVolunteer = {
  readonly number: VolunteerNo;
  readonly name: string;
  /** All entries of the month, corrections among them. */
  readonly entries: readonly BookEntry[];
};

const MINUTES_AN_HOUR = 60;

/** A month's hours by volunteer, as CSV that Excel and WPS open as UTF-8. No cell is run as a formula. */
export function monthTable(volunteers: readonly MonthOfVolunteer[]): string {
  const head = [
    '志愿者编号',
    '姓名',
    '班次数',
    '小时',
    ...dutyEvidences.map((name) => `${evidenceWords[name]}（分钟）`),
  ];
  const rows = [...volunteers]
    .sort((one, other) => one.number.localeCompare(other.number))
    .map(({ number, name, entries }) => {
      const { minutes, mix } = sumOf(entries);
      const served = standing(entries).filter((entry) => minutesOf(entry.mix) > 0).length;
      const parts = dutyEvidences.map((wanted) => mix.find(({ evidence }) => evidence === wanted)?.minutes ?? 0);
      return [number, name, String(served), (minutes / MINUTES_AN_HOUR).toFixed(1), ...parts.map(String)];
    });
  return stringify(
    [head, ...rows].map((cells) => cells.map((cell) => guardedCell(cell.replace(/\s+/gu, ' ').trim()))),
    { bom: true, record_delimiter: 'windows' },
  );
}
