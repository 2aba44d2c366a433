import { StationId } from '../../types/ids';
import type { ImportColumn, ImportRow, RowProblem } from '../../types/station-import';
import { importColumns } from '../../types/station-import';
import type { StationForm } from '../../types/station-form';
import { StationForm as FormSchema } from '../../types/station-form';
import { readCell } from './import-cells';
import { meanings, readDate, readNumber } from './import-columns';
import { isInChina } from './place';

/** What a row says, column by column; a column that the file does not have is not there, an empty cell is null. */
export type ReadRow = {
  readonly line: number;
  readonly id: StationId | null;
  /** A union's id or full name. */
  readonly union: string | undefined;
  readonly says: Partial<Omit<StationForm, 'unionId' | 'outlet' | 'swap'>>;
  readonly outlet: Partial<Record<'partner' | 'agreedFrom' | 'agreedUntil', string | null>>;
  readonly swap: { readonly operator?: string | null; readonly slots?: number | null };
};

/** Columns that may not be empty where they are, and that a new station needs. */
export const neededColumns = ['name', 'category', 'city', 'district', 'street', 'address', 'union'] as const;
/** What a row without an id is known by. */
const namingColumns = ['name', 'district', 'street'] as const;

type Complain = (column: ImportColumn, problem: RowProblem['problem']) => void;
type Cells = { [Column in ImportColumn]?: string | undefined };

/** Reads one row by itself, without asking what is stored. */
export function readRow({ line, cells: raw }: ImportRow): { readonly row: ReadRow; readonly problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const complain: Complain = (column, problem) => void problems.push({ line, column, problem });
  const cells = cleanCells(raw, complain);
  for (const column of neededColumns) if (cells[column] === '') complain(column, 'missing');
  if ((raw.id ?? '').trim() === '')
    for (const column of namingColumns) if (raw[column] === undefined) complain(column, 'missing');
  const row = {
    line,
    id: readId(cells, complain),
    union: cells.union,
    says: { ...readFields(cells, complain), ...readPlace(cells, complain) },
    outlet: readOutlet(cells, complain),
    swap: readSwap(cells, complain),
  };
  return { row, problems };
}

function cleanCells(raw: Cells, complain: Complain): Cells {
  const cells: Cells = {};
  for (const column of importColumns) {
    const text = raw[column];
    const read = text === undefined ? undefined : readCell(column, text);
    if (read?.ok === false) complain(column, read.refusal);
    if (read?.ok === true) cells[column] = read.value;
  }
  return cells;
}

function readId({ id }: Cells, complain: Complain): StationId | null {
  if (id === undefined || id === '') return null;
  const read = StationId.safeParse(id);
  if (!read.success) complain('id', 'format');
  return read.data ?? null;
}

function readFields(cells: Cells, complain: Complain): ReadRow['says'] {
  const says: Record<string, unknown> = {};
  for (const column of importColumns) {
    const meaning = meanings[column];
    const cell = cells[column];
    if (meaning === undefined || cell === undefined) continue;
    if (cell === '') {
      if (meaning.empty !== undefined) says[meaning.field] = meaning.empty;
      continue;
    }
    const read = FormSchema.shape[meaning.field].safeParse(meaning.read(cell));
    if (read.success) says[meaning.field] = read.data;
    else
      complain(column, read.error.issues.some(({ message }) => message === 'too-long') ? 'too-long' : meaning.problem);
  }
  return says;
}

/** Both or neither, and in China: latitude before longitude is a slip that a map would not show. */
function readPlace({ lng, lat }: Cells, complain: Complain): Pick<ReadRow['says'], 'place'> {
  if (lng === undefined && lat === undefined) return {};
  if ((lng ?? '') === '' && (lat ?? '') === '') return { place: null };
  const [longitude, latitude] = [readNumber(lng ?? ''), readNumber(lat ?? '')];
  if (longitude === undefined) complain('lng', (lng ?? '') === '' ? 'missing' : 'number');
  if (latitude === undefined) complain('lat', (lat ?? '') === '' ? 'missing' : 'number');
  if (longitude === undefined || latitude === undefined) return {};
  if (!isInChina({ longitude, latitude })) complain('lng', 'outside-china');
  return { place: { longitude, latitude } };
}

function readOutlet(cells: Cells, complain: Complain): ReadRow['outlet'] {
  const outlet: { -readonly [Key in keyof ReadRow['outlet']]: ReadRow['outlet'][Key] } = {};
  if (cells.partner !== undefined) outlet.partner = short('partner', cells.partner, complain);
  if (cells.agreed_from !== undefined) outlet.agreedFrom = day('agreed_from', cells.agreed_from, complain);
  if (cells.agreed_until !== undefined) outlet.agreedUntil = day('agreed_until', cells.agreed_until, complain);
  const isAgreed = (outlet.agreedFrom ?? outlet.agreedUntil ?? null) !== null;
  if (outlet.partner === null && isAgreed) complain('partner', 'missing');
  return outlet;
}

function readSwap(cells: Cells, complain: Complain): ReadRow['swap'] {
  const swap: { operator?: string | null; slots?: number | null } = {};
  if (cells.swap_operator !== undefined) swap.operator = short('swap_operator', cells.swap_operator, complain);
  if (cells.swap_slots !== undefined) {
    const slots = cells.swap_slots === '' ? null : readNumber(cells.swap_slots);
    const isCount = slots === null || (slots !== undefined && Number.isInteger(slots) && slots >= 0 && slots <= 9_999);
    if (!isCount) complain('swap_slots', 'number');
    swap.slots = slots ?? null;
  }
  if (swap.operator === null && (swap.slots ?? null) !== null) complain('swap_operator', 'missing');
  return swap;
}

/** As long as a firm's name may be. Characters. */
const MOST = 30;

function short(column: ImportColumn, cell: string, complain: Complain): string | null {
  if (cell.length > MOST) complain(column, 'too-long');
  return cell === '' ? null : cell;
}

/** A whole day: an agreement ends on one. */
function day(column: ImportColumn, cell: string, complain: Complain): string | null {
  if (cell === '') return null;
  const read = readDate(cell);
  if (read?.length !== 'YYYY-MM-DD'.length) complain(column, 'date');
  return read ?? null;
}
