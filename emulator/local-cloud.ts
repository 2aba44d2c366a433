import type { RequestListener } from 'node:http';
import type { Cloud } from './cloud';
import { assembleCloud } from './cloud';
import type { CallOutcome } from './functions/host';
import type { Identity } from './functions/identity';
import { hookSdk } from './functions/sdk-hook';
import { listen } from './gateway/listen';
import { waysIn } from './gateway/ways-in';
import type { Journal } from './journal/journal';
import type { Outbox } from './openapi/outbox';
import type { EmulatorOptions } from './options';
import type { Files } from './storage/files';
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
  /** The cloud storage. */
  readonly files: Files;
  /** Empties all collections, the storage and the outbox, and ends all transactions. */
  reset(): void;
  close(): void;
};

/**
 * Opens the local cloud without a port of its own choosing. For functions given as handlers node-sdk is hooked and its
 * requests skip HTTP; whatever else there is comes by loopback: bundles, wx-server-sdk with its own copy of node-sdk,
 * files, WeChat's double.
 */
export async function openLocalCloud(options: EmulatorOptions): Promise<LocalCloud> {
  const isHooked = 'handlers' in options.functions;
  if (isHooked) hookSdk();
  let address = '';
  const cloud = assembleCloud(options, () => address, isHooked);
  const server = await listen(0, waysIn(cloud, pagesOf(cloud, options)));
  // Somebody may forget to close a cloud that nothing is asked of any more.
  server.unref();
  address = server.address;
  return {
    ...cloud.local,
    close: () => {
      void server.stop();
      cloud.local.close();
    },
  };
}

/** The gateway's pages, loaded when first asked for: most tests never do. */
function pagesOf(cloud: Cloud, options: EmulatorOptions): RequestListener {
  let pages: Promise<RequestListener> | undefined;
  const load = async (): Promise<RequestListener> => {
    const [{ getRequestListener }, { gatewayApp }] = await Promise.all([
      import('@hono/node-server'),
      import('./gateway/app'),
    ]);
    const answer = getRequestListener(gatewayApp(cloud, options).fetch);
    return (request, response) => void answer(request, response);
  };
  return (request, response) => {
    void (pages ??= load()).then((answer) => answer(request, response));
  };
}
