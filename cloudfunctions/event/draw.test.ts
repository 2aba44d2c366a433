import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { DrawEntry } from '../../types/event-draw';
import type { Quota } from '../../types/event-form';
import type { QuotaGroup } from '../../types/event-kind';
import { Lot } from '../../types/ids';
import { commitmentTo, drawn, entriesDigest } from './draw';

const seed = 'a1'.repeat(32);
const anEntry = (lot: string, people = 1, ...quotas: QuotaGroup[]): DrawEntry => ({
  lot: Lot.parse(lot),
  people,
  quotas: quotas.length === 0 ? ['anyone'] : quotas,
});
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lotOf = (text: string): string =>
  [...createHash('sha256').update(text).digest().subarray(0, 8)].map((byte) => letters[byte % 32]).join('');
const some = (count: number): DrawEntry[] =>
  Array.from({ length: count }, (_, index) => anEntry(lotOf(`lot ${index}`), 1 + (index % 3)));
const seats = (places: number): Quota[] => [{ group: 'anyone', places }];

const aLot = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/);
const groups = fc.constantFrom<QuotaGroup>('anyone', 'members', 'new-employment');
const someEntries = fc.uniqueArray(
  fc.record({
    lot: aLot.map((lot) => Lot.parse(lot)),
    people: fc.integer({ min: 1, max: 6 }),
    quotas: fc.uniqueArray(groups, { minLength: 1, maxLength: 3 }),
  }),
  { selector: ({ lot }) => lot, maxLength: 60 },
);
const someQuotas = fc.uniqueArray(fc.record({ group: groups, places: fc.integer({ min: 1, max: 40 }) }), {
  selector: ({ group }) => group,
  minLength: 1,
  maxLength: 3,
});
const aSeed = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('a draw', () => {
  it('is the one that these numbers give on every machine', () => {
    const entries = [anEntry('7K2M9QXA', 3, 'members', 'anyone'), anEntry('00000000'), anEntry('ZZZZZZZZ', 2)];
    const quotas: Quota[] = [
      { group: 'anyone', places: 2 },
      { group: 'members', places: 3 },
    ];
    // Computed with sha256sum and sort; client/src/features/event/draw tests the same.
    expect(commitmentTo(seed)).toBe('3490f80401886d12f3861ec190f5c16419b26345497a92bc4530e22f5d8b4295');
    expect(entriesDigest(entries)).toBe('224e21001cdfba3b509f51247d36aee4746df062d85582b34c8861d0810fef27');
    expect(drawn(seed, entries, quotas)).toEqual([
      { lot: '7K2M9QXA', people: 3, won: 'members' },
      { lot: '00000000', people: 1, won: 'anyone' },
      { lot: 'ZZZZZZZZ', people: 2, won: null },
    ]);
  });

  it('names every entry once and never gives more places than a quota has', () => {
    fc.assert(
      fc.property(aSeed, someEntries, someQuotas, (its, entries, quotas) => {
        const order = drawn(its, entries, quotas);
        expect(order.map(({ lot }) => lot).sort()).toEqual(entries.map(({ lot }) => lot).sort());
        for (const { group, places } of quotas) {
          const given = order.filter(({ won }) => won === group).reduce((sum, { people }) => sum + people, 0);
          expect(given).toBeLessThanOrEqual(places);
        }
      }),
    );
  });

  it('gives a place of a quota that one may have, and leaves nobody without who fits', () => {
    fc.assert(
      fc.property(aSeed, someEntries, someQuotas, (its, entries, quotas) => {
        const order = drawn(its, entries, quotas);
        const left = new Map(quotas.map(({ group, places }) => [group, places]));
        for (const { people, won } of order) if (won !== null) left.set(won, (left.get(won) ?? 0) - people);
        for (const { lot, people, won } of order) {
          const wanted = entries.find((entry) => entry.lot === lot)?.quotas ?? [];
          if (won !== null) expect(wanted).toContain(won);
          else for (const group of wanted) expect(left.get(group) ?? 0).toBeLessThan(people);
        }
      }),
    );
  });

  it('does not depend on the order in which people entered', () => {
    fc.assert(
      fc.property(
        someEntries.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        ),
        someQuotas,
        ([entries, shuffled], quotas) => {
          expect(drawn(seed, shuffled, quotas)).toEqual(drawn(seed, entries, quotas));
        },
      ),
    );
  });

  it('passes a family over that no longer fits, and gives the place to who comes after', () => {
    const entries = some(60).map((entry) => ({ ...entry, people: 3 }));
    const single = anEntry('SSSSSSSS', 1);
    const order = drawn(seed, [...entries, single], seats(10));
    expect(order.filter(({ won }) => won !== null).map(({ people }) => people)).toEqual([3, 3, 3, 1]);
  });

  it('comes out otherwise when one bit of the seed is another', () => {
    const entries = some(40);
    const order = JSON.stringify(drawn(seed, entries, seats(20)));
    for (let bit = 0; bit < 256; bit += 1) {
      const bytes = Buffer.from(seed, 'hex');
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(JSON.stringify(drawn(bytes.toString('hex'), entries, seats(20)))).not.toBe(order);
      expect(commitmentTo(bytes.toString('hex'))).not.toBe(commitmentTo(seed));
    }
  });

  it('betrays an entry that was left out, added or changed', () => {
    const entries = some(30);
    const digest = entriesDigest(entries);
    entries.forEach((entry, index) => {
      expect(entriesDigest(entries.filter((_, other) => other !== index))).not.toBe(digest);
      const bigger = entries.map((other) => (other === entry ? { ...entry, people: entry.people + 1 } : other));
      expect(entriesDigest(bigger)).not.toBe(digest);
      const richer = entries.map((other) =>
        other === entry ? { ...entry, quotas: [...entry.quotas, 'members' as const] } : other,
      );
      expect(entriesDigest(richer)).not.toBe(digest);
    });
    expect(entriesDigest([...entries, anEntry('NEWCAME0')])).not.toBe(digest);
  });

  it('favours nobody: over 3,000 draws each of 20 comes first and wins about as often', () => {
    const entries = some(20).map((entry) => ({ ...entry, people: 1 }));
    const draws = 3_000;
    const first = new Map<string, number>();
    const wins = new Map<string, number>();
    for (let round = 0; round < draws; round += 1) {
      const its = createHash('sha256').update(`fair ${round}`).digest('hex');
      const order = drawn(its, entries, seats(5));
      const [winner] = order;
      if (winner !== undefined) first.set(winner.lot, (first.get(winner.lot) ?? 0) + 1);
      for (const { lot, won } of order) if (won !== null) wins.set(lot, (wins.get(lot) ?? 0) + 1);
    }
    // Chi-square with 19 degrees of freedom: 43.8 is exceeded once in a thousand honest trials.
    expect(chiSquare(entries, first, draws / 20)).toBeLessThan(43.8);
    expect(chiSquare(entries, wins, (draws * 5) / 20)).toBeLessThan(43.8);
  });
});

const chiSquare = (entries: readonly DrawEntry[], seen: ReadonlyMap<string, number>, expected: number): number =>
  entries.reduce((sum, { lot }) => sum + ((seen.get(lot) ?? 0) - expected) ** 2 / expected, 0);
