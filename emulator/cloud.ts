import type { Engine } from './engine/engine';
import { createEngine } from './engine/engine';
import type { FunctionHost } from './functions/host';
import { hostFunctions } from './functions/host';
import type { Timers } from './functions/timers';
import { runTimers } from './functions/timers';
import { checkAccess } from './gateway/client-database';
import { trackAsking } from './journal/asking';
import type { Journal } from './journal/journal';
import { createJournal } from './journal/journal';
import type { LocalCloud } from './local-cloud';
import type { CloudPay } from './openapi/cloud-pay';
import { createCloudPay } from './openapi/cloud-pay';
import type { OpenApi } from './openapi/open-api';
import { createOpenApi } from './openapi/open-api';
import type { Outbox } from './openapi/outbox';
import { createOutbox } from './openapi/outbox';
import type { EmulatorOptions } from './options';
import { DEFAULT_TRANSACTION_LIFE_MS } from './options';
import type { DiskFiles } from './storage/disk-files';
import type { Links } from './storage/links';
import { createLinks } from './storage/links';
import { openStorage } from './storage/place';
import { accessTo } from './store-access';
import type { Store } from './store/store';
import { openStore } from './store/store';
import type { Admin } from './wire/admin';
import { adminOf } from './wire/admin';
import { authActions } from './wire/auth-actions';
import { openApiActions } from './wire/openapi-actions';
import { storageActions } from './wire/storage-actions';

/** The parts of one local cloud, put together; the in-process form and the server form each add a way in. */
export type Cloud = {
  readonly local: LocalCloud;
  readonly admin: Admin;
  readonly host: FunctionHost;
  readonly timers: Timers;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly openApi: OpenApi;
  readonly pay: CloudPay;
  readonly files: DiskFiles;
  readonly links: Links;
  readonly engine: Engine;
  readonly store: Store;
  readonly driver: string;
};

/**
 * @param address where this cloud listens, asked at each call of a function
 * @param isHooked whether the SDK's requests skip HTTP
 */
export function assembleCloud(options: EmulatorOptions, address: () => string, isHooked: boolean): Cloud {
  const log = options.log ?? (() => undefined);
  const journal = createJournal(log);
  checkAccess(options.collections, options.strict === true, journal);
  const store = openStore(options.dataFile, options.collections);
  const outbox = createOutbox();
  const openApi = createOpenApi(outbox);
  const pay = createCloudPay();
  const storage = openStorage(options.dataFile, options.filesDirectory);
  const { files } = storage;
  const links = createLinks(address);
  const asking = trackAsking(journal);
  const engine = createEngine(store, {
    isStrict: options.strict === true,
    observe: asking.observe,
    transactionLifeMs: options.transactionLifeMs ?? DEFAULT_TRANSACTION_LIFE_MS,
  });
  const hooked = isHooked ? { admin: (): Admin => admin } : {};
  const host = hostFunctions({ ...options, address, journal, ...hooked });
  const services = { ...storageActions(files, links), ...openApiActions(openApi, pay), ...authActions };
  const admin = adminOf({ engine, functions: host, services, journal, asking, latencyMs: options.latencyMs ?? 0, log });
  const timers = runTimers({
    settings: options.functionSettings ?? {},
    isRunning: options.timers === true,
    run: async (name, { name: timer, message }) => {
      await host.call(name, message, { timer });
    },
    log,
  });
  let isClosed = false;
  const local: LocalCloud = {
    call: (name, event, identity) => host.call(name, event, identity),
    runAs: (identity, act) => host.runAs(identity, act),
    documents: (collection) => accessTo(store, engine, collection),
    exportText: () =>
      store
        .collections()
        .flatMap((collection) => store.everything(collection).map(({ text }) => `${collection.name}\t${text}`))
        .join('\n'),
    journal,
    outbox,
    files,
    reset: () => {
      journal.clear();
      outbox.clear();
      pay.clear();
      storage.reset();
      engine.stop();
      store.empty();
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      timers.stop();
      engine.stop();
      host.close();
      store.close();
      storage.close();
    },
  };
  return {
    local,
    admin,
    host,
    timers,
    journal,
    outbox,
    openApi,
    pay,
    files,
    links,
    engine,
    store,
    driver: store.driver,
  };
}
