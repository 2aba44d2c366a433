import * as fc from 'fast-check';
import type { Change, Commands, Filter, Shapes } from './filter';
import { asQuery, asUpdate, refuseUndefined } from './filter';

type Bounds = ReturnType<Commands['gte']> & { readonly all: readonly object[] };

/** Writes down which command was asked for, in the words of the database. */
const bounds = (...all: object[]): Bounds => ({ all, and: (other) => bounds(...all, ...(other as Bounds).all) });
const command: Commands = {
  in: (values) => ({ $in: values }),
  neq: (value) => ({ $ne: value }),
  exists: (value) => ({ $exists: value }),
  all: (values) => ({ $all: values }),
  geoNear: (wish) => ({ $nearSphere: wish }),
  geoWithin: (wish) => ({ $geoWithin: wish }),
  gte: (value) => bounds({ $gte: value }),
  lt: (value) => bounds({ $lt: value }),
  lte: (value) => bounds({ $lte: value }),
  set: (value) => ({ $set: value }),
  inc: (by) => ({ $inc: by }),
  push: (values) => ({ $push: values }),
  remove: () => '$remove',
};

const shapes: Shapes = { point: (at) => ({ point: at }), polygon: (ring) => ({ ring }) };

const query = (filter: unknown) => asQuery(filter as Filter, command, shapes);
const update = (change: unknown) => asUpdate(change as Change, command);

describe('a filter', () => {
  it('says plainly what a document must hold', () => {
    expect(query({ state: 'pending', round: 2, open: true, outcome: null })).toEqual({
      state: 'pending',
      round: 2,
      open: true,
      outcome: null,
    });
    expect(query({ scope: { in: ['beicai', null] }, state: { not: 'closed' } })).toEqual({
      scope: { $in: ['beicai', null] },
      state: { $ne: 'closed' },
    });
  });

  it('asks whether a field is there, and for arrays that hold several values', () => {
    expect(query({ 'visitors.a': { exists: false }, offers: { all: ['water', 'wifi'] } })).toEqual({
      'visitors.a': { $exists: false },
      offers: { $all: ['water', 'wifi'] },
    });
  });

  it('asks for what is nearest, and for what lies in a box whose edges keep to the parallels', () => {
    expect(query({ place: { nearestTo: [121.5, 31.2], withinM: 500 } })).toEqual({
      place: { $nearSphere: { geometry: { point: [121.5, 31.2] }, maxDistance: 500 } },
    });
    const { place } = query({ place: { inBox: { west: 120, south: 30, east: 121, north: 31 } } }) as {
      place: { $geoWithin: { geometry: { ring: number[][] } } };
    };
    expect(place.$geoWithin.geometry.ring).toEqual([
      [120, 30],
      [120.5, 30],
      [121, 30],
      [121, 31],
      [120.5, 31],
      [120, 31],
      [120, 30],
    ]);
  });

  it('bounds a value from, before and up to, as said', () => {
    expect(query({ at: { from: 1, before: 2 } })['at']).toMatchObject({ all: [{ $gte: 1 }, { $lt: 2 }] });
    expect(query({ at: { upTo: 3 } })['at']).toMatchObject({ all: [{ $lte: 3 }] });
    expect(query({ at: { from: 0 } })['at']).toMatchObject({ all: [{ $gte: 0 }] });
  });

  it('that names nothing reaches nobody: it is refused', () => {
    expect(() => query({})).toThrow('at least one field');
  });

  it.each([
    ['a value', { _id: undefined }],
    ['one value of several', { _id: 'x', revision: undefined }],
    ['every value of a list', { _id: { in: [] } }],
    ['one value of a list', { _id: { in: ['x', undefined] } }],
    ['the value to differ from', { state: { not: undefined } }],
    ['the only bound', { at: { from: undefined } }],
    ['one bound of two', { at: { from: undefined, before: 5 } }],
    ['any condition at all', { at: {} }],
  ])('that forgot %s is refused instead of reaching more people', (_what, filter) => {
    expect(() => query(filter)).toThrow();
  });

  it('keeps every field that was named', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), scalar, { minKeys: 1 }), (filter) => {
        expect({ ...query(filter) }).toEqual({ ...filter });
      }),
    );
  });

  it('with undefined anywhere is refused, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.integer(), fc.constant(undefined))),
        (filter) => {
          fc.pre(Object.values(filter).includes(undefined));
          expect(() => query(filter)).toThrow();
        },
      ),
    );
  });
});

describe('a change', () => {
  it('sets, counts, appends and removes', () => {
    expect(
      update({ set: { state: 'closed' }, increase: { round: 1 }, append: { history: [1] }, remove: ['note'] }),
    ).toEqual({ state: { $set: 'closed' }, round: { $inc: 1 }, history: { $push: [1] }, note: '$remove' });
  });

  it('may set to null', () => {
    expect(update({ set: { document: null } })).toEqual({ document: { $set: null } });
  });

  it('that changes nothing is a mistake', () => {
    expect(() => update({})).toThrow('must change something');
    expect(() => update({ set: {}, append: {}, increase: {}, remove: [] })).toThrow('must change something');
  });

  it.each([
    ['to set', { set: { name: undefined } }],
    ['deep inside', { set: { form: { work: [{ name: undefined }] } } }],
    ['to add', { increase: { round: undefined } }],
    ['to append', { append: { history: undefined } }],
    ['of an appended line', { append: { history: [{ at: 1, note: undefined }] } }],
  ])('that forgot a value %s is refused instead of losing it', (_where, change) => {
    expect(() => update(change)).toThrow('has no value');
  });
});

describe('a document', () => {
  it('is stored only when no value in it is undefined, however deep', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: false }), (value) => {
        const holes = JSON.stringify([value], (_key, inner: unknown) => (inner === undefined ? '__hole__' : inner));
        fc.pre(!holes.includes('__hole__'));
        expect(() => refuseUndefined('doc', { value })).not.toThrow();
        expect(() => refuseUndefined('doc', { value, deep: [[{ lost: undefined }]] })).toThrow('doc.deep.0.0.lost');
      }),
    );
  });
});
