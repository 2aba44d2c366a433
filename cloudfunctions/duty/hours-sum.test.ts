import fc from 'fast-check';
import { dutyEvidences } from '../../types/duty-kind';
import { EpochMs } from '../../types/time';
import { minutesOf, mixOf, replacements, standing, sumOf } from './hours-sum';

const at = (ms: number): EpochMs => EpochMs.parse(ms);
const HOUR = 3_600_000;
const entry = (seq: number, minutes: number, corrects: number | null = null) => ({
  seq,
  corrects,
  mix: [{ evidence: 'rotating-code' as const, minutes }],
});

it('each evidence has its own minutes, the strongest first', () => {
  expect(
    mixOf([
      { from: at(0), until: at(HOUR), evidence: 'near' },
      { from: at(HOUR), until: at(2 * HOUR), evidence: 'rotating-code' },
      { from: at(2 * HOUR), until: at(3 * HOUR), evidence: 'near' },
    ]),
  ).toEqual([
    { evidence: 'rotating-code', minutes: 60 },
    { evidence: 'near', minutes: 120 },
  ]);
});

it('what is only assumed is told and never counted', () => {
  const mix = mixOf([
    { from: at(0), until: at(HOUR), evidence: 'tap' },
    { from: at(HOUR), until: at(3 * HOUR), evidence: 'assumed' },
  ]);
  expect(mix).toContainEqual({ evidence: 'assumed', minutes: 120 });
  expect(minutesOf(mix)).toBe(60);
});

it('a minute that was not full is none, and nothing is longer than it was', () => {
  expect(mixOf([{ from: at(0), until: at(59_999), evidence: 'tap' }])).toEqual([]);
  const stretches = fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 10 * HOUR }).map(at),
      lasts: fc.integer({ min: -HOUR, max: HOUR }),
      evidence: fc.constantFrom(...dutyEvidences),
    }),
  );
  fc.assert(
    fc.property(stretches, (lines) => {
      const made = lines.map(({ from, lasts, evidence }) => ({ from, until: at(Math.max(0, from + lasts)), evidence }));
      const counted = made.filter(({ evidence }) => evidence !== 'assumed');
      const lived = counted.reduce((sum, { from, until }) => sum + Math.max(0, until - from), 0);
      expect(minutesOf(mixOf(made)) * 60_000).toBeLessThanOrEqual(lived);
    }),
  );
});

it('a correction takes the place of what it corrects', () => {
  expect(sumOf([entry(1, 180), entry(2, 60), entry(3, 120, 1)]).minutes).toBe(180);
  expect(sumOf([entry(1, 180), { ...entry(2, 0, 1), mix: [] }]).minutes).toBe(0);
});

it('a correction may be corrected, and of two corrections of one entry the latest stands', () => {
  expect(sumOf([entry(1, 180), entry(2, 120, 1), entry(3, 90, 2)]).minutes).toBe(90);
  expect(sumOf([entry(1, 180), entry(3, 90, 1), entry(2, 120, 1)]).minutes).toBe(90);
  expect([...replacements([entry(1, 180), entry(2, 120, 1), entry(3, 90, 1)])]).toEqual([
    [1, 3],
    [2, 3],
  ]);
});

it('of each entry and all that correct it, one stands', () => {
  const books = fc.array(fc.nat(), { minLength: 1, maxLength: 20 }).map((draws) =>
    draws.map((draw, nth) => {
      const corrects = draw % (nth + 1);
      return entry(nth + 1, draw % 200, corrects === 0 ? null : corrects);
    }),
  );
  fc.assert(
    fc.property(books, (entries) => {
      expect(standing(entries)).toHaveLength(entries.filter(({ corrects }) => corrects === null).length);
    }),
  );
});
