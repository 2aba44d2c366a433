import type { DrawEntry } from '@contract/event-draw';
import type { Quota } from '@contract/event-form';
import type { QuotaGroup } from '@contract/event-kind';
import { Lot } from '@contract/ids';
import type { Published } from './recompute';
import { entryLines, recompute } from './recompute';
import { sha256Of } from './sha256';

const anEntry = (lot: string, people: number, ...quotas: QuotaGroup[]): DrawEntry => ({
  lot: Lot.parse(lot),
  people,
  quotas,
});
const entries = [
  anEntry('7K2M9QXA', 3, 'members', 'anyone'),
  anEntry('00000000', 1, 'anyone'),
  anEntry('ZZZZZZZZ', 2, 'anyone'),
];
const quotas: Quota[] = [
  { group: 'anyone', places: 2 },
  { group: 'members', places: 3 },
];
// Computed with sha256sum and sort; cloudfunctions/event/draw.test.ts tests the same.
const published: Published = {
  seed: 'a1'.repeat(32),
  commitment: '3490f80401886d12f3861ec190f5c16419b26345497a92bc4530e22f5d8b4295',
  entriesDigest: '224e21001cdfba3b509f51247d36aee4746df062d85582b34c8861d0810fef27',
  count: 3,
  quotas,
  inPairs: false,
};
const noPause = () => Promise.resolve();

describe('making a draw again', () => {
  it('comes out as sha256sum and sort do', async () => {
    expect(await recompute(published, entries, noPause)).toEqual({
      isSeedKept: true,
      isListWhole: true,
      order: [
        { lot: '7K2M9QXA', people: 3, won: 'members' },
        { lot: '00000000', people: 1, won: 'anyone' },
        { lot: 'ZZZZZZZZ', people: 2, won: null },
      ],
    });
    expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('does not depend on the order in which the list arrives', async () => {
    expect(await recompute(published, [...entries].reverse(), noPause)).toEqual(
      await recompute(published, entries, noPause),
    );
    expect(entryLines(entries).join('')).toBe('00000000 1 anyone\n7K2M9QXA 3 members,anyone\nZZZZZZZZ 2 anyone\n');
  });

  it.each<[string, readonly DrawEntry[]]>([
    ['an entry was left out', entries.slice(1)],
    ['an entry was added', [...entries, anEntry('11111111', 1, 'anyone')]],
    ['an entry has another number', [anEntry('7K2M9QXB', 3, 'members', 'anyone'), ...entries.slice(1)]],
    ['a family has grown', [anEntry('7K2M9QXA', 4, 'members', 'anyone'), ...entries.slice(1)]],
    ['a quota was added', [...entries.slice(0, 2), anEntry('ZZZZZZZZ', 2, 'anyone', 'members')]],
    ['an entry stands there twice', [...entries, anEntry('00000000', 1, 'anyone')]],
  ])('notices that %s', async (_what, list) => {
    expect(await recompute(published, list, noPause)).toMatchObject({ isListWhole: false });
  });

  it('notices a number that is in twice even when digest and count were made to fit', async () => {
    const twice = [...entries, anEntry('00000000', 1, 'anyone')];
    const fitted = { ...published, count: 4, entriesDigest: sha256Of(...entryLines(twice)) };
    expect(await recompute(fitted, twice, noPause)).toMatchObject({ isListWhole: false });
  });

  it('notices another seed than the one that was promised', async () => {
    const other = { ...published, seed: 'a2'.repeat(32) };
    expect(await recompute(other, entries, noPause)).toMatchObject({ isSeedKept: false, isListWhole: true });
  });

  it('gives the screen its turn every 500 ranks', async () => {
    const many = Array.from({ length: 1_600 }, (_, nth) => anEntry(String(nth).padStart(8, '0'), 1, 'anyone'));
    const turns: number[] = [];
    await recompute(published, many, (done) => Promise.resolve(void turns.push(done)));
    expect(turns).toEqual([500, 1_000, 1_500]);
  });
});
