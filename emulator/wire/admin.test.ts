import tcb from '@cloudbase/node-sdk';
import type { RunningEmulator } from '../emulator';
import { startEmulator } from '../emulator';
import { trackAsking } from '../journal/asking';
import { createJournal } from '../journal/journal';
import type { SdkCloud, SdkDatabase } from '../testing/sdk-database';
import { sdkCloud, sdkDatabase } from '../testing/sdk-database';
import { adminOf } from './admin';

const collections = [{ name: 'things', indexes: [{ name: 'card', keys: [['card', 1]], unique: true }] }] as const;

type Using = <T>(act: (database: SdkDatabase) => Promise<T>) => Promise<T>;

/** Every action is tried twice: with the SDK's HTTP hop, as a deployed bundle has it, and without, as tests do. */
const ways: readonly (readonly [way: string, open: () => Promise<{ using: Using; close: () => Promise<void> }>])[] = [
  [
    'in this process',
    async () => {
      const { cloud, using } = await sdkCloud(collections);
      const close = (): Promise<void> => {
        cloud.close();
        return Promise.resolve();
      };
      return { using, close };
    },
  ],
  [
    'over HTTP',
    async () => {
      const emulator: RunningEmulator = await startEmulator({
        port: 0,
        dataFile: ':memory:',
        collections,
        functions: { handlers: {} },
      });
      return {
        using: (act) => emulator.runAs({ console: true }, () => act(sdkDatabase())),
        close: async () => emulator.stop(),
      };
    },
  ],
];

describe.each(ways)('the SDK, spoken to %s', (_way, open) => {
  let using: Using;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ using, close } = await open());
  });

  afterEach(() => close());

  it('adds one document or several, with given ids or its own', async () => {
    await using(async (database) => {
      const things = database.collection('things');
      expect(await things.add({ _id: 'a', card: 1 })).toMatchObject({ id: 'a' });
      expect((await things.add({ card: 2 })).id).toMatch(/^[0-9a-f]{32}$/);
      const { ids } = await things.add([{ _id: 'b', card: 3 }, { card: 4 }]);
      expect(ids).toEqual(['b', expect.stringMatching(/^[0-9a-f]{32}$/)]);
      expect((await things.doc('a').get()).data).toEqual([{ _id: 'a', card: 1 }]);
      expect((await things.doc('absent').get()).data).toEqual([]);
    });
  });

  it('keeps every type it can store', async () => {
    const values = {
      int: 1,
      long: 5_000_000_000,
      double: 1.5,
      negative: -0.25,
      text: '工会驿站',
      yes: true,
      nothing: null,
      at: new Date(1_700_000_000_000),
      list: [1, [2], { a: 3 }],
      object: { nested: { deep: [] } },
      empty: '',
    };
    await using(async (database) => {
      await database.collection('things').add({ _id: 'a', ...values, dropped: undefined });
      expect((await database.collection('things').doc('a').get()).data).toEqual([{ _id: 'a', ...values }]);
    });
  });

  it('sets, which replaces or makes', async () => {
    await using(async (database) => {
      const thing = database.collection('things').doc('a');
      expect(await thing.set({ card: 1, old: true })).toMatchObject({ updated: 0, upsertedId: 'a' });
      expect(await thing.set({ card: 2 })).toMatchObject({ updated: 1, upsertedId: null });
      expect((await thing.get()).data).toEqual([{ _id: 'a', card: 2 }]);
    });
  });

  it('updates and removes by id and by filter, and says how many', async () => {
    await using(async (database) => {
      const things = database.collection('things');
      await things.add([
        { _id: 'a', card: 1, n: 1 },
        { _id: 'b', card: 2, n: 1 },
        { _id: 'c', card: 3, n: 2 },
      ]);
      expect(await things.where({ n: 1 }).update({ n: database.command.inc(5) })).toMatchObject({ updated: 2 });
      expect(await things.doc('c').update({ n: 7 })).toMatchObject({ updated: 1 });
      expect(await things.where({ n: 6 }).updateAndReturn({ n: 8 })).toMatchObject({ updated: 1, doc: { n: 8 } });
      expect(await things.where({ n: 99 }).updateAndReturn({ n: 8 })).toMatchObject({ updated: 0, doc: null });
      expect(await things.where({ n: database.command.in([6, 7]) }).remove()).toMatchObject({ deleted: 2 });
      expect(await things.doc('a').remove()).toMatchObject({ deleted: 1 });
      expect(await things.where({}).count()).toMatchObject({ total: 0 });
    });
  });

  it('takes a seat only while there is one, however many ask at once', async () => {
    await using(async (database) => {
      const things = database.collection('things');
      await things.add({ _id: 'event', card: 1, seatsTaken: 0 });
      const take = () =>
        things
          .where({ _id: 'event', seatsTaken: database.command.lt(3) })
          .update({ seatsTaken: database.command.inc(1) });
      const taken = await Promise.all(Array.from({ length: 10 }, take));
      expect(taken.filter(({ updated }) => updated === 1)).toHaveLength(3);
      expect((await things.doc('event').get()).data).toMatchObject([{ seatsTaken: 3 }]);
    });
  });

  it('runs a transaction to its end', async () => {
    await using(async (database) => {
      await database.runTransaction(async (transaction) => {
        await transaction.collection('things').add({ _id: 'a', card: 1 });
        expect((await transaction.collection('things').doc('a').get()).data).toEqual({ _id: 'a', card: 1 });
        expect((await transaction.collection('things').doc('b').get()).data).toBeNull();
      });
      expect((await database.collection('things').get()).data).toHaveLength(1);
    });
  });

  it('is told of a duplicate, on insert and on update, in the words that functions look for', async () => {
    const duplicate = (index: string) => ({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(
        `E11000 duplicate key error collection: things index: ${index} dup key`,
      ) as string,
    });
    await using(async (database) => {
      const things = database.collection('things');
      await things.add([
        { _id: 'a', card: 1 },
        { _id: 'b', card: 2 },
      ]);
      await expect(things.add({ _id: 'a', card: 9 })).rejects.toMatchObject(duplicate('_id_'));
      await expect(things.add({ card: 2 })).rejects.toMatchObject(duplicate('card'));
      await expect(things.doc('a').update({ card: 2 })).rejects.toMatchObject(duplicate('card'));
      await expect(things.doc('c').set({ card: 2 })).rejects.toMatchObject(duplicate('card'));
      expect((await things.orderBy('_id', 'asc').get()).data).toEqual([
        { _id: 'a', card: 1 },
        { _id: 'b', card: 2 },
      ]);
    });
  });

  it('knows declared collections and those made since, and no others', async () => {
    await using(async (database) => {
      const missing = {
        code: 'DATABASE_COLLECTION_NOT_EXIST',
        message: expect.stringContaining('Db or Table not exist: later') as string,
      };
      await expect(database.collection('later').get()).rejects.toMatchObject(missing);
      await expect(database.collection('later').add({ a: 1 })).rejects.toMatchObject(missing);
      await database.createCollection('later');
      await database.collection('later').add({ a: 1 });
      await expect(database.createCollection('later')).rejects.toMatchObject({
        code: 'DATABASE_COLLECTION_ALREADY_EXIST',
      });
    });
  });

  it('is refused by name what the emulator does not imitate', async () => {
    await using(async () => {
      const user = tcb
        .init({ env: tcb.SYMBOL_CURRENT_ENV })
        .auth()
        .queryUserInfo({ platform: 'PHONE', platformId: '1' });
      await expect(user).rejects.toMatchObject({
        code: 'INVALID_ACTION',
        message: expect.stringContaining("'PHONE' is not supported") as string,
      });
    });
  });

  it('is refused a document over 16 MB', async () => {
    await using(async (database) => {
      const adding = database.collection('things').add({ text: 'x'.repeat(16 * 1024 * 1024) });
      await expect(adding).rejects.toMatchObject({ message: expect.stringContaining('16 MB') as string });
    });
  });
});

