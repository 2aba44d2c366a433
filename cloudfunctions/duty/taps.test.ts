import fc from 'fast-check';
import type { Tap, Tapped } from '../../types/duty-tap';
import { PersonId, StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { aPlace, aShift } from '../testing/duty';
import { aTap, atTheDoor, closesDown, comes, counts, leaves, opensUp } from '../testing/taps';
import type { DutyFacts, DutyState } from './duty-state';
import { ended } from './run-out';
import { stretchesOf } from './stretches';
import { applyTaps } from './taps';
import { freshUpkeep } from './upkeep';

const zhang = PersonId.parse(`p${'z'.repeat(22)}`);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const startsAt = EpochMs.parse(Date.parse('2026-11-25T22:00:00+08:00'));
const endsAt = EpochMs.parse(startsAt + 4 * HOUR);
const after = (ms: number): EpochMs => EpochMs.parse(startsAt + ms);

const fresh = (): DutyState => {
  const shift = aShift('夜班', { startsAt, endsAt, places: { [zhang]: aPlace('zhang') } });
  return { shift, upkeep: freshUpkeep(shift), clock: null, photos: [] };
};
const factsAt = (now: EpochMs): DutyFacts => ({
  personId: zhang,
  now,
  station: {
    stationId: StationId.parse('beicai-1'),
    name: 'beicai-1驿站',
    scope: [],
    status: { state: 'open', reasons: [] },
    facilities: [],
    doorCode: '00000000',
    place: atTheDoor,
    onDuty: [],
  },
});

/** What was tapped when, in truth, in the order of it. */
const truth = fc
  .record({
    came: fc.integer({ min: -40, max: 200 }),
    stayed: fc.integer({ min: 0, max: 300 }),
    between: fc.array(
      fc.record({
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        did: fc.constantFrom<Tapped[]>(counts(1), counts(-1), opensUp, closesDown, { did: 'handover', words: '好' }),
      }),
      { maxLength: 8 },
    ),
    saysGoodbye: fc.boolean(),
  })
  .map(({ came, stayed, between, saysGoodbye }) => {
    const inAt = after(came * MINUTE);
    const outAt = EpochMs.parse(inAt + stayed * MINUTE);
    const taps = between
      .map(({ part, did }, nth) => aTap(`t${nth}`, EpochMs.parse(Math.round(inAt + part * (outAt - inAt))), did))
      .sort((one, other) => one.at - other.at);
    return {
      inAt,
      outAt,
      taps: [
        aTap('in', inAt, comes()),
        ...taps,
        ...(saysGoodbye ? [aTap('out', outAt, leaves(null, null, '下班'))] : []),
      ],
    };
  });

/** How a network delivers them: in any order, in any pieces, twice or never, at any time within three days. */
const delivery = fc.array(
  fc.record({ picks: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), waits: fc.integer({ min: 0, max: 6 * 60 }) }),
  { maxLength: 10 },
);
const skew = fc.integer({ min: -5 * HOUR, max: 5 * HOUR });

describe('taps, in whatever order they arrive', () => {
  it('give no more hours than somebody was there, all of them within the time that they were', () => {
    fc.assert(
      fc.property(truth, delivery, skew, fc.boolean(), ({ inAt, outAt, taps }, deliveries, off, isInOrder) => {
        let [state, now] = [fresh(), outAt];
        for (const { picks, waits } of deliveries) {
          now = EpochMs.parse(now + waits * MINUTE);
          const chosen = picks.flatMap((nth) => taps[nth % taps.length] ?? []);
          const sent = isInOrder ? taps : chosen;
          const skewed = sent.map((tap): Tap => ({ ...tap, at: EpochMs.parse(tap.at + off) }));
          state = applyTaps(state, { taps: skewed, phoneNow: EpochMs.parse(now + off) }, factsAt(now)).state;
        }
        const shift = ended(state.shift);
        const place = shift.places[zhang];
        if (place === undefined) throw new Error('The place is gone.');
        const counted = stretchesOf(shift, place).filter(({ evidence }) => evidence !== 'assumed');
        for (const { from, until } of counted) {
          expect(from).toBeGreaterThanOrEqual(inAt);
          expect(until).toBeLessThanOrEqual(outAt);
          expect(until).toBeGreaterThan(from);
        }
        expect(counted.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it('change nothing when they arrive once more', () => {
    fc.assert(
      fc.property(truth, ({ outAt, taps }) => {
        const facts = factsAt(outAt);
        const once = applyTaps(fresh(), { taps, phoneNow: outAt }, facts);
        const twice = applyTaps(once.state, { taps: [...taps, ...taps], phoneNow: outAt }, facts);
        expect(twice.state).toEqual(once.state);
        expect(twice.outcomes.map(({ refusal }) => refusal)).toEqual(
          [...once.outcomes, ...once.outcomes].map(({ refusal }) => refusal),
        );
      }),
    );
  });

  it('give the whole time to whoever taps in order, though all of it arrives at midnight', () => {
    const taps = [aTap('in', after(-20 * MINUTE), comes()), aTap('out', after(3 * HOUR), leaves(null, null, '下班'))];
    const { state } = applyTaps(fresh(), { taps, phoneNow: endsAt }, factsAt(endsAt));
    const place = state.shift.places[zhang];
    if (place === undefined) throw new Error('The place is gone.');
    expect(stretchesOf(state.shift, place)).toEqual([
      { from: after(-15 * MINUTE), until: after(3 * HOUR), evidence: 'tap' },
    ]);
  });
});
