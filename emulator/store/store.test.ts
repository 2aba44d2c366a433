import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexDefinition, LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import { openSqlite } from './sqlite';

let folder: string;
let opened: LocalCloud[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
});

afterEach(async () => {
  for (const cloud of opened) cloud.close();
  opened = [];
  await rm(folder, { recursive: true });
});

async function open(indexes: readonly IndexDefinition[], name = 'things'): Promise<LocalCloud> {
  const cloud = await openLocalCloud({
    dataFile: join(folder, 'data.sqlite'),
    collections: [{ name, indexes }],
    functions: { handlers: {} },
  });
  opened.push(cloud);
  return cloud;
}

const unique: IndexDefinition = { name: 'card', keys: [['card', 1]], unique: true };
const duplicate = /E11000 duplicate key error collection: things index: card dup key/;

describe('a unique index', () => {
  it.each([
    ['two nulls', { card: null }, { card: null }],
    ['null and nothing', { card: null }, {}],
    ['nothing and nothing', {}, { other: 1 }],
    ['1 and 1.0', { card: 1 }, { card: 1.0 }],
    ['a value and an element', { card: 'a' }, { card: ['b', 'a'] }],
    ['equal documents', { card: { a: 1, b: 2 } }, { card: { a: 1, b: 2 } }],
  ])('does not take %s', async (_title, first, second) => {
    const things = (await open([unique])).documents('things');
    things.insert(first);
    expect(() => things.insert(second)).toThrow(duplicate);
    expect(things.count()).toBe(1);
  });

  it.each([
    ['different values', { card: 1 }, { card: 2 }],
    ['a number and its text', { card: 1 }, { card: '1' }],
    ['null and an empty text', { card: null }, { card: '' }],
    ['one value twice in one document', { card: ['a', 'a'] }, { card: ['b'] }],
    ['documents with their fields in another order', { card: { a: 1, b: 2 } }, { card: { b: 2, a: 1 } }],
  ])('takes %s', async (_title, first, second) => {
    const things = (await open([unique])).documents('things');
    things.insertMany([first, second]);
    expect(things.count()).toBe(2);
  });

  it('gives a key free when its document goes or changes', async () => {
    const things = (await open([unique])).documents('things');
    things.insertMany([
      { _id: 'x', card: 1 },
      { _id: 'y', card: 2 },
    ]);
    things.remove({ _id: 'x' });
    things.update({ _id: 'y' }, { $set: { card: 1 } });
    things.insert({ _id: 'z', card: 2 });
    expect(things.find({ card: 1 })).toEqual([{ _id: 'y', card: 1 }]);
  });

  it('over two fields takes what differs in one', async () => {
    const things = (
      await open([
        {
          name: 'card',
          keys: [
            ['card', 1],
            ['year', -1],
          ],
          unique: true,
        },
      ])
    ).documents('things');
    things.insertMany([{ card: 1, year: 1 }, { card: 1, year: 2 }, { card: 1 }]);
    expect(() => things.insert({ card: 1, year: 2 })).toThrow(duplicate);
    expect(() => things.insert({ card: 1, year: null })).toThrow(duplicate);
  });

  it('keeps what was inserted before the duplicate in one request, as MongoDB does', async () => {
    const things = (await open([unique])).documents('things');
    expect(() =>
      things.insertMany([
        { _id: 'x', card: 1 },
        { _id: 'y', card: 1 },
        { _id: 'z', card: 2 },
      ]),
    ).toThrow(duplicate);
    expect(things.find().map(({ _id }) => _id)).toEqual(['x']);
  });
});

