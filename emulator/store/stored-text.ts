import { toEjson } from '../values/ejson';
import type { BsonDocument } from '../values/value';

const texts = new WeakMap<BsonDocument, string>();

/** The text of a document on its way into the store, written once however many steps ask for it. */
export function storedText(document: BsonDocument): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = toEjson(document);
  texts.set(document, text);
  return text;
}
