import tcb from '@cloudbase/node-sdk';
import type { CollectionDefinition, EmulatorOptions, LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';

type Plain = Readonly<Record<string, unknown>>;

export type StoredThing = { readonly _id: string; readonly [field: string]: unknown };

/** What the tests use of the SDK's database; its own typings say `any` to most of it. */
export type SdkDatabase = SdkCollections & {
  readonly command: SdkCommand;
  readonly RegExp: new (pattern: { regexp: string; options: string }) => unknown;
  readonly Geo: SdkGeo;
  serverDate(shift: { offset: number }): unknown;
  ObjectId(of: { id: string }): unknown;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<SdkTransaction>;
  runTransaction<T>(act: (transaction: SdkTransaction) => Promise<T>): Promise<T>;
};

type SdkGeo = {
  readonly Point: new (longitude: number, latitude: number) => SdkShape;
  readonly LineString: new (points: readonly SdkShape[]) => SdkShape;
  readonly Polygon: new (rings: readonly SdkShape[]) => SdkShape;
  readonly MultiPoint: new (points: readonly SdkShape[]) => SdkShape;
  readonly MultiLineString: new (lines: readonly SdkShape[]) => SdkShape;
  readonly MultiPolygon: new (polygons: readonly SdkShape[]) => SdkShape;
};

type SdkShape = { toJSON(): unknown };

export type SdkTransaction = {
  collection(name: string): SdkQuery & {
    doc(id: string): SdkDocument<StoredThing | null>;
    add(document: Plain): Promise<{ readonly id: string }>;
  };
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
};

type SdkCollections = {
  collection(name: string): SdkQuery & {
    doc(id: string | number): SdkDocument<readonly StoredThing[]>;
    add(document: Plain): Promise<{ readonly id: string }>;
    add(documents: readonly Plain[]): Promise<{ readonly ids: readonly string[] }>;
  };
};

export type SdkQuery = {
  where(filter: unknown): SdkQuery;
  options(options: { readonly raw?: boolean; readonly multiple?: boolean }): SdkQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  skip(number: number): SdkQuery;
  limit(number: number): SdkQuery;
  field(fields: Readonly<Record<string, boolean>>): SdkQuery;
  get(): Promise<{ readonly data: readonly StoredThing[] }>;
  count(): Promise<{ readonly total: number }>;
  update(update: Plain): Promise<{ readonly updated: number }>;
  updateAndReturn(update: Plain): Promise<{ readonly updated: number; readonly doc: StoredThing | null }>;
  remove(): Promise<{ readonly deleted: number }>;
  aggregate(): SdkPipeline;
};

type SdkPipeline = {
  match(filter: Plain): SdkPipeline;
  group(stage: Plain): SdkPipeline;
  end(): Promise<unknown>;
};

type SdkDocument<Data> = {
  get(): Promise<{ readonly data: Data }>;
  set(document: Plain): Promise<{ readonly updated: number; readonly upsertedId?: string | null }>;
  update(update: Plain): Promise<{ readonly updated: number }>;
  remove(): Promise<{ readonly deleted: number }>;
};

type SdkCondition = { and(other: SdkCondition): SdkCondition };

type SdkCommand = Readonly<
  Record<
    | 'gt'
    | 'gte'
    | 'lt'
    | 'lte'
    | 'eq'
    | 'in'
    | 'exists'
    | 'or'
    | 'inc'
    | 'mul'
    | 'push'
    | 'unshift'
    | 'addToSet'
    | 'pull'
    | 'set'
    | 'rename'
    | 'and'
    | 'geoNear'
    | 'geoWithin'
    | 'geoIntersects',
    (...operands: readonly unknown[]) => SdkCondition
  > &
    Record<'remove' | 'pop' | 'shift', () => unknown>
>;

export type SdkCloud = {
  readonly cloud: LocalCloud;
  /** Runs a piece of a function with the real SDK's database. */
  readonly using: <T>(act: (database: SdkDatabase) => Promise<T>) => Promise<T>;
};

/** A local cloud in memory with the given collections, as the SDK sees it. */
export async function sdkCloud(
  collections: readonly CollectionDefinition[],
  options: Partial<EmulatorOptions> = {},
): Promise<SdkCloud> {
  const cloud = await openLocalCloud({ dataFile: ':memory:', collections, functions: { handlers: {} }, ...options });
  return {
    cloud,
    using: (act) => cloud.runAs({ console: true }, () => act(sdkDatabase())),
  };
}

/** The real SDK's database, as a function gets it. */
export function sdkDatabase(): SdkDatabase {
  return tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database() as unknown as SdkDatabase;
}
