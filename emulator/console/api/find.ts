import type { Cloud } from '../../cloud';
import { requestFailed } from '../../cloud-error';
import { parseFilter } from '../../query/parse-filter';
import type { Order } from '../../query/plan';
import type { Collection } from '../../store/schema';
import type { StoredRow } from '../../store/store';
import { parseDocument, parseStored, toEjson } from '../../values/ejson';
import { isNumber, ownField, toJsNumber } from '../../values/value';
import { toCanonical } from '../notation/canonical';
import { holdsText } from './holds-text';

/** A document in a list. Its text is left out where it is too long for one. */
export type ListedDocument = { readonly id: string; readonly text: string | null; readonly bytes: number };

export type DocumentsPage = {
  readonly documents: readonly ListedDocument[];
  /** How many there are; counted no further than `MOST_COUNTED` where something is searched for. */
  readonly total: number;
  readonly isTotalExact: boolean;
};

export type Search = {
  readonly collection: string;
  /** A filter where it begins with `{`; else an `_id`, or a text that occurs in a value. */
  readonly search: string;
  /** `{ at: -1 }`, or nothing for the order of insertion. */
  readonly sort: string;
  readonly offset: number;
  readonly limit: number;
};

const MOST_COUNTED = 1_000;
const MOST_LISTED_TEXT = 32 * 1024;
const BATCH = 500;

/** One page of a collection. Needs no index and leaves no trace in the journal. */
export function findDocuments(cloud: Cloud, { collection: name, search, sort, offset, limit }: Search): DocumentsPage {
  const collection = cloud.engine.collectionNamed(name);
  const order = orderOf(sort);
  const typed = search.trim();
  if (typed === '' && order.length === 0) {
    const rows = cloud.store.natural(collection, { offset, limit });
    return { documents: rows.map(listed), total: cloud.store.count(collection), isTotalExact: true };
  }
  const most = Math.max(MOST_COUNTED, offset + limit) + 1;
  const isFilter = typed.startsWith('{');
  const condition = parseFilter(isFilter ? parseDocument(toCanonical(typed), new Date()) : {});
  const rows =
    isFilter || typed === ''
      ? cloud.engine.direct.view(collection, { condition, order, offset: 0, limit: most }, undefined)
      : rowsWithText(cloud, collection, typed, order, most);
  return {
    documents: rows.slice(offset, offset + limit).map(listed),
    total: typed === '' ? cloud.store.count(collection) : Math.min(rows.length, most - 1),
    isTotalExact: typed === '' || rows.length < most,
  };
}

/** The one whose `_id` it is comes first, since that is what people look for most. */
function rowsWithText(
  cloud: Cloud,
  collection: Collection,
  text: string,
  order: Order,
  most: number,
): readonly StoredRow[] {
  const condition = parseFilter({ _id: { $eq: text } });
  const named = cloud.engine.direct.view(collection, { condition, order: [], offset: 0, limit: 1 }, undefined);
  const found = [...named];
  const first = named[0]?.row;
  for (const row of rowsInOrder(cloud, collection, order)) {
    if (found.length >= most) break;
    if (row.row !== first && holdsText(row.text, text)) found.push(row);
  }
  return found;
}

function* rowsInOrder(cloud: Cloud, collection: Collection, order: Order): Generator<StoredRow> {
  if (order.length > 0) {
    const everything = { condition: parseFilter({}), order, offset: 0, limit: Infinity };
    yield* cloud.engine.direct.view(collection, everything, undefined);
    return;
  }
  for (let offset = 0; ; offset += BATCH) {
    const rows = cloud.store.natural(collection, { offset, limit: BATCH });
    yield* rows;
    if (rows.length < BATCH) return;
  }
}

function orderOf(sort: string): Order {
  if (sort.trim() === '') return [];
  return Object.entries(parseDocument(toCanonical(sort), new Date())).map(([field, value]) => {
    const direction = isNumber(value) ? toJsNumber(value) : 0;
    if (direction !== 1 && direction !== -1) throw requestFailed(`the order of '${field}' must be 1 or -1`);
    return [field, direction] as const;
  });
}

function listed({ text }: StoredRow): ListedDocument {
  const bytes = Buffer.byteLength(text);
  return { id: idTextOf(text), text: bytes > MOST_LISTED_TEXT ? null : text, bytes };
}

/** The `_id` of a stored document, as canonical EJSON. */
export function idTextOf(text: string): string {
  return toEjson(ownField(parseStored(text), '_id') ?? null);
}
