import type { SdkCloud, SdkTransaction } from '../testing/sdk-database';
import { parseFilter } from '../query/parse-filter';
import type { Store } from '../store/store';
import { openStore } from '../store/store';
import { sdkCloud } from '../testing/sdk-database';
import { createEngine } from './engine';

const collections = [
  { name: 'accounts', indexes: [{ name: 'card', keys: [['card', 1]], unique: true }] },
  { name: 'log', indexes: [] },
] as const;

let sdk: SdkCloud;

async function open(transactionLifeMs?: number): Promise<void> {
  sdk = await sdkCloud(collections, transactionLifeMs === undefined ? {} : { transactionLifeMs });
  sdk.cloud.documents('accounts').insertMany([
    { _id: 'a', card: 'card-a', n: 0 },
    { _id: 'b', card: 'card-b', n: 0 },
  ]);
}

beforeEach(() => open());
afterEach(() => sdk.cloud.close());

const n = (id: string): unknown => sdk.cloud.documents('accounts').get(id)?.['n'];
const read = async (transaction: SdkTransaction, id: string) =>
  (await transaction.collection('accounts').doc(id).get()).data;

/** Resolved promises get their turn; what still waits then, waits for something else. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a transaction', () => {
  it('loses no update of 20 that read and write the same document at once', async () => {
    await sdk.using(async (database) => {
      const addOne = async (): Promise<void> => {
        // The SDK repeats a lost transaction three times; with 20 at once that is not enough, as in the cloud.
        for (;;) {
          try {
            await database.runTransaction(async (transaction) => {
              const account = await read(transaction, 'a');
              await transaction
                .collection('accounts')
                .doc('a')
                .update({ n: Number(account?.['n']) + 1 });
            });
            return;
          } catch (error) {
            if ((error as { code?: string }).code !== 'DATABASE_TRANSACTION_CONFLICT') throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: 20 }, addOne));
    });
    expect(n('a')).toBe(20);
  });

  it('sees the state at its first operation and its own writes; others see nothing before it commits', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await database.collection('accounts').doc('a').update({ n: 1 });
      expect(await read(transaction, 'a')).toMatchObject({ n: 1 });
      await database.collection('accounts').doc('a').update({ n: 2 });
      await database.collection('accounts').doc('a').update({ n: 3 });
      await database.collection('accounts').doc('b').remove();
      await database.collection('accounts').add({ _id: 'c', card: 'card-c', n: 7 });
      expect(await read(transaction, 'a')).toMatchObject({ n: 1 });
      expect(await read(transaction, 'b')).toMatchObject({ n: 0 });
      expect(await read(transaction, 'c')).toBeNull();
      const all = await transaction
        .collection('accounts')
        .where({ n: database.command.gte(0) })
        .orderBy('_id', 'desc')
        .get();
      expect(all.data).toMatchObject([{ _id: 'b' }, { _id: 'a', n: 1 }]);
      await transaction.collection('log').add({ _id: 'note', text: 'mine' });
      expect((await transaction.collection('log').where({ text: 'mine' }).get()).data).toHaveLength(1);
      expect((await database.collection('log').get()).data).toHaveLength(0);
      await transaction.commit();
      expect((await database.collection('log').get()).data).toHaveLength(1);
    });
  });

  it('fails at once with a conflict when another has written first, and is gone', async () => {
    await sdk.using(async (database) => {
      const [first, second] = [await database.startTransaction(), await database.startTransaction()];
      await first.collection('accounts').doc('a').update({ n: 1 });
      await expect(second.collection('accounts').doc('a').update({ n: 2 })).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_CONFLICT',
      });
      await expect(second.collection('accounts').doc('b').update({ n: 2 })).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_FAIL',
      });
      await first.commit();
    });
    expect([n('a'), n('b')]).toEqual([1, 0]);
  });

  it('fails with a conflict when what it writes has changed since its snapshot', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await read(transaction, 'a');
      await database.collection('accounts').doc('a').update({ n: 5 });
      await expect(transaction.collection('accounts').doc('a').update({ n: 1 })).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_CONFLICT',
      });
    });
    expect(n('a')).toBe(5);
  });

  it('is taken back whole', async () => {
    await sdk.using(async (database) => {
      const failing = database.runTransaction(async (transaction) => {
        await transaction.collection('accounts').doc('a').set({ card: 'x', n: 9 });
        await transaction.collection('accounts').doc('b').remove();
        await transaction.collection('log').add({ text: 'never' });
        throw new Error('the callback failed');
      });
      await expect(failing).rejects.toThrow('the callback failed');
    });
    expect([n('a'), n('b'), sdk.cloud.documents('log').count()]).toEqual([0, 0, 0]);
  });

  it('makes a plain write wait for its end', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await transaction.collection('accounts').doc('a').update({ n: 10 });
      let isWritten = false;
      const plain = database
        .collection('accounts')
        .where({ n: database.command.lt(10) })
        .update({ n: database.command.inc(1) })
        .then(({ updated }) => {
          isWritten = true;
          return updated;
        });
      await settle();
      expect(isWritten).toBe(false);
      await transaction.commit();
      // It looks again after waiting: `a` has 10 by now and is no longer meant.
      expect(await plain).toBe(1);
    });
    expect([n('a'), n('b')]).toEqual([10, 1]);
  });

  it('is rolled back when abandoned, and lets the waiting write through', async () => {
    sdk.cloud.close();
    await open(30);
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await transaction.collection('accounts').doc('a').update({ n: 10 });
      await database
        .collection('accounts')
        .doc('a')
        .update({ n: database.command.inc(1) });
      await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    });
    expect(n('a')).toBe(1);
  });

  it('can be ended only once', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await transaction.collection('accounts').doc('a').update({ n: 1 });
      await transaction.commit();
      await expect(transaction.rollback()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    });
    expect(n('a')).toBe(1);
  });

  it('updates and returns, and sees the update itself', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      const answer = await transaction
        .collection('accounts')
        .where({ _id: 'a' })
        .updateAndReturn({ n: database.command.inc(3) });
      expect(answer).toMatchObject({ updated: 1, doc: { _id: 'a', n: 3 } });
      expect(await read(transaction, 'a')).toMatchObject({ n: 3 });
      await transaction.rollback();
    });
    expect(n('a')).toBe(0);
  });
});

describe('a commit', () => {
  it('that fails in the middle leaves nothing behind', async () => {
    const store = openStore(':memory:', collections);
    let inserts = 0;
    const failing: Store = {
      ...store,
      insert: (collection, document) => {
        inserts += 1;
        if (inserts === 2) throw new Error('the disk is full');
        return store.insert(collection, document);
      },
    };
    const engine = createEngine(failing, { isStrict: false, transactionLifeMs: 1000 });
    const id = engine.startTransaction();
    await engine.insert('log', [{ _id: 'first' }, { _id: 'second' }], id);
    await expect(engine.commit(id)).rejects.toThrow('the disk is full');
    expect(await engine.count('log', parseFilter({}))).toBe(0);
    await engine.insert('log', [{ _id: 'first' }]);
    store.close();
  });
});

describe('a unique key in a transaction', () => {
  it('is refused when another document has it, and the transaction is over', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await expect(transaction.collection('accounts').add({ _id: 'c', card: 'card-a' })).rejects.toMatchObject({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining(
          'E11000 duplicate key error collection: accounts index: card dup key',
        ) as string,
      });
      await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    });
  });

  it('belongs to the first of two transactions that take it', async () => {
    await sdk.using(async (database) => {
      const [first, second] = [await database.startTransaction(), await database.startTransaction()];
      await first.collection('accounts').add({ _id: 'c', card: 'card-c' });
      await expect(second.collection('accounts').add({ _id: 'd', card: 'card-c' })).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_CONFLICT',
      });
      const plain = database.collection('accounts').add({ _id: 'e', card: 'card-c' });
      await first.commit();
      await expect(plain).rejects.toMatchObject({ message: expect.stringContaining('E11000') as string });
    });
    expect(sdk.cloud.documents('accounts').find({ card: 'card-c' })).toMatchObject([{ _id: 'c' }]);
  });

  it('can pass from one document to another in one transaction, in either order of writing', async () => {
    await sdk.using((database) =>
      database.runTransaction(async (transaction) => {
        await transaction.collection('accounts').doc('a').update({ card: 'free' });
        await transaction.collection('accounts').doc('b').update({ card: 'card-a' });
        await transaction.collection('accounts').doc('a').update({ card: 'card-b' });
      }),
    );
    expect(sdk.cloud.documents('accounts').find({ card: 'card-a' })).toMatchObject([{ _id: 'b' }]);
    expect(sdk.cloud.documents('accounts').find({ card: 'card-b' })).toMatchObject([{ _id: 'a' }]);
  });

  it('that was freed after the snapshot is a conflict, not a success on an old view', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await read(transaction, 'a');
      await database.collection('accounts').doc('a').remove();
      await expect(transaction.collection('accounts').add({ _id: 'c', card: 'card-a' })).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_CONFLICT',
      });
    });
  });
});
