import { Int32 } from 'bson';
import fc from 'fast-check';
import type { Collection } from './schema';
import type { Batch, Mark, Page, StoredRow } from './store';
import { openStore } from './store';

const least = Buffer.alloc(0);
const most = Buffer.alloc(64, 0xff);

function filled(values: readonly number[]) {
  const store = openStore(':memory:', [
    { name: 'things', indexes: [{ name: 'n', keys: [['n', 1]] }] },
    { name: 'others', indexes: [] },
  ]);
  const [things, others] = ['things', 'others'].map((name) => store.collection(name)) as [Collection, Collection];
  const [index] = things.indexes;
  if (index === undefined) throw new Error('the index is not there');
  store.atomically(() => {
    for (const [at, value] of values.entries()) {
      store.insert(others, { _id: `o${at}` });
      const row = store.insert(things, { _id: `t${at}` });
      // Two entries of one document, as an array has.
      const keys = [value, value + 2].map((key) => Buffer.of(0x18, new Int32(key).value));
      store.addEntries(index, keys, row, undefined);
    }
  });
  return { store, things, index };
}

function inPages<Last>(limit: number, read: (page: Page<Last>) => Batch<Last>): readonly StoredRow[] {
  const all: StoredRow[] = [];
  for (let after: Last | undefined; ;) {
    const { rows, last } = read({ limit, after });
    all.push(...rows);
    if (rows.length < limit) return all;
    after = last;
  }
}

const whole = { limit: 10_000, after: undefined };
const few = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });

describe('a scan in pages', () => {
  it('of an index reads every entry once, equal keys and all, forwards and backwards', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 9 }), fc.boolean(), (values, limit, backwards) => {
        const { store, index } = filled(values);
        const scan = { low: least, high: most, backwards };
        const read = (page: Page) => store.scanIndex(index, scan, page);
        const paged = inPages<Mark>(limit, read);
        expect(paged).toEqual(read(whole).rows);
        expect(paged).toHaveLength(2 * values.length);
        store.close();
      }),
      { numRuns: 60 },
    );
  });

  it('of ids and of the natural order reads every document of its collection once', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 9 }), fc.boolean(), (values, limit, backwards) => {
        const { store, things } = filled(values);
        const scan = { low: least, high: most, backwards };
        const byId = inPages<Mark>(limit, (page) => store.scanIds(things, scan, page));
        expect(byId).toEqual(store.scanIds(things, scan, whole).rows);
        expect(byId).toHaveLength(values.length);
        const natural = inPages<StoredRow>(limit, (page) => {
          const rows = store.rowsAfter(things, page);
          return { rows, last: rows[rows.length - 1] };
        });
        expect(natural).toEqual(store.everything(things));
        expect(natural).toHaveLength(values.length);
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('a page of large documents', () => {
  it('is the same as one of small ones', () => {
    const { store, things } = filled([]);
    const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(4_000_000));
    for (const text of texts) store.insert(things, { _id: text.charAt(0), text });
    const scan = { low: least, high: most, backwards: true };
    const page = store.scanIds(things, scan, { limit: 32, after: undefined });
    expect(page.rows.map(({ text }) => text.length > 4_000_000)).toEqual([true, true, true]);
    expect(page).toEqual(store.scanIds(things, scan, whole));
    expect(page.rows.map(({ text }) => text.slice(0, 10))).toEqual(['{"_id":"c"', '{"_id":"b"', '{"_id":"a"']);
    store.close();
  });
});

describe('the count of a collection', () => {
  it('follows what is added, removed and rolled back', () => {
    const { store, things } = filled([1, 2, 3]);
    expect(store.count(things)).toBe(3);
    const [first] = store.everything(things);
    store.atomically(() => {
      store.insert(things, { _id: 'more' });
      store.remove(things, first?.row ?? 0);
      store.insert(things, { _id: 'and more' });
      expect(store.count(things)).toBe(4);
    });
    expect(store.count(things)).toBe(4);
    expect(() =>
      store.atomically(() => {
        store.empty(things);
        store.insert(things, { _id: 'lost' });
        expect(store.count(things)).toBe(1);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(store.count(things)).toBe(4);
    expect(store.everything(things)).toHaveLength(4);
    store.close();
  });
});
