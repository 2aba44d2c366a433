import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { PersonId } from '../../types/ids';
import { aBook } from '../testing/books';
import type { Anchor } from './chain';
import { chained, verifyChain } from './chain';
import type { BookEntry } from './hours-records';

const chen = PersonId.parse(`p${'c'.repeat(22)}`);

beforeAll(() => {
  process.env['FINGERPRINT_KEY'] = randomBytes(32).toString('base64');
});

const books = fc.integer({ min: 1, max: 12 }).map((length) => {
  const lines = Array.from({ length }, (_, nth) => ({ daysAgo: 40 - nth }));
  return aBook(chen, lines);
});
const withPlace = books.chain((book) =>
  fc.tuple(fc.constant(book), fc.integer({ min: 0, max: book.entries.length - 1 })),
);

it('a book that nobody touched holds, in whatever order the store hands it out', () => {
  fc.assert(
    fc.property(
      books.chain(({ entries, chain }) =>
        fc.tuple(fc.shuffledSubarray(entries, { minLength: entries.length }), fc.constant(chain)),
      ),
      ([entries, chain]) => {
        expect(verifyChain(entries, chain)).toBeNull();
      },
    ),
    { numRuns: 50 },
  );
});

it('a book holds though the store keeps half a picture sign otherwise than it was written', () => {
  const { entries } = aBook(chen, [{}]);
  const [first] = entries;
  if (first === undefined) throw new Error('The book is empty.');
  const written = chained({ ...first, reason: '下雨\ud83d' }, '');
  const kept = { ...written, reason: Buffer.from(String(written.reason)).toString() };
  expect(kept.reason).not.toBe(written.reason);
  expect(verifyChain([kept], { length: 1, head: written.hash })).toBeNull();
  expect(verifyChain([{ ...kept, reason: '下雨' }], { length: 1, head: written.hash })).toMatchObject({ seq: 1 });
});

it('an empty book holds', () => {
  expect(verifyChain([], { length: 0, head: '' })).toBeNull();
});

it('the order of fields in a document says nothing', () => {
  const { entries, chain } = aBook(chen, [{}, {}]);
  const turned = entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()) as BookEntry);
  expect(verifyChain(turned, chain)).toBeNull();
});

/** Something else in one field of an entry. */
const changes: readonly ((entry: BookEntry) => BookEntry)[] = [
  (entry) => ({ ...entry, mix: [{ evidence: 'rotating-code', minutes: 181 }] }),
  (entry) => ({ ...entry, mix: entry.mix.map((part) => ({ ...part, evidence: 'near' })) }),
  (entry) => ({ ...entry, title: `${entry.title} ` }),
  (entry) => ({ ...entry, stationName: '别的驿站' }),
  (entry) => ({ ...entry, role: 'sitting' }),
  (entry) => ({ ...entry, day: '2020-01-01' as never }),
  (entry) => ({ ...entry, month: '2020-01' }),
  (entry) => ({ ...entry, corrects: 1 }),
  (entry) => ({ ...entry, kind: 'staff-entry' }),
  (entry) => ({ ...entry, enteredBy: '赵干事' }),
  (entry) => ({ ...entry, at: (entry.at + 1) as never }),
  (entry) => ({ ...entry, personId: PersonId.parse(`p${'d'.repeat(22)}`) }),
  (entry) => ({ ...entry, _id: `${entry._id}x` }),
  (entry) => ({ ...entry, shiftId: null }),
  (entry) => ({ ...entry, stretches: [] }),
  (entry) => ({ ...entry, previous: 'x' }),
  (entry) => ({ ...entry, hash: 'x' }),
];

it('any field of any entry that was changed is found, and said at which entry', () => {
  fc.assert(
    fc.property(withPlace, fc.constantFrom(...changes), ([{ entries, chain }, nth], change) => {
      const tampered = entries.map((entry, at) => (at === nth ? change(entry) : entry));
      expect(verifyChain(tampered, chain)).toEqual({ seq: nth + 1, fault: 'changed' });
    }),
  );
});

it('an entry that was taken out is found, the last one too', () => {
  fc.assert(
    fc.property(withPlace, ([{ entries, chain }, nth]) => {
      const left = entries.filter((_, at) => at !== nth);
      expect(verifyChain(left, chain)).toEqual({ seq: nth + 1, fault: 'missing' });
    }),
  );
});

it('entries whose numbers were exchanged are found', () => {
  fc.assert(
    fc.property(
      withPlace.filter(([{ entries }]) => entries.length > 1),
      ([{ entries, chain }, nth]) => {
        const other = (nth + 1) % entries.length;
        const swapped = entries.map((entry, at) =>
          at === nth ? { ...entry, seq: other + 1 } : at === other ? { ...entry, seq: nth + 1 } : entry,
        );
        expect(verifyChain(swapped, chain)).toMatchObject({ fault: 'changed' });
      },
    ),
  );
});

it('an entry of a book that was written anew with the key, but elsewhere, does not follow the one before it', () => {
  const { entries, chain } = aBook(chen, [{}, {}, {}]);
  const [first, second, third] = entries;
  if (first === undefined || second === undefined || third === undefined) throw new Error('Three entries were made.');
  const anew = chained({ ...second, mix: [] }, first.hash);
  expect(verifyChain([first, anew, third], chain)).toEqual({ seq: 3, fault: 'out-of-place' });
});

it('an entry that was added after the end is found, and one that was written twice', () => {
  fc.assert(
    fc.property(withPlace, ([{ entries, chain }, nth]) => {
      const copy = entries[nth];
      if (copy === undefined) throw new Error('There is an entry there.');
      const forged: BookEntry = { ...copy, seq: entries.length + 1, previous: chain.head, hash: 'forged' };
      expect(verifyChain([...entries, forged], chain)).toEqual({ seq: forged.seq, fault: 'beyond-the-end' });
      expect(verifyChain([...entries, copy], chain)).toEqual({ seq: nth + 1, fault: 'twice' });
      // Whoever also moves the end of the book has no key to write an entry with.
      const moved: Anchor = { length: forged.seq, head: forged.hash };
      expect(verifyChain([...entries, forged], moved)).toEqual({ seq: forged.seq, fault: 'changed' });
    }),
  );
});

it('a book whose end was cut off does not end as a certificate remembers it', () => {
  const { entries, chain } = aBook(chen, [{}, {}, {}]);
  expect(verifyChain(entries.slice(0, 2), chain)).toEqual({ seq: 3, fault: 'missing' });
  expect(verifyChain(entries, { ...chain, head: 'x' })).toEqual({ seq: 3, fault: 'other-end' });
});

it('nobody writes an entry that fits without the key', () => {
  const { entries, chain } = aBook(chen, [{}, {}]);
  process.env['FINGERPRINT_KEY'] = randomBytes(32).toString('base64');
  const forged = aBook(chen, [{}, { hours: 8 }]);
  process.env['FINGERPRINT_KEY'] = randomBytes(32).toString('base64');
  expect(verifyChain(forged.entries, chain)).toMatchObject({ fault: 'changed' });
  expect(entries).toHaveLength(2);
});
