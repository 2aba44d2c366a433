import * as z from 'zod/mini';
import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import type { StationRow } from '../../types/station-staff';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import type { Condition, Filter } from '../runtime/filter';
import { StationRecord, stations } from './records';
import type { Handler } from './scene';
import { TENDERS } from './scene';
import { gramsOfQuery, holdsText } from './search-text';
import { AGREEMENT_NOTICE_DAYS } from './station-index';
import { statusNow } from './view';

const PAGE_SIZE = 20;
/** A text is looked for among so many at a time; a page may then be short and still have a next. */
const READ = 500;

/**
 * By one index: the caller's unions in the order of names. A text narrows it by its pairs of characters, and what is
 * found is read for the whole text, the sign's number included.
 */
export const listOwn: Handler<'listOwn'> = async ({ cursor, text, onlyAttention }, { now, standing }) => {
  const wanted = text ?? '';
  const unions: Condition = { in: standing.unionsAs(TENDERS) };
  const filter: Filter = {
    ...(onlyAttention === true ? { attention: unions } : { scope: unions }),
    ...pairsOf(wanted),
    ...(cursor ? { listKey: { from: cursor } } : {}),
  };
  const limit = wanted === '' ? PAGE_SIZE + 1 : READ;
  const found = await stations.findParts(filter, rowParts, { order: [['listKey', 'asc']], limit });
  // Where the reading stopped, the last is the next page's first.
  const stopped = wanted !== '' && found.length === READ ? found.at(-1)?.listKey : undefined;
  const matching = found.filter(
    ({ name, street, signNo, listKey }) =>
      listKey !== stopped && (wanted === '' || holdsText(wanted, name, street, signNo ?? '')),
  );
  const next = matching[PAGE_SIZE]?.listKey ?? stopped;
  return agree({
    items: matching.slice(0, PAGE_SIZE).map((station) => rowOf(station, now)),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};

/** Numbers may be on the sign, and one character is no pair: those are read for alone. */
function pairsOf(text: string): Filter {
  const [first, ...others] = gramsOfQuery(text);
  const isNarrowing = first !== undefined && first.length > 1 && !/\d/.test(text.normalize('NFKC'));
  return isNarrowing ? { grams: { all: [first, ...others] } } : {};
}

const RowParts = z.pick(StationRecord, {
  _id: true,
  name: true,
  category: true,
  signNo: true,
  street: true,
  offices: true,
  opening: true,
  closure: true,
  live: true,
  broken: true,
  lacks: true,
  outlet: true,
  listKey: true,
});
type RowParts = z.infer<typeof RowParts>;
const rowParts: Excerpt<RowParts> = { schema: RowParts, fields: Object.keys(RowParts.shape) };

function rowOf(station: RowParts, now: EpochMs): StationRow {
  const { _id, name, category, signNo, street, offices, broken, lacks, outlet, live } = station;
  const until = outlet?.agreedUntil ?? null;
  const soon = addDays(shanghaiDay(now), AGREEMENT_NOTICE_DAYS);
  return {
    stationId: _id,
    name,
    category,
    signNo,
    street,
    unionName: offices[0]?.name ?? '',
    status: statusNow(station, now),
    broken,
    lacks,
    agreementEnds: until !== null && until <= soon ? until : null,
    lockedReports: Object.values(live.statements).filter(({ says }) => says === 'locked').length,
  };
}