describe('a data file', () => {
  it('gives everything back after a restart', async () => {
    const before = await open([unique]);
    before.documents('things').insert({ _id: 'x', card: 1, at: new Date(5), big: 5_000_000_000, list: [1, null] });
    const text = before.exportText();
    before.close();
    const after = await open([unique]);
    expect(after.exportText()).toBe(text);
    expect(text).toBe(
      'things\t{"_id":"x","card":{"$numberInt":"1"},"at":{"$date":{"$numberLong":"5"}},"big":{"$numberLong":"5000000000"},"list":[{"$numberInt":"1"},null]}',
    );
    expect(() => after.documents('things').insert({ card: 1 })).toThrow(duplicate);
  });

  it('gets new indexes, loses old ones and changes others when the table has changed', async () => {
    const before = await open([
      { name: 'n', keys: [['n', 1]] },
      { name: 'gone', keys: [['x', 1]] },
    ]);
    before.documents('things').insertMany([
      { _id: 'a', n: 1, card: 2, tags: ['p', 'q'] },
      { _id: 'b', n: 2, card: 1 },
    ]);
    before.close();
    const after = await open([
      {
        name: 'n',
        keys: [
          ['n', -1],
          ['card', 1],
        ],
      },
      unique,
      { name: 'tags', keys: [['tags', 1]] },
    ]);
    const things = after.documents('things');
    expect(things.find({ n: { $gte: 1 } }).map(({ _id }) => _id)).toEqual(['b', 'a']);
    expect(things.find({ tags: 'q' })).toMatchObject([{ _id: 'a' }]);
    expect(() => things.insert({ card: 2 })).toThrow(duplicate);
  });

  it('still knows after a restart that an index holds several entries of one document', async () => {
    const indexes: readonly IndexDefinition[] = [{ name: 'n', keys: [['n', 1]] }];
    const before = await open(indexes);
    before.documents('things').insert({ _id: 'a', n: [1, 9] });
    before.close();
    const things = (await open(indexes)).documents('things');
    expect(things.find({ n: { $gt: 2, $lt: 8 } })).toMatchObject([{ _id: 'a' }]);
    expect(things.find({ n: { $gt: 0 } })).toHaveLength(1);
  });

  it('refuses a unique index over documents that already collide', async () => {
    const before = await open([]);
    before.documents('things').insertMany([{ card: 1 }, { card: 1 }]);
    before.close();
    await expect(open([unique])).rejects.toThrow(duplicate);
  });

  it('keeps a collection that the table no longer names', async () => {
    const before = await open([]);
    before.documents('things').insert({ _id: 'a' });
    before.close();
    const after = await open([], 'others');
    expect(after.documents('things').count()).toBe(1);
  });

  it('belongs to one emulator at a time', async () => {
    await open([]);
    await expect(open([])).rejects.toThrow(/locked|busy/);
  });

  it('may be deleted before it is closed', async () => {
    const cloud = await open([unique]);
    cloud.documents('things').insert({ card: 1 });
    await rm(join(folder, 'data.sqlite'));
    expect(() => cloud.close()).not.toThrow();
  });

  it('is emptied by a reset, unique keys and all', async () => {
    const cloud = await open([unique]);
    cloud.documents('things').insert({ card: 1 });
    cloud.reset();
    cloud.documents('things').insert({ card: 1 });
    expect(cloud.documents('things').count()).toBe(1);
  });
});

describe('places in a data file', () => {
  const place: IndexDefinition = { name: 'place', keys: [['place', '2dsphere']] };
  const at = (longitude: number) => ({ type: 'Point', coordinates: [longitude, 31.19] });
  const nearest = { place: { $nearSphere: { $geometry: at(121.55) } } };
  const ids = (cloud: LocalCloud): readonly string[] =>
    cloud
      .documents('things')
      .find(nearest)
      .map(({ _id }) => _id);
  const fill = (cloud: LocalCloud): readonly string[] =>
    cloud
      .documents('things')
      .insertMany([{ _id: 'east', place: at(121.6) }, { _id: 'here', place: at(121.55) }, { _id: 'nowhere' }]);

  it('are found again after a restart', async () => {
    const before = await open([place]);
    fill(before);
    before.close();
    const after = await open([place]);
    expect(ids(after)).toEqual(['here', 'east']);
    after.documents('things').update({ _id: 'east' }, { $set: { place: at(121.55) } });
    after.documents('things').remove({ _id: 'here' });
    expect(ids(after)).toEqual(['east']);
  });

  it('are filed when the table of indexes gains a 2dsphere, and forgotten when it loses it', async () => {
    const before = await open([]);
    fill(before);
    expect(ids(before)).toEqual(['here', 'east']);
    before.close();
    const between = await open([place]);
    expect(ids(between)).toEqual(['here', 'east']);
    between.close();
    const without = await open([{ name: 'place', keys: [['place', 1]] }]);
    expect(ids(without)).toEqual(['here', 'east']);
    without.documents('things').update({ _id: 'nowhere' }, { $set: { place: at(121.551) } });
    without.close();
    expect(ids(await open([place, { name: 'n', keys: [['n', 1]] }]))).toEqual(['here', 'nowhere', 'east']);
  });

  it('are checked when the index comes after them', async () => {
    const before = await open([]);
    before.documents('things').insert({ place: { type: 'Point', coordinates: [31, 121] } });
    before.close();
    await expect(open([place])).rejects.toThrow("Can't extract geo keys");
  });

  it('are gone after a reset', async () => {
    const cloud = await open([place]);
    fill(cloud);
    cloud.reset();
    expect(ids(cloud)).toEqual([]);
    fill(cloud);
    expect(ids(cloud)).toEqual(['here', 'east']);
  });

  it('are kept or lost together with their document', async () => {
    const cloud = await open([place, unique]);
    expect(() =>
      cloud.documents('things').insertMany([
        { _id: 'kept', card: 1, place: at(121.551) },
        { _id: 'lost', card: 1, place: at(121.552) },
      ]),
    ).toThrow(duplicate);
    expect(ids(cloud)).toEqual(['kept']);
  });
});

