import * as z from 'zod/mini';
import type { LocalCloud } from '../../emulator/local-cloud';
import { openLocalCloud } from '../../emulator/local-cloud';
import { collections } from './collections';
import { collection, transaction } from './database';

const Counter = z.object({ _id: z.string(), count: z.int(), note: z.nullable(z.string()), tags: z.array(z.string()) });
const counters = collection('card-checks', Counter);
const aCounter = (more: Partial<z.infer<typeof Counter>> = {}) => ({
  _id: 'water',
  count: 0,
  note: null,
  tags: [],
  ...more,
});

describe('the database as the functions use it', () => {
  let cloud: LocalCloud;
  const inside = <Value>(act: () => Promise<Value>): Promise<Value> => cloud.runAs({ console: true }, act);

  beforeAll(async () => {
    cloud = await openLocalCloud({ dataFile: ':memory:', collections, functions: { handlers: {} } });
  });
  beforeEach(() => cloud.reset());
  afterAll(() => cloud.close());

  it('says duplicate instead of throwing when an id is taken', async () => {
    expect(await inside(() => counters.insert(aCounter()))).toBe('inserted');
    expect(await inside(() => counters.insert(aCounter({ count: 9 })))).toBe('duplicate');
    expect(cloud.documents('card-checks').get('water')).toMatchObject({ count: 0 });
  });

  it('inserts many at once, and says so when one of them was there', async () => {
    expect(await inside(() => counters.insertMany([aCounter(), aCounter({ _id: 'tea' })]))).toBe('inserted');
    expect(cloud.documents('card-checks').get('tea')).toMatchObject({ count: 0 });
    const again = [aCounter({ count: 9 }), aCounter({ _id: 'soup' })];
    expect(await inside(() => counters.insertMany(again))).toBe('duplicate');
    expect(cloud.documents('card-checks').get('water')).toMatchObject({ count: 0 });
    expect(await inside(() => counters.insertMany([]))).toBe('inserted');
  });

  it('counts what a filter finds, and refuses to count with a hole in it', async () => {
    await inside(() => counters.insertMany([aCounter(), aCounter({ _id: 'tea', count: 1 })]));
    expect(await inside(() => counters.count({ _id: 'tea' }))).toBe(1);
    expect(await inside(() => counters.count({ _id: { in: ['tea', 'water', 'soup'] } }))).toBe(2);
    expect(await inside(() => counters.count({ _id: 'soup' }))).toBe(0);
    await expect(inside(() => counters.count({ _id: undefined as never }))).rejects.toThrow('no value');
  });

  it('changes one document, and only while what was read is still true', async () => {
    await inside(() => counters.insert(aCounter({ count: 1 })));
    expect(await inside(() => counters.update({ _id: 'water', count: 1 }, { increase: { count: 1 } }))).toBe('updated');
    expect(await inside(() => counters.update({ _id: 'water', count: 1 }, { increase: { count: 1 } }))).toBe(
      'unmatched',
    );
  });

  it('replaces a whole value where the SDK by itself would merge it', async () => {
    cloud
      .documents('members')
      .insert({ _id: 'p', form: { name: '李', employerName: '圆通' }, identityKey: 'a', cardNumber: 'a' });
    const Person = z.object({ _id: z.string(), form: z.record(z.string(), z.string()) });
    await inside(() => collection('members', Person).update({ _id: 'p' }, { set: { form: { name: '王' } } }));
    expect(cloud.documents('members').get('p')).toMatchObject({ form: { name: '王' } });
    expect(cloud.documents('members').get('p')?.['form']).not.toHaveProperty('employerName');
  });

  it('refuses a filter with a hole in it, and leaves every document alone', async () => {
    await inside(() => counters.insert(aCounter()));
    const hole = { _id: 'water', note: undefined } as never;
    await expect(inside(() => counters.update(hole, { set: { count: 5 } }))).rejects.toThrow('has no value');
    expect(cloud.documents('card-checks').get('water')).toMatchObject({ count: 0 });
  });

  it('removes everything that a filter finds, and nothing when the filter has a hole in it', async () => {
    const codes = ['water', 'tea', 'soup'].map((_id) => aCounter({ _id, count: _id === 'soup' ? 1 : 0 }));
    await inside(() => counters.insertMany(codes));
    await expect(inside(() => counters.removeAll({ count: undefined as never }))).rejects.toThrow('no value');
    await expect(inside(() => counters.removeAll({}))).rejects.toThrow('at least one field');
    expect(await inside(() => counters.removeAll({ count: 0 }))).toBe(2);
    expect(
      cloud
        .documents('card-checks')
        .find()
        .map(({ _id }) => _id),
    ).toEqual(['soup']);
    expect(await inside(() => counters.removeAll({ count: 0 }))).toBe(0);
  });

  it('does not hand on a document that is not what it should be', async () => {
    cloud.documents('card-checks').insert({ _id: 'odd', count: 'many' });
    await expect(inside(() => counters.get('odd'))).rejects.toThrow();
  });

  it('loses no step when twenty transactions count on one document', async () => {
    await inside(() => counters.insert(aCounter()));
    const step = () =>
      transaction(async (tx) => {
        const counter = await tx.get('card-checks', Counter, 'water');
        await tx.update('card-checks', 'water', { set: { count: (counter?.count ?? 0) + 1 } });
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => inside(step)));
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(cloud.documents('card-checks').get('water')).toMatchObject({ count: done });
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'Contended' });
    expect(done).toBeGreaterThan(0);
  });

  it('undoes everything when a transaction fails half-way', async () => {
    await inside(() => counters.insert(aCounter()));
    const half = () =>
      transaction(async (tx) => {
        await tx.insert('card-checks', aCounter({ _id: 'tea' }));
        await tx.remove('card-checks', 'water');
        throw new Error('power cut');
      });
    await expect(inside(half)).rejects.toThrow('power cut');
    expect(
      cloud
        .documents('card-checks')
        .find()
        .map(({ _id }) => _id),
    ).toEqual(['water']);
  });
});
