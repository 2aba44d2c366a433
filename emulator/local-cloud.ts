import { assembleCloud } from './cloud';
import type { CallOutcome } from './functions/host';
import type { Identity } from './functions/identity';
import { hookSdk } from './functions/sdk-hook';
import { answerAdmin } from './gateway/admin-listener';
import { listen } from './gateway/listen';
import type { Journal } from './journal/journal';
import type { Outbox } from './openapi/outbox';
import type { EmulatorOptions } from './options';
import type { StoreAccess } from './store-access';

export type { CallOutcome } from './functions/host';
export type { Identity } from './functions/identity';
export type { CollectionDefinition, EmulatorOptions, FunctionSource, IndexDefinition, Persona } from './options';
export type { PlainDocument, StoreAccess } from './store-access';

/** The whole cloud inside this process: for tests that call functions and look at what they left behind. */
export type LocalCloud = {
  /** Calls a function as the cloud would. A function that throws is an `error` in the outcome, not a rejection. */
  call(name: string, event: unknown, identity: Identity): Promise<CallOutcome>;
  /** Runs code as if it were the body of a function this identity has called, SDK included. */
  runAs<T>(identity: Identity, act: () => Promise<T>): Promise<T>;
  /** Direct access to a collection, for seeding and assertions; not counted as round trips. */
  documents(collection: string): StoreAccess;
  /** Everything stored, as text, one document a line: tests search it for personal data that should be sealed. */
  exportText(): string;
  /** What happened lately: calls, looks into collections, warnings. */
  readonly journal: Journal;
  /** What WeChat would have delivered. */
  readonly outbox: Outbox;
  /** Empties all collections and ends all transactions. */
  reset(): void;
  close(): void;
};

// A hooked SDK sends nothing. Port 9 discards, should something else try.
const NOWHERE = 'http://127.0.0.1:9';

/** Opens the local cloud without a server. Functions given as handlers reach it directly, bundles over loopback HTTP. */
export async function openLocalCloud(options: EmulatorOptions): Promise<LocalCloud> {
  if ('handlers' in options.functions) {
    hookSdk();
    return assembleCloud(options, () => NOWHERE, true).local;
  }
  let address = '';
  const cloud = assembleCloud(options, () => address, false);
  const server = await listen(0, (request, response) => answerAdmin(cloud.admin, request, response));
  address = server.address;
  return {
    ...cloud.local,
    close: () => {
      void server.stop();
      cloud.local.close();
    },
  };
}
