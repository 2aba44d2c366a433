import * as fc from 'fast-check';
import { recompute } from '../client/src/features/event/draw/recompute';
import { commitmentTo, drawn, entriesDigest } from '../cloudfunctions/event/draw';
import { pairedQuotas } from '../cloudfunctions/event/pairs';
import type { DrawEntry } from '../types/event-draw';
import type { Quota } from '../types/event-form';
import type { QuotaGroup } from '../types/event-kind';
import { Lot } from '../types/ids';

const groups = fc.constantFrom<QuotaGroup>('anyone', 'members', 'new-employment', 'men', 'women');
const someEntries: fc.Arbitrary<DrawEntry[]> = fc.uniqueArray(
  fc.record({
    lot: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/).map((lot) => Lot.parse(lot)),
    people: fc.integer({ min: 1, max: 6 }),
    quotas: fc.uniqueArray(groups, { minLength: 1, maxLength: 5 }),
  }),
  { selector: ({ lot }) => lot, maxLength: 80 },
);
const someSeed = fc.stringMatching(/^[0-9a-f]{64}$/);
const someQuotas: fc.Arbitrary<Quota[]> = fc.uniqueArray(
  fc.record({ group: groups, places: fc.integer({ min: 1, max: 60 }) }),
  { selector: ({ group }) => group, maxLength: 5 },
);

it('comes out the same on the server and on a phone, which share no line of it', async () => {
  await fc.assert(
    fc.asyncProperty(someSeed, someEntries, someQuotas, fc.boolean(), async (seed, entries, quotas, inPairs) => {
      const published = {
        seed,
        commitment: commitmentTo(seed),
        entriesDigest: entriesDigest(entries),
        count: entries.length,
        quotas,
        inPairs,
      };
      expect(await recompute(published, entries, () => Promise.resolve())).toEqual({
        isSeedKept: true,
        isListWhole: true,
        order: drawn(seed, entries, inPairs ? pairedQuotas(quotas, entries) : quotas),
      });
    }),
    { numRuns: 200 },
  );
});
