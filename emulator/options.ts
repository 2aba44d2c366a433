import type { FunctionMain } from './functions/invocation';
import type { FunctionSettings } from './functions/settings';

/** `1` ascending, `-1` descending, `'2dsphere'` for GeoJSON points. */
export type IndexDirection = 1 | -1 | '2dsphere';

export type IndexDefinition = {
  readonly name: string;
  readonly keys: readonly (readonly [field: string, direction: IndexDirection])[];
  /** As in MongoDB a missing field counts as null, and two nulls collide. */
  readonly unique?: true;
};

/** What the emulator needs to know of a collection. Any richer table fits: it is matched by shape, never imported. */
export type CollectionDefinition = {
  readonly name: string;
  readonly indexes: readonly IndexDefinition[];
  /** The cloud's permission of a collection. `ADMINONLY` unless told otherwise: no client reads or writes it. */
  readonly acl?: 'ADMINONLY' | 'ADMINWRITE' | 'PRIVATE' | 'READONLY' | 'CUSTOM';
};

/** Somebody the H5 build can be used as. `Authorization: Bearer persona:<id>` becomes this openid. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly openid: string;
};

/** `directory` holds built bundles, `<name>/index.js` with `exports.main`; `handlers` are live modules, for jest. */
export type FunctionSource =
  { readonly directory: string } | { readonly handlers: Readonly<Record<string, FunctionMain>> };

export type EmulatorOptions = {
  /** A SQLite file, made if absent, or `':memory:'`. One emulator at a time may hold a file. */
  readonly dataFile: string;
  /** Where the cloud storage keeps its files; `<dataFile>.files`, or for `':memory:'` a temporary one, unless told. */
  readonly filesDirectory?: string;
  readonly collections: readonly CollectionDefinition[];
  readonly functions: FunctionSource;
  /**
   * Environment variables that every function sees, as set in the cloud console. `{address}` in a value becomes the
   * emulator's own address: `{address}/wechat` is the double of api.weixin.qq.com, whatever the port.
   */
  readonly environment?: Readonly<Record<string, string>>;
  readonly personas?: readonly Persona[];
  /** Makes a query that no index serves an error which names the index it wants. */
  readonly strict?: boolean;
  /** Added to each request of the SDK, to make a chatty function feel as it would in the cloud. */
  readonly latencyMs?: number;
  /** The built H5 site, served at `/`. */
  readonly siteDirectory?: string;
  /** Receives what functions print, and faults of the emulator itself. */
  readonly log?: (line: string) => void;
  /** The cloud rolls a transaction back after 30 s; tests of that rule cannot wait so long. */
  readonly transactionLifeMs?: number;
  /**
   * A call that takes longer is answered with FUNCTIONS_TIME_LIMIT_EXCEEDED. Unless told otherwise 20 s, and with
   * `isolation: 'instances'` the cloud's own 3 s.
   */
  readonly functionTimeLimitMs?: number;
  /**
   * `shared` runs all functions in this process, calls side by side: fast, for tests. `instances` gives each function
   * threads of its own with one call at a time in each, as the cloud does. Handlers are always shared.
   */
  readonly isolation?: 'shared' | 'instances';
  /** How each function is deployed, by its name. */
  readonly functionSettings?: Readonly<Record<string, FunctionSettings>>;
  /** At most so many instances of one function; further calls wait. 4 unless told otherwise. */
  readonly mostInstances?: number;
  /** An instance that had nothing to do for so long is ended. Five minutes unless told otherwise. */
  readonly idleInstanceMs?: number;
  /** Runs the triggers of `functionSettings` by the clock. */
  readonly timers?: boolean;
  /** What functions see as TCB_ENV; `local-env` unless told otherwise. */
  readonly environmentId?: string;
};

export const DEFAULT_TRANSACTION_LIFE_MS = 30_000;
export const DEFAULT_FUNCTION_TIME_LIMIT_MS = 20_000;
