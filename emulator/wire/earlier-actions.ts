import { parseBounded } from '../bounded-json';
import { invalidParameter, requestFailed } from '../cloud-error';
import type { Engine } from '../engine/engine';
import { toEjson, parseStored } from '../values/ejson';
import { fieldsOf } from '../values/fields';
import type { Value } from '../values/value';
import { isArray, isDate, isDecimal, isDocument, isNumber, isObjectId, isRegex, toJsNumber } from '../values/value';
import type { Action } from './database-actions';
import { databaseActions } from './database-actions';
import type { WireAnswer, WireRequest } from './request';

/**
 * What releases 0.9 of the database SDK ask, those of tcb-admin-node and of wx-server-sdk before 2.0: plain JSON where
 * later ones post EJSON texts, and dates as `{"$date": milliseconds}`. Each is answered by its successor.
 */
export const earlierActions: Readonly<Record<string, Action>> = {
  'database.addDocument': async (engine, request) => {
    const { insertedIds } = await insert(engine, request, request['data']);
    return { data: { _id: insertedIds[0] } };
  },

  'database.queryDocument': async (engine, request) => {
    const { list } = await ask('database.getDocument', engine, { ...request, order: orderText(request['order']) });
    return { data: { list: (list as readonly string[]).map((text) => earlierJson(parseStored(text))) } };
  },

  'database.countDocument': async (engine, request) => ({
    data: await ask('database.calculateDocument', engine, request),
  }),

  'database.updateDocument': async (engine, request) => {
    const { updated, upsert_id: id } = await ask('database.modifyDocument', engine, request);
    return { data: { updated, upsert_id: id, upserted_id: id } };
  },

  'database.deleteDocument': async (engine, request) => ({
    data: await ask('database.removeDocument', engine, request),
  }),

  'database.insertDocInTransaction': async (engine, request) => {
    const { insertedIds } = await insert(engine, request, jsonOf(request['data']));
    return { id: insertedIds[0], inserted: '1', ok: '1' };
  },

  'database.getInTransaction': async (engine, request) => {
    const { list } = await ask('database.getDocument', engine, { ...oneDocument(request), queryType: 'DOC' });
    return { data: (list as readonly string[])[0] ?? 'null' };
  },

  'database.updateDocInTransaction': async (engine, request) => {
    const { updated, upsert_id: id } = await ask('database.modifyDocument', engine, {
      ...oneDocument(request),
      data: jsonOf(request['data']),
      merge: request['upsert'] !== true,
    });
    return { updated: String(updated), ...(id === null ? {} : { upserted: JSON.stringify([{ index: 0, _id: id }]) }) };
  },

  'database.deleteDocInTransaction': async (engine, request) => {
    const { deleted } = await ask('database.removeDocument', engine, oneDocument(request));
    return { deleted: String(deleted) };
  },
};

async function insert(engine: Engine, request: WireRequest, data: unknown) {
  const document = laterJson({ ...(data as object), ...('_id' in request ? { _id: request['_id'] } : {}) });
  const answer = await ask('database.insertDocument', engine, { ...request, data: [JSON.stringify(document)] });
  return answer as { readonly insertedIds: readonly unknown[] };
}

/** Inside a transaction they sent EJSON as text. */
function jsonOf(data: unknown): unknown {
  try {
    return parseBounded(String(data));
  } catch {
    throw invalidParameter('data is not JSON');
  }
}

/** Releases 0.8 sent the `_id` alone. */
function oneDocument(request: WireRequest): WireRequest {
  return request['query'] === undefined ? { ...request, query: { _id: request['_id'] } } : request;
}

type Successor = keyof typeof databaseActions;

async function ask(action: Successor, engine: Engine, request: WireRequest): Promise<WireAnswer> {
  const texts = ['query', 'projection', 'data'].flatMap((field) => {
    const json = request[field];
    return typeof json !== 'object' || json === null || Array.isArray(json)
      ? []
      : [[field, JSON.stringify(laterJson(json))] as const];
  });
  const answer = await databaseActions[action]?.(engine, { ...request, ...Object.fromEntries(texts) });
  return (answer?.['data'] ?? {}) as WireAnswer;
}

function orderText(order: unknown): string {
  if (!Array.isArray(order)) return '';
  const parts = (order as readonly ({ field?: unknown; direction?: unknown } | null)[]).map(
    (one) => `${JSON.stringify(String(one?.field))}:${one?.direction === 'desc' ? -1 : 1}`,
  );
  return `{${parts.join(',')}}`;
}

/** As deep as any text of a request may go; deeper ones would end the stack. */
const MOST_DEPTH = 200;

/** A value as later releases write it: EJSON, with a tag for the server's date. */
function laterJson(json: unknown, depth = 0): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (depth >= MOST_DEPTH) throw requestFailed('BSONObj exceeds maximum nested object depth');
  if (Array.isArray(json)) return json.map((item) => laterJson(item, depth + 1));
  const names = Object.keys(json);
  const content = (json as Readonly<Record<string, unknown>>)[names[0] ?? ''];
  if (names.length === 1 && names[0] === '$date' && typeof content === 'object' && content !== null) {
    if ('offset' in content) return { $tcb_server_date: content };
    const [milliseconds] = Object.values(content) as readonly unknown[];
    return { $date: Number(milliseconds) };
  }
  // Seconds, without the counter that MongoDB's own form has.
  if (names.length === 1 && names[0] === '$timestamp' && typeof content === 'number') {
    return { $timestamp: { t: content, i: 0 } };
  }
  return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, laterJson(item, depth + 1)]));
}

function earlierJson(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isArray(value)) return value.map(earlierJson);
  if (isDate(value)) return { $date: value.getTime() };
  if (isObjectId(value)) return value.toHexString();
  if (isRegex(value)) return { $regex: value.pattern, $options: value.options };
  if (isNumber(value) && !isDecimal(value)) return toJsNumber(value);
  if (!isDocument(value)) {
    const { $timestamp: timestamp, ...rest } = JSON.parse(toEjson(value)) as { readonly $timestamp?: { t: number } };
    return timestamp === undefined ? rest : { $timestamp: timestamp.t };
  }
  return Object.fromEntries(fieldsOf(value).map(([field, item]) => [field, earlierJson(item)]));
}
