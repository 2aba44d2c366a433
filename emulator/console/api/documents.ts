import { isDeepStrictEqual } from 'node:util';
import { parseBounded } from '../../bounded-json';
import type { Cloud } from '../../cloud';
import type { Collection } from '../../store/schema';
import type { StoredRow } from '../../store/store';
import { parseReplacement } from '../../update/apply-update';
import { parseDocument, parseEjson, toEjson } from '../../values/ejson';
import { orderKey } from '../../values/order';
import type { BsonDocument } from '../../values/value';
import { toCanonical } from '../notation/canonical';
import { idTextOf } from './find';
import { RequestError } from './words';

/** A document and its `_id`, both as canonical EJSON. */
export type WholeDocument = { readonly id: string; readonly text: string };

export function wholeDocument(cloud: Cloud, collectionName: string, id: string): WholeDocument {
  const { text } = rowOf(cloud, cloud.engine.collectionNamed(collectionName), id);
  return { id, text };
}

/** @param typed the document as it was typed; without an `_id` it is given one */
export function insertDocument(cloud: Cloud, collectionName: string, typed: string): WholeDocument {
  const collection = cloud.engine.collectionNamed(collectionName);
  const { insertion, writeNow } = cloud.engine.direct;
  const change = insertion(collection, typedDocument(typed));
  writeNow([change]);
  const text = toEjson(change.after ?? {});
  return { id: idTextOf(text), text };
}

/**
 * Puts what was typed in the place of the document.
 *
 * @param before the text that the page has shown: whoever edits must not undo what was written meanwhile
 */
export function replaceDocument(
  cloud: Cloud,
  collectionName: string,
  { id, before, typed }: { readonly id: string; readonly before: string; readonly typed: string },
): WholeDocument {
  const collection = cloud.engine.collectionNamed(collectionName);
  const { modificationOf, writeNow } = cloud.engine.direct;
  const row = rowOf(cloud, collection, id);
  if (row.text !== before && !isDeepStrictEqual(JSON.parse(row.text), jsonOrNull(before)))
    throw new RequestError('这份文档在您打开以后又被写过，请重新打开再改', 409);
  const change = modificationOf(collection, row, parseReplacement(typedDocument(typed)));
  writeNow([change]);
  return { id, text: toEjson(change.after ?? {}) };
}

export function removeDocument(cloud: Cloud, collectionName: string, id: string): void {
  const collection = cloud.engine.collectionNamed(collectionName);
  const { removal, writeNow } = cloud.engine.direct;
  writeNow([removal(collection, rowOf(cloud, collection, id))]);
}

function rowOf(cloud: Cloud, collection: Collection, id: string): StoredRow {
  const row = cloud.store.byId(collection, orderKey(parseEjson(id, new Date(0))));
  if (row === undefined) throw new RequestError('没有这份文档，可能已被删除', 404);
  return row;
}

function typedDocument(typed: string): BsonDocument {
  const canonical = toCanonical(typed);
  if (!canonical.startsWith('{')) throw new RequestError('文档应是一个对象：{ … }');
  return parseDocument(canonical, new Date());
}

function jsonOrNull(text: string): unknown {
  try {
    return parseBounded(text);
  } catch {
    return null;
  }
}
