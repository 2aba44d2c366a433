import type { BsonDocument, Value } from './value';

/** Where a document remembers the order of its fields, if JavaScript's is another. Spreading carries it along. */
const fieldOrder = Symbol('fieldOrder');

type Ordered = BsonDocument & { readonly [fieldOrder]?: readonly string[] };

/**
 * A document with its fields in the given order.
 *
 * JavaScript moves names that are whole numbers to the front; a document with such names remembers where they stood.
 */
export function documentOf(fields: Iterable<readonly [field: string, value: Value]>): BsonDocument {
  const document: Record<string, Value> = {};
  const names: string[] = [];
  let isMoved = false;
  for (const [field, value] of fields) {
    if (!Object.hasOwn(document, field)) {
      isMoved ||= startsWithDigit(field);
      names.push(field);
    }
    document[field] = value;
  }
  return isMoved ? remember(document, names) : document;
}

/** A document's fields in its own order. Where that matters, use this and not `Object.entries`. */
export function fieldsOf(document: BsonDocument): readonly (readonly [field: string, value: Value])[] {
  const order = (document as Ordered)[fieldOrder];
  return order === undefined
    ? Object.entries(document)
    : orderedNames(document, order).map((field) => [field, document[field] ?? null]);
}

export function fieldNames(document: BsonDocument): readonly string[] {
  const order = (document as Ordered)[fieldOrder];
  return order === undefined ? Object.keys(document) : orderedNames(document, order);
}

/** The document with one field set: where it stands, or behind the others. */
export function withField(document: BsonDocument, field: string, value: Value): BsonDocument {
  const changed = { ...document, [field]: value };
  if (!startsWithDigit(field) || Object.hasOwn(document, field)) return changed;
  return remember(changed, [...fieldNames(document), field]);
}

export function withoutField(document: BsonDocument, field: string): BsonDocument {
  return documentOf(fieldsOf(document).filter(([name]) => name !== field));
}

function startsWithDigit(field: string): boolean {
  const code = field.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function remember(document: Record<string, Value>, names: readonly string[]): BsonDocument {
  return Object.assign(document, { [fieldOrder]: names });
}

// The list may be of an earlier shape of the document: fields come and go without its being told.
function orderedNames(document: BsonDocument, order: readonly string[]): readonly string[] {
  const kept = order.filter((field) => Object.hasOwn(document, field));
  if (kept.length === Object.keys(document).length) return kept;
  const listed = new Set(kept);
  const others = Object.keys(document).filter((field) => !listed.has(field));
  return others.includes('_id') ? ['_id', ...kept, ...others.filter((field) => field !== '_id')] : [...kept, ...others];
}
