import type { IndexDefinition } from '../../cloudfunctions/runtime/collections';
import type { CodePackage } from './code-package';
import type { DeclaredFunction } from './declared-functions';
import type { Variables } from './keys';
import type { ActualIndex, StoredDocument } from './plan';

/** The few things we ask of one CloudBase environment. */
export type TencentCloud = {
  readonly structure: Structure;
  readonly documents: Documents;
  readonly functions: Functions;
};

/** Collections, their indexes and who may reach them. */
export type Structure = {
  /** @throws NotReady when the environment is not one that we can run on */
  describeEnvironment(): Promise<{ readonly name: string; readonly status: string }>;
  collectionNames(): Promise<string[]>;
  createCollection(name: string): Promise<void>;
  indexesOf(collection: string): Promise<ActualIndex[]>;
  createIndex(collection: string, index: IndexDefinition): Promise<void>;
  dropIndex(collection: string, name: string): Promise<void>;
  /** By collection; one that the platform says nothing about is absent. */
  permissions(collections: readonly string[]): Promise<ReadonlyMap<string, string>>;
  closeCollection(name: string): Promise<void>;
};

/** Single documents, by the same SDK that the functions use. */
export type Documents = {
  byIds(collection: string, ids: readonly string[]): Promise<StoredDocument[]>;
  add(collection: string, documents: readonly StoredDocument[]): Promise<void>;
  /** Stores it whether or not the id exists. */
  put(collection: string, document: StoredDocument): Promise<void>;
  remove(collection: string, id: string): Promise<void>;
};

export type Functions = {
  /** What runs there now, or null when there is no function of this name. */
  find(name: string): Promise<DeployedFunction | null>;
  /** Creates it, or replaces its code, settings, variables and timers. Returns when the platform says it is done. */
  deploy(declared: DeclaredFunction, variables: Variables, code: CodePackage): Promise<void>;
  deleteTimer(name: string, timer: string): Promise<void>;
  invoke(name: string, message: object): Promise<Invocation>;
};

export type DeployedFunction = {
  readonly runtime: string;
  readonly handler: string;
  readonly timeout: number;
  readonly memorySize: number;
  readonly status: string;
  /** Why it is in that status, as far as the platform says. */
  readonly reason: string;
  /** Which build of ours it says it is: see `buildName`. */
  readonly build: string;
  readonly codeSize: number;
  /** Null when the platform does not tell. */
  readonly codeSha256: string | null;
  readonly variables: Variables;
  readonly timers: readonly { readonly name: string; readonly config: string }[];
};

/** How a call ended: `answer` is what the function returned; without one, `trouble` says what the platform said. */
export type Invocation =
  { readonly answer: unknown; readonly requestId: string } | { readonly trouble: string; readonly requestId: string };
