import { stringify } from 'csv-stringify/sync';
import type { Answers, FormField } from '../../types/event-form';
import type { EpochMs } from '../../types/time';
import { guardedCell } from '../runtime/formula-cell';
import { readDetails } from './details';
import type { ExportRecord } from './export-records';
import { childText, columnWords, momentText, quotaWords, stateWords, watermarkLines, yesNo } from './export-words';
import type { EventRecord } from './records';
import type { SessionsOf } from './registrant-marks';
import type { Details, Registration } from './registration-records';

export type ExportedList = {
  readonly record: ExportRecord;
  readonly event: Pick<EventRecord, 'title' | 'fields'>;
  readonly rows: readonly Registration[];
  /** False where the list is longer than a table holds. */
  readonly isWhole: boolean;
  readonly attendedBy: SessionsOf;
  readonly at: EpochMs;
};

type Guest = { readonly row: Registration; readonly details: Details | null; readonly attended: readonly EpochMs[] };
type Column = { readonly title: string; readonly cell: (guest: Guest) => string };

/**
 * A list of registrants as CSV that Excel and WPS open as UTF-8, a watermark above it. Names are masked and sensitive
 * answers left out unless names were agreed to. No cell is run as a formula.
 */
export function exportTable({ record, event, rows, isWhole, attendedBy, at }: ExportedList): string {
  const columns = columnsOf(event.fields, record.withNames);
  const head = watermarkLines({
    title: event.title,
    by: record.askedBy,
    office: record.office,
    agreedBy: record.decidedBy ?? '',
    purpose: record.purpose,
    exportId: record._id,
    at,
    withNames: record.withNames,
    isWhole,
    count: rows.length,
  });
  const table = [
    ...head.map((line) => [line]),
    columns.map(({ title }) => title),
    ...rows.map((row) => {
      const details = record.withNames ? readDetails(row) : null;
      const guest = { row, details, attended: attendedBy(row.personId) };
      return columns.map(({ cell }) => cell(guest));
    }),
  ];
  return stringify(
    table.map((cells) => cells.map(harmless)),
    { bom: true, record_delimiter: 'windows' },
  );
}

/** On one line: a break within a cell would let a text look like a row of its own. */
const harmless = (text: string): string => guardedCell(text.replace(/\s+/gu, ' ').trim());

function columnsOf(fields: readonly FormField[], withNames: boolean): Column[] {
  return [
    { title: columnWords.lot, cell: ({ row }) => row.lot },
    { title: columnWords.name, cell: ({ row, details }) => details?.name ?? row.maskedName },
    { title: columnWords.state, cell: ({ row }) => stateWords[row.state] },
    { title: columnWords.people, cell: ({ row }) => String(row.people) },
    { title: columnWords.quota, cell: ({ row }) => (row.group === null ? '' : quotaWords[row.group]) },
    { title: columnWords.registeredAt, cell: ({ row }) => momentText(row.registeredAt) },
    { title: columnWords.attended, cell: ({ attended }) => attended.map(momentText).join('；') },
    ...(withNames ? [{ title: columnWords.children, cell: childrenCell }] : []),
    ...fields
      .filter(({ isSensitive }) => withNames || !isSensitive)
      .map(({ fieldId, label, isSensitive }) => ({
        title: label,
        cell: ({ row, details }: Guest) => answerCell(isSensitive ? (details?.answers ?? {}) : row.answers, fieldId),
      })),
  ];
}

const childrenCell = ({ details }: Guest): string =>
  (details?.children ?? []).map(({ name, age }) => childText(name, age)).join('、');

function answerCell(answers: Answers, fieldId: string): string {
  const answer = Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return yesNo(answer);
  return Array.isArray(answer) ? answer.join('、') : String(answer);
}
