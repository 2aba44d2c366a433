import * as fc from 'fast-check';
import type { CollectionDefinition, IndexDefinition } from '../../cloudfunctions/runtime/collections';
import type { ActualCollection, Licence, Step } from './plan';
import { planProvision } from './plan';

const careful: Licence = { dropIndexes: false, replaceDocuments: false };
const free: Licence = { dropIndexes: true, replaceDocuments: true };

const byName: IndexDefinition = { name: 'by-name', keys: [['name', 1]], unique: true };
const members: CollectionDefinition = {
  ...{ name: 'members', writer: 'member', holds: 'people', id: 'person id' },
  indexes: [byName, { name: 'place', keys: [['place', '2dsphere']] }],
};

const asBuilt = ({ name, indexes }: CollectionDefinition): ActualCollection => ({
  name,
  permission: 'ADMINONLY',
  holdsProbe: false,
  indexes: [
    { name: '_id_', unique: true, keys: [['_id', '1']] },
    ...indexes.map((index) => ({
      ...{ name: index.name, unique: index.unique ?? false },
      keys: index.keys.map(([field, direction]): [string, string] => [field, String(direction)]),
    })),
  ],
});

const acts = (steps: readonly Step[]): string[] => steps.map(({ act }) => act);

describe('the plan', () => {
  it('closes a new collection before it gets its first index', () => {
    const { steps } = planProvision([members], [], [], careful);
    expect(acts(steps)).toEqual(['create-collection', 'close-collection', 'create-index', 'create-index']);
  });

  it('closes a collection that somebody opened', () => {
    const { steps } = planProvision([members], [{ ...asBuilt(members), permission: 'READONLY' }], [], careful);
    expect(steps).toEqual([{ act: 'close-collection', collection: 'members', was: 'READONLY' }]);
  });

  it('takes the order of an index’s fields, their directions and its uniqueness for what it is', () => {
    const differing = [
      { unique: false, keys: [['name', '1']] },
      { unique: true, keys: [['name', '-1']] },
      {
        unique: true,
        keys: [
          ['name', '1'],
          ['age', '1'],
        ],
      },
    ] as const;
    for (const { unique, keys } of differing) {
      const built = asBuilt(members);
      const indexes = built.indexes.map((index) => (index.name === 'by-name' ? { ...index, unique, keys } : index));
      const { steps, remarks } = planProvision([members], [{ ...built, indexes }], [], careful);
      expect(steps).toEqual([]);
      expect(remarks).toEqual([{ about: 'index-differs', collection: 'members', index: 'by-name' }]);
    }
  });

  it('drops an index before it builds another of the same name', () => {
    const built = asBuilt(members);
    const indexes = built.indexes.map((index) => (index.name === 'by-name' ? { ...index, unique: false } : index));
    const { steps } = planProvision([members], [{ ...built, indexes }], [], free);
    expect(acts(steps)).toEqual(['drop-index', 'create-index']);
  });

  it('leaves the indexes alone that the platform makes by itself', () => {
    const built = asBuilt(members);
    const own = { name: '_openid_1', unique: false, keys: [['_openid', '1']] as const };
    expect(planProvision([members], [{ ...built, indexes: [...built.indexes, own] }], [], free).steps).toEqual([]);
  });

  it('reads a point index in the platform’s older spelling', () => {
    const built = asBuilt(members);
    const indexes = built.indexes.map((index) =>
      index.name === 'place' ? { ...index, keys: [['place', '2d']] as const } : index,
    );
    expect(planProvision([members], [{ ...built, indexes }], [], free).steps).toEqual([]);
  });

  it('adds what is missing in one go and replaces only with leave', () => {
    const wish = {
      collection: 'unions',
      wanted: [
        { _id: 'a', name: '甲' },
        { _id: 'b', name: '乙' },
        { _id: 'c', name: '丙' },
      ],
      stored: [
        { _id: 'a', name: '甲' },
        { _id: 'b', name: '改过' },
      ],
    };
    const added = { act: 'add-documents', collection: 'unions', documents: [{ _id: 'c', name: '丙' }] };
    expect(planProvision([], [], [wish], careful)).toEqual({
      steps: [added],
      remarks: [{ about: 'documents-differ', collection: 'unions', ids: ['b'] }],
    });
    const replaced = { act: 'replace-document', collection: 'unions', document: { _id: 'b', name: '乙' } };
    expect(planProvision([], [], [wish], free).steps).toEqual([added, replaced]);
  });

  it('has nothing left to do once it was carried out, whatever was there before', () => {
    const index = fc.record({
      name: fc.constantFrom('by-name', 'place', 'other'),
      unique: fc.boolean(),
      keys: fc.array(fc.tuple(fc.constantFrom('name', 'place'), fc.constantFrom('1', '-1', '2dsphere'))),
    });
    const actual = fc.record({
      name: fc.constantFrom('members', 'old'),
      permission: fc.constantFrom('ADMINONLY', 'PRIVATE', null),
      holdsProbe: fc.boolean(),
      indexes: fc.uniqueArray(index, { selector: ({ name }) => name }),
    });
    const actuals = fc.uniqueArray(actual, { selector: ({ name }) => name });
    fc.assert(
      fc.property(actuals, fc.constantFrom(careful, free), (before, licence) => {
        const { steps } = planProvision([members], before, [], licence);
        const after = steps.reduce(carriedOut, before);
        expect(planProvision([members], after, [], licence).steps).toEqual([]);
        expect(after.filter(({ name }) => name === 'old')).toEqual(before.filter(({ name }) => name === 'old'));
      }),
    );
  });
});

/** What the platform would hold after a step. */
function carriedOut(before: readonly ActualCollection[], step: Step): readonly ActualCollection[] {
  const change = (how: (collection: ActualCollection) => ActualCollection) =>
    before.map((collection) => (collection.name === step.collection ? how(collection) : collection));
  switch (step.act) {
    case 'create-collection':
      return [...before, { name: step.collection, permission: null, holdsProbe: false, indexes: [] }];
    case 'close-collection':
      return change((collection) => ({ ...collection, permission: 'ADMINONLY' }));
    case 'remove-probe':
      return change((collection) => ({ ...collection, holdsProbe: false }));
    case 'drop-index':
      return change(({ indexes, ...rest }) => ({
        ...rest,
        indexes: indexes.filter(({ name }) => name !== step.index),
      }));
    case 'create-index': {
      const [built] = asBuilt({ ...members, indexes: [step.index] }).indexes.slice(1);
      if (built === undefined) throw new Error('The step builds no index.');
      return change(({ indexes, ...rest }) => ({ ...rest, indexes: [...indexes, built] }));
    }
    default:
      return before;
  }
}