describe('a data file of another release', () => {
  const both: readonly IndexDefinition[] = [
    { name: 'place', keys: [['place', '2dsphere']] },
    { name: 'card', keys: [['card', 1]], unique: true },
  ];
  const here = { type: 'Point', coordinates: [121.55, 31.19] };
  const nearest = { place: { $nearSphere: { $geometry: here } } };

  /** As if it had been written by a release that marked its files so, and filed nothing that this one finds. */
  async function fileOfFormat(mark: number): Promise<void> {
    const before = await open(both);
    before.documents('things').insert({ _id: 'one', card: 1, place: here });
    before.close();
    const sqlite = openSqlite(join(folder, 'data.sqlite'));
    const [table] = sqlite.all("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'");
    sqlite.exec(`DELETE FROM ${String(table?.['name'])}`);
    sqlite.exec('DELETE FROM entry');
    sqlite.exec(`PRAGMA application_id = ${mark}`);
    sqlite.close();
  }

  it.each([
    ['of before there were marks', 0],
    ['of an earlier mark', 0x5553_0001],
  ])('has its indexes made anew: one %s', async (_, mark) => {
    await fileOfFormat(mark);
    const cloud = await open(both);
    expect(cloud.documents('things').find(nearest)).toHaveLength(1);
    expect(() => cloud.documents('things').insert({ card: 1 })).toThrow('duplicate key');
    cloud.close();
    // And only once.
    expect((await open(both)).documents('things').find({ card: 1 })).toHaveLength(1);
  });

  it('is left alone when that release is newer', async () => {
    await fileOfFormat(0x5553_7fff);
    const bytes = await readFile(join(folder, 'data.sqlite'));
    await expect(open(both)).rejects.toThrow('由更新版本的本地云写成');
    expect(await readFile(join(folder, 'data.sqlite'))).toEqual(bytes);
  });
});

describe('an index over two fields of one array', () => {
  const slots = [
    {
      name: 'slots',
      keys: [
        ['slots.from', 1],
        ['slots.to', 1],
      ],
      unique: true,
    },
  ] as const;

  it('files what each element has, and no pair that none has', async () => {
    const things = (await open(slots)).documents('things');
    things.insert({
      slots: [
        { from: 1, to: 2 },
        { from: 3, to: 4 },
      ],
    });
    things.insert({ slots: [{ from: 1, to: 4 }] });
    expect(() => things.insert({ slots: [{ from: 3, to: 4 }, { from: 9 }] })).toThrow('duplicate key');
    expect(things.find({ 'slots.from': 1, 'slots.to': 4 })).toHaveLength(2);
  });
});

describe('an index over two arrays of one document', () => {
  it('is refused, as MongoDB does', async () => {
    const things = (
      await open([
        {
          name: 'both',
          keys: [
            ['a', 1],
            ['b', 1],
          ],
        },
      ])
    ).documents('things');
    expect(() => things.insert({ a: [1, 2], b: [1, 2] })).toThrow('cannot index parallel arrays [b] [a]');
    expect(() => things.insert({ a: [1], b: [] })).toThrow('cannot index parallel arrays [b] [a]');
    expect(things.count()).toBe(0);
  });
});
