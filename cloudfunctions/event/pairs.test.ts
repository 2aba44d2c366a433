import * as fc from 'fast-check';
import type { QuotaGroup } from '../../types/event-kind';
import { Lot, PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { anEvent, eventNow } from '../testing/events';
import type { Side } from './pairs';
import { isInPairs, isStillYes, nextPairAt, pairedQuotas, planPairs, sides } from './pairs';
import type { Live } from './records';
import { freshLive } from './seat-acts';
import type { Waiting } from './waiting-list';

const HOUR_MS = 3_600_000;
const person = (nth: number): PersonId => PersonId.parse(`p${String(nth).padStart(22, '0')}`);
const unit = (nth: number, side: QuotaGroup, people = 1): Waiting => ({
  _id: `row-${nth}`,
  personId: person(nth),
  claim: `claim-${nth}`,
  groups: [side],
  people,
  orderKey: String(nth).padStart(15, '0'),
  registeredAt: eventNow,
});
const half = (places: number) => [
  { group: 'men' as const, places },
  { group: 'women' as const, places },
];
/** So many places of each side, of which so many are held. */
const live = (places: number, men = 0, women = 0): Live => ({
  ...freshLive(half(places)),
  free: { men: places - men, women: places - women },
});
/** A line in letters: who came first stands first. */
const lineOf = (letters: string): Waiting[] =>
  Array.from(letters, (letter, nth) => unit(nth, letter === 'm' ? 'men' : 'women'));
const whom = (plan: ReturnType<typeof planPairs>): string[] => plan.given.map(({ unit: { _id } }) => _id);

describe('an event', () => {
  const mixer = { kind: 'mixer', quotas: half(5), family: null } as const;

  it('is in pairs when it is a mixer with places for men and for women, and no other', () => {
    expect(isInPairs(mixer as never)).toBe(true);
    expect(isInPairs({ ...mixer, kind: 'lecture' } as never)).toBe(false);
    expect(isInPairs({ ...mixer, quotas: [{ group: 'anyone', places: 10 }] })).toBe(false);
    expect(isInPairs({ ...mixer, quotas: [] })).toBe(false);
  });
});

describe('pair by pair', () => {
  it('nobody has a place while only one side registers', () => {
    expect(whom(planPairs(live(20), lineOf('mmmmmm'), 20))).toEqual([]);
    expect(whom(planPairs(live(20, 4, 4), lineOf('wwww'), 20))).toEqual([]);
  });

  it('the first of each side have places together, in the order of each side', () => {
    const plan = planPairs(live(20), lineOf('mmmww'), 20);
    expect(whom(plan)).toEqual(['row-0', 'row-3', 'row-1', 'row-4']);
    expect(plan.given.map(({ group, isPair }) => [group, isPair])).toEqual([
      ['men', true],
      ['women', true],
      ['men', true],
      ['women', true],
    ]);
  });

  it('the place that somebody gave back goes to the next of the same side, alone, and to no second', () => {
    const plan = planPairs(live(5, 4, 5), lineOf('mmm'), 20);
    expect(plan.given).toMatchObject([{ unit: { _id: 'row-0' }, group: 'men', isPair: false }]);
    expect(whom(planPairs(live(5, 4, 5), lineOf('www'), 20))).toEqual([]);
  });

  it('the side that has fewer comes first, then pairs', () => {
    expect(whom(planPairs(live(9, 2, 4), lineOf('wwmmmm'), 20))).toEqual([
      'row-2',
      'row-3',
      'row-4',
      'row-0',
      'row-5',
      'row-1',
    ]);
  });

  it('a pair is never cut in two by how many a call may give; the timer is told that there are more', () => {
    expect(planPairs(live(9), lineOf('mwmw'), 3)).toMatchObject({ given: [{}, {}], isCut: true });
    expect(planPairs(live(9), lineOf('mwmw'), 1)).toEqual({ given: [], isCut: true });
    expect(planPairs(live(9), lineOf('mwmw'), 4)).toMatchObject({ given: [{}, {}, {}, {}], isCut: false });
    expect(planPairs(live(9, 0, 1), lineOf('m'), 0)).toEqual({ given: [], isCut: true });
  });

  it('keep the balance for any line, any cancellations before, any number at once; nobody is passed, no two are left', () => {
    const some = fc.record({
      letters: fc.string({ unit: fc.constantFrom('m', 'w'), maxLength: 30 }),
      places: fc.integer({ min: 1, max: 12 }),
      men: fc.nat(12),
      women: fc.nat(12),
      most: fc.nat(30),
    });
    fc.assert(
      fc.property(some, ({ letters, places, men, women, most }) => {
        const before = live(places, Math.min(men, places), Math.min(women, places));
        const line = lineOf(letters);
        const { given, isCut } = planPairs(before, line, most);
        const held = { men: Math.min(men, places), women: Math.min(women, places) };
        const imbalance = (): number => Math.abs(held.men - held.women);
        for (let nth = 0; nth < given.length;) {
          const [one, other] = given.slice(nth, nth + 2);
          const was = imbalance();
          const isPair = one?.isPair === true;
          for (const gift of isPair ? [one, other] : [one]) held[gift?.group as Side] += 1;
          expect(imbalance()).toBe(isPair ? was : was - 1);
          nth += isPair ? 2 : 1;
        }
        expect(given.length).toBeLessThanOrEqual(most);
        for (const side of sides) {
          expect(held[side]).toBeLessThanOrEqual(places);
          const wanted = line.filter(({ groups }) => groups.includes(side));
          const got = given.filter(({ group }) => group === side).map(({ unit: one }) => one);
          expect(got).toEqual(wanted.slice(0, got.length));
        }
        const waits = (side: Side): boolean =>
          held[side] < places &&
          given.filter(({ group }) => group === side).length <
            line.filter(({ groups }) => groups.includes(side)).length;
        expect(!isCut && waits('men') && waits('women')).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives nothing to somebody who has a place whose row does not say so yet', () => {
    const holder = { group: 'men', people: 1, claim: 'claim-0', at: eventNow, until: null } as const;
    const now = { ...live(5, 1, 1), holders: { [person(0)]: holder } };
    expect(whom(planPairs(now, lineOf('mmw'), 20))).toEqual(['row-1', 'row-2']);
  });
});

it('asks nobody again who said yes as lately as an offer would stand, and can still say no without a word', () => {
  const until = EpochMs.parse(eventNow + HOUR_MS);
  const cancelBy = EpochMs.parse(eventNow + 1);
  const said = (ago: number) => ({ registeredAt: EpochMs.parse(eventNow - ago) });
  expect(isStillYes(said(HOUR_MS - 1), until, { now: eventNow, cancelBy })).toBe(true);
  expect(isStillYes(said(HOUR_MS), until, { now: eventNow, cancelBy })).toBe(false);
  expect(isStillYes(said(0), until, { now: eventNow, cancelBy: eventNow })).toBe(false);
});

it('has the timer look for two who wait for each other while there is room, from the opening to the beginning', () => {
  const event = anEvent('联谊', { kind: 'mixer', quotas: half(2) });
  const fiveMinutes = 300_000;
  expect(nextPairAt(event, eventNow)).toBe(eventNow + fiveMinutes);
  expect(nextPairAt(event, EpochMs.parse(event.opensAt - HOUR_MS))).toBe(event.opensAt);
  const never = nextPairAt(event, event.startsAt);
  expect(never).toBeGreaterThan(event.endsAt);
  expect(nextPairAt({ ...event, live: live(2, 2, 2) }, eventNow)).toBe(never);
  expect(nextPairAt({ ...event, live: live(2, 2, 1) }, eventNow)).toBe(eventNow + fiveMinutes);
  expect(nextPairAt({ ...event, kind: 'lecture' }, eventNow)).toBe(never);
});

it('draws as many of each side as the side with fewer entries has, and no more than there are places', () => {
  const entries = (men: number, women: number) =>
    [...Array<QuotaGroup>(men).fill('men'), ...Array<QuotaGroup>(women).fill('women')].map((group, nth) => ({
      lot: Lot.parse(String(nth).padStart(8, '0')),
      people: 1,
      quotas: [group],
    }));
  expect(pairedQuotas(half(5), entries(9, 3))).toEqual(half(3));
  expect(pairedQuotas(half(5), entries(9, 8))).toEqual(half(5));
  expect(pairedQuotas(half(5), entries(9, 0))).toEqual(half(0));
});