describe('what the vendor publishes of its answers', () => {
  let sdk: SdkCloud;
  beforeEach(async () => {
    sdk = await sdkCloud(collections);
  });
  afterEach(() => sdk.cloud.close());

  it('object ids come back as their digits, a text that looks like one as it was', async () => {
    const looksLike = '{"$oid":"5b2509efdc9c81268a7348d3"}';
    await sdk.using(async (database) => {
      const things = database.collection('things');
      const oid = database.ObjectId({ id: '5b2509efdc9c81268a7348d3' });
      await things.add({ _id: 'a', oid, list: [{ oid }], looksLike });
      const { data } = await things.where({ oid }).get();
      expect(data).toEqual([
        { _id: 'a', oid: '5b2509efdc9c81268a7348d3', list: [{ oid: '5b2509efdc9c81268a7348d3' }], looksLike },
      ]);
      const { doc } = await things.where({ oid }).updateAndReturn({ n: 1 });
      expect(doc).toMatchObject({ oid: '5b2509efdc9c81268a7348d3' });
    });
  });

  it('counts a document that was set to what it was as updated, one that was updated to it as not', async () => {
    await sdk.using(async (database) => {
      await database.collection('things').add({ _id: 'a', card: 1 });
      const thing = database.collection('things').doc('a');
      expect(await thing.set({ card: 1 })).toMatchObject({ updated: 1 });
      expect(await thing.update({ card: 1 })).toMatchObject({ updated: 0 });
    });
  });

  it('ends the sentences about transactions as the cloud does', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await transaction.commit();
      await expect(transaction.collection('things').doc('a').get()).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_FAIL',
        message:
          '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
      });
    });
  });
});

it.each(['constructor', '__proto__', 'toString'])('%s is no action', async (action) => {
  const journal = createJournal(() => undefined);
  const options = {
    engine: {} as never,
    functions: { invocationOf: () => undefined } as never,
    services: {},
    journal,
    asking: trackAsking(journal),
    latencyMs: 0,
    log: () => undefined,
  };
  expect(await adminOf(options)({ action })).toMatchObject({ code: 'INVALID_ACTION' });
});
