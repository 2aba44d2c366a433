import { parseOrder } from '../aggregate/sort';
import { invalidParameter } from '../cloud-error';
import type { Engine, Modified } from '../engine/engine';
import type { Condition } from '../query/condition';
import type { Order } from '../query/plan';
import { parseFilter } from '../query/parse-filter';
import { parseProjection } from '../query/projection';
import { parseReplacement, parseUpdate } from '../update/apply-update';
import { parseDocument, parseStored, toEjson } from '../values/ejson';
import { fieldNames } from '../values/fields';
import type { BsonDocument } from '../values/value';
import { isNumber, isObjectId, toJsNumber } from '../values/value';
import { aggregate, aggregateDocuments } from './aggregate-action';
import type { WireAnswer, WireRequest } from './request';
import { requiredText, textOf, wholeNumber } from './request';

const DEFAULT_LIMIT = 100;
const MOST_LIMIT = 1000;

export type Action = (engine: Engine, request: WireRequest) => WireAnswer | Promise<WireAnswer>;

/** Each `database.*` action that is imitated; README.md says which are not. */
export const databaseActions: Readonly<Record<string, Action>> = {
  'database.insertDocument': async (engine, request) => {
    const { data } = request;
    if (!isTexts(data)) throw invalidParameter('data must be an array of EJSON texts');
    const now = new Date();
    const documents = data.map((text) => parseDocument(text, now));
    return {
      data: {
        insertedIds: await engine.insert(collectionOf(request), documents, transactionOf(request)).then(plainIds),
      },
    };
  },

  'database.getDocument': async (engine, request) => {
    const condition = parseFilter(filterOf(request));
    const list = await engine.find(
      collectionOf(request),
      {
        condition,
        order: orderOf(request),
        offset: wholeNumber(request, 'offset') ?? 0,
        limit: isById(request) ? 1 : limitOf(request),
      },
      transactionOf(request),
    );
    return { data: { list: outgoing(projected(list, request, condition)) } };
  },

  'database.calculateDocument': async (engine, request) => ({
    data: { total: await engine.count(collectionOf(request), parseFilter(filterOf(request))) },
  }),

  'database.aggregate': aggregate,

  'database.aggregateDocuments': aggregateDocuments,

  'database.modifyDocument': async (engine, request) => {
    const update = parseDocument(textOf(request, 'data') ?? '{}', new Date());
    const modified = await engine.modify(
      collectionOf(request),
      {
        filter: filterOf(request),
        update: request['merge'] === true ? parseUpdate(update) : parseReplacement(update),
        multi: request['multi'] === true,
        upsert: request['upsert'] === true,
        replaces: request['merge'] !== true,
      },
      transactionOf(request),
    );
    return { data: { updated: modified.updated, upsert_id: plainId(modified.upsertId) } };
  },

  'database.modifyAndReturnDoc': async (engine, request) => {
    const update = parseUpdate(parseDocument(textOf(request, 'data') ?? '{}', new Date()));
    const { document }: Modified = await engine.modify(
      collectionOf(request),
      { filter: filterOf(request), update, multi: false, upsert: false, replaces: false },
      transactionOf(request),
    );
    return { data: { updated: document === null ? 0 : 1, doc: document === null ? null : outgoing([document])[0] } };
  },

  'database.removeDocument': async (engine, request) => ({
    data: {
      deleted: await engine.remove(
        collectionOf(request),
        filterOf(request),
        request['multi'] === true,
        transactionOf(request),
      ),
    },
  }),

  'database.startTransaction': (engine) => ({ transactionId: engine.startTransaction() }),

  'database.commitTransaction': async (engine, request) => {
    await engine.commit(requiredText(request, 'transactionId'));
    return {};
  },

  'database.abortTransaction': (engine, request) => {
    engine.abort(requiredText(request, 'transactionId'));
    return {};
  },

  'database.addCollection': (engine, request) => {
    engine.addCollection(collectionOf(request));
    return {};
  },
};

const isTexts = (data: unknown): data is readonly string[] =>
  Array.isArray(data) && data.every((text) => typeof text === 'string');

function collectionOf(request: WireRequest): string {
  return requiredText(request, 'collectionName');
}

function filterOf(request: WireRequest): BsonDocument {
  return parseDocument(textOf(request, 'query') ?? '{}', new Date());
}

function transactionOf(request: WireRequest): string | undefined {
  return textOf(request, 'transactionId');
}

function isById(request: WireRequest): boolean {
  return request['queryType'] === 'DOC';
}

function orderOf(request: WireRequest): Order {
  const text = textOf(request, 'order');
  if (text === undefined) return [];
  const order = parseDocument(text, new Date());
  return fieldNames(order).length === 0 ? [] : parseOrder(order);
}

function limitOf(request: WireRequest): number {
  return Math.min(wholeNumber(request, 'limit') ?? DEFAULT_LIMIT, MOST_LIMIT) || DEFAULT_LIMIT;
}

/**
 * Documents as the cloud sends them: an object id is the text of its digits, for the SDK knows no other kind. Inside a
 * text the quotes are escaped, so nothing else looks like this.
 */
function outgoing(list: readonly string[]): readonly string[] {
  return list.map((text) => (text.includes('"$oid"') ? text.replace(/\{"\$oid":("[0-9a-f]{24}")\}/g, '$1') : text));
}

function projected(list: readonly string[], request: WireRequest, condition: Condition): readonly string[] {
  const text = textOf(request, 'projection');
  const projection = text === undefined ? undefined : parseProjection(parseDocument(text, new Date()));
  if (projection === undefined) return list;
  return list.map((document) => toEjson(projection(parseStored(document), condition)));
}

type Ids = Awaited<ReturnType<Engine['insert']>>;

function plainIds(ids: Ids): readonly unknown[] {
  return ids.map(plainId);
}

function plainId(id: Ids[number]): unknown {
  if (id === null || typeof id === 'string') return id;
  if (isObjectId(id)) return id.toHexString();
  return isNumber(id) ? toJsNumber(id) : toEjson(id);
}
