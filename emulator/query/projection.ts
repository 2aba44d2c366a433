import { requestFailed } from '../cloud-error';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, ownField, toJsNumber } from '../values/value';

/** Which fields of a document to answer with: all but some, or only some. `_id` comes along unless it is refused. */
export type Projection = { readonly keeps: boolean; readonly paths: readonly string[]; readonly withId: boolean };

export function parseProjection(projection: BsonDocument): Projection | undefined {
  const fields = Object.entries(projection);
  if (fields.length === 0) return undefined;
  const chosen = fields
    .filter(([field]) => field !== '_id')
    .map(([field, value]) => [field, isWanted(field, value)] as const);
  const id = ownField(projection, '_id');
  const withId = id === undefined || isWanted('_id', id);
  const keeps = chosen[0]?.[1] ?? withId;
  if (chosen.some(([, wanted]) => wanted !== keeps))
    throw requestFailed('Cannot do inclusion and exclusion in one projection');
  return { keeps, paths: chosen.map(([field]) => field), withId };
}

function isWanted(field: string, value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (isNumber(value)) return toJsNumber(value) !== 0;
  const operator = isDocument(value) ? (Object.keys(value)[0] ?? field) : field;
  throw requestFailed(`the projection '${operator}' is not supported by the emulator`);
}

export function project(document: BsonDocument, { keeps, paths, withId }: Projection): BsonDocument {
  const { _id, ...rest } = document;
  const split = paths.map((path) => path.split('.'));
  const projected = keeps ? keep(rest, split) : drop(rest, split);
  return withId && _id !== undefined ? { _id, ...projected } : projected;
}

function keep(document: BsonDocument, paths: readonly (readonly string[])[]): BsonDocument {
  const kept: Record<string, Value> = {};
  for (const [field, value] of Object.entries(document)) {
    const under = paths.filter(([first]) => first === field).map(([, ...rest]) => rest);
    if (under.length === 0) continue;
    const inner = under.some((rest) => rest.length === 0) ? value : within(value, (item) => keep(item, under), false);
    if (inner !== undefined) kept[field] = inner;
  }
  return kept;
}

function drop(document: BsonDocument, paths: readonly (readonly string[])[]): BsonDocument {
  const kept: Record<string, Value> = {};
  for (const [field, value] of Object.entries(document)) {
    const under = paths.filter(([first]) => first === field).map(([, ...rest]) => rest);
    if (under.some((rest) => rest.length === 0)) continue;
    kept[field] = within(value, (item) => (under.length === 0 ? item : drop(item, under)), true) ?? value;
  }
  return kept;
}

/** Goes on inside a document and inside the documents of an array; `scalars` says whether other values stay. */
function within(value: Value, inner: (document: BsonDocument) => BsonDocument, scalars: boolean): Value | undefined {
  if (isDocument(value)) return inner(value);
  if (!isArray(value)) return scalars ? value : undefined;
  return value.flatMap((item) => {
    const result = within(item, inner, scalars);
    return result === undefined ? [] : [result];
  });
}
