import type { SdkCloud, SdkDatabase } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

describe('a transaction that the SDK forgets', () => {
  let sdk: SdkCloud;
  const warnings = (): readonly string[] => sdk.cloud.journal.warnings.list().map(({ text }) => text);

  beforeEach(async () => {
    sdk = await sdkCloud([{ name: 'seats', indexes: [{ name: 'event', keys: [['event', 1]] }] }]);
    sdk.cloud.documents('seats').insertMany([
      { _id: 'a', event: 'e1' },
      { _id: 'b', event: 'e1' },
    ]);
  });
  afterEach(() => sdk.cloud.close());

  const calls: readonly (readonly [name: string, call: (database: SdkDatabase) => Promise<unknown>])[] = [
    ['where().count()', (database) => database.collection('seats').where({ event: 'e1' }).count()],
    ['where().update()', (database) => database.collection('seats').where({ event: 'e1' }).update({ taken: true })],
    ['where().remove()', (database) => database.collection('seats').where({ event: 'e1' }).remove()],
  ];

  it.each(calls)('%s is named, for it does not run inside', async (name, call) => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await transaction.collection('seats').doc('a').get();
      await call(transaction as never);
      await transaction.rollback();
    });
    expect(warnings()).toEqual([expect.stringContaining(`seats 的 ${name} 没有带事务编号`)]);
  });

  it('says nothing of what the SDK does put inside', async () => {
    await sdk.using(async (database) => {
      await database.runTransaction(async (transaction) => {
        await transaction.collection('seats').where({ event: 'e1' }).get();
        await transaction.collection('seats').doc('a').update({ taken: true });
        await transaction.collection('seats').add({ event: 'e1' });
      });
    });
    expect(warnings()).toEqual([]);
  });

  it.each(['commit', 'rollback'] as const)('says nothing after the %s', async (end) => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await transaction.collection('seats').doc('a').get();
      await transaction[end]();
      await database.collection('seats').where({ event: 'e1' }).count();
    });
    expect(warnings()).toEqual([]);
  });

  it('says nothing after a failure has ended it', async () => {
    await sdk.using(async (database) => {
      const transaction = await database.startTransaction();
      await transaction
        .collection('seats')
        .add({ _id: 'a' })
        .catch(() => undefined);
      await database.collection('seats').where({ event: 'e1' }).count();
    });
    expect(warnings()).toEqual([]);
  });
});
