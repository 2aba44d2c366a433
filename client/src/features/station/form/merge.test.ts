import * as fc from 'fast-check';
import type { Draft } from './draft';
import { draftFields, newDraft } from './draft';
import { merge, withFields } from './merge';

const base: Draft = { ...newDraft, name: '金桥站', phone: '021-1', notice: '' };

it('keeps what only one of two people changed', () => {
  const { draft, conflicts, taken } = merge(base, { ...base, name: '金桥新站' }, { ...base, phone: '021-2' });
  expect(draft).toEqual({ ...base, name: '金桥新站', phone: '021-2' });
  expect(conflicts).toEqual([]);
  expect(taken).toEqual(['phone']);
});

it('asks where both changed one thing differently, and leaves mine in place until then', () => {
  const { draft, conflicts } = merge(base, { ...base, name: '甲站' }, { ...base, name: '乙站' });
  expect(conflicts).toEqual(['name']);
  expect(draft.name).toBe('甲站');
});

it('asks nothing where both wrote the same', () => {
  expect(merge(base, { ...base, name: '甲站' }, { ...base, name: '甲站' }).conflicts).toEqual([]);
});

const texts = fc.constantFrom('', '甲', '乙');
const drafts = fc
  .record({ name: texts, phone: texts, notice: texts, city: texts })
  .map((parts): Draft => ({ ...newDraft, ...parts }));

it('loses no change of anybody, whatever the two did', () => {
  fc.assert(
    fc.property(drafts, drafts, drafts, (before, mine, theirs) => {
      const { draft, conflicts, taken } = merge(before, mine, theirs);
      for (const field of draftFields) {
        const iChanged = mine[field] !== before[field];
        const theyChanged = theirs[field] !== before[field];
        if (conflicts.includes(field)) expect(iChanged && theyChanged).toBe(true);
        else if (theyChanged) expect(draft[field]).toBe(theirs[field]);
        else expect(draft[field]).toBe(mine[field]);
        expect(taken.includes(field) && iChanged).toBe(false);
      }
      // Whoever takes theirs everywhere has their station.
      const all = withFields(draft, conflicts, theirs);
      for (const field of draftFields) if (theirs[field] !== before[field]) expect(all[field]).toEqual(theirs[field]);
    }),
  );
});
