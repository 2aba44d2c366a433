import * as tcb from '@cloudbase/node-sdk';
import type { Commands, Shapes } from './filter';

/**
 * The part of the SDK's document database that we use, with its true shapes: the SDK's own types are loose, and its
 * answers differ inside and outside a transaction.
 */
export type RawDatabase = {
  readonly command: Commands;
  readonly Geo: {
    readonly Point: new (longitude: number, latitude: number) => object;
    readonly LineString: new (points: readonly object[]) => object;
    readonly Polygon: new (lines: readonly object[]) => object;
  };
  collection(name: string): RawCollection;
  startTransaction(): Promise<RawTransaction>;
};

type RawCollection = {
  add(doc: object): Promise<unknown>;
  /** Outside a transaction a list of none or one. */
  doc(id: string): { get(): Promise<{ data: unknown[] }>; remove(): Promise<{ deleted: number }> };
  where(query: object): RawQuery;
};

export type RawQuery = {
  orderBy(path: string, direction: 'asc' | 'desc'): RawQuery;
  limit(most: number): RawQuery;
  field(fields: Readonly<Record<string, boolean>>): RawQuery;
  options(options: { readonly multiple: false }): RawQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(change: object): Promise<{ updated: number }>;
  remove(): Promise<{ deleted: number }>;
};

export type RawTransaction = {
  collection(name: string): {
    add(doc: object): Promise<unknown>;
    /** Inside a transaction the document itself, or null. */
    doc(id: string): {
      get(): Promise<{ data: unknown }>;
      update(change: object): Promise<unknown>;
      remove(): Promise<unknown>;
    };
  };
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
};

let opened: RawDatabase | null = null;

/** The database of the environment that the function runs in. Nothing is sent until it is used. */
export function database(): RawDatabase {
  // The SDK documents SYMBOL_CURRENT_ENV for `env` and types it as a string.
  opened ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string }).database() as unknown as RawDatabase;
  return opened;
}

/** Filters on a map are written with the SDK's own shapes. */
export function shapes(): Shapes {
  const { Point, LineString, Polygon } = database().Geo;
  return {
    point: ([longitude, latitude]) => new Point(longitude, latitude),
    polygon: (ring) =>
      new Polygon([new LineString(ring.map(([longitude, latitude]) => new Point(longitude, latitude)))]),
  };
}
