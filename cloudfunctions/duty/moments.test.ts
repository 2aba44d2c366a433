import fc from 'fast-check';
import type { PersonId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import { aPlace, aShift, dutyNow } from '../testing/duty';
import { gapStage } from './gaps';
import { sweepsAt } from './moments';
import { wantedOf } from './shift-index';
import { broughtBy, dueFor, keysOf } from './time-brings';
import { tellable } from './shift-tellings';
import type { ShiftRecord } from './shift-records';

const HOUR = 3_600_000;
const zhang = `p${'z'.repeat(22)}` as PersonId;
const shift = aShift('上午班', { places: { [zhang]: aPlace('zhang') } });
const { startsAt, endsAt } = shift;
const looksAt = (one: ShiftRecord, now: EpochMs): EpochMs => sweepsAt(one, wantedOf(one), now);
const hoursAhead = (hours: number, more = 0): EpochMs => EpochMs.parse(startsAt - hours * HOUR + more);

describe('when the timer looks at a shift', () => {
  it('is at the next moment that brings something', () => {
    const early = EpochMs.parse(startsAt - 100 * HOUR);
    expect(looksAt(shift, early)).toBe(hoursAhead(72));
    expect(looksAt({ ...shift, told: ['gap-72h'] }, hoursAhead(71))).toBe(hoursAhead(24));
    expect(looksAt({ ...shift, state: 'called-off', places: {} }, early)).toBe(NEVER);
    expect(looksAt({ ...shift, state: 'closed' }, early)).toBe(NEVER);
  });

  it('is at once while something that has come was not seen to, whoever wrote the shift meanwhile', () => {
    expect(looksAt(shift, hoursAhead(71))).toBe(hoursAhead(72));
    expect(looksAt(shift, EpochMs.parse(startsAt + 11 * 60_000))).toBe(startsAt + 10 * 60_000);
  });

  it('is two minutes later where a call may still be at work', () => {
    const owing: ShiftRecord = { ...shift, effects: [{ does: 'close-station', personId: zhang }] };
    const early = hoursAhead(100);
    expect(looksAt(owing, early)).toBe(early + 120_000);
    // Called off, and people on it are still to be told and let go.
    expect(looksAt({ ...shift, state: 'called-off' }, early)).toBe(early + 120_000);
  });

  it('comes to an end: whatever was seen to does not come again', () => {
    const times = fc.array(fc.integer({ min: -80 * 60, max: 40 * 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(times, (minutes) => {
        let one = shift;
        for (const minute of minutes.toSorted((a, b) => a - b)) {
          const now = EpochMs.parse(startsAt + minute * 60_000);
          one = { ...broughtBy(one, now), effects: [] };
          one = { ...one, told: [...one.told, ...keysOf(dueFor(one, now), tellable)] };
          expect(looksAt(one, now)).toBeGreaterThan(now);
        }
        const long = EpochMs.parse(endsAt + 25 * HOUR);
        expect(looksAt(broughtBy({ ...one, effects: [] }, long), long)).toBeGreaterThan(long);
      }),
    );
  });
});

describe('how near a gap is', () => {
  it.each([
    [hoursAhead(72, -1), 'later'],
    [hoursAhead(72), '72h'],
    [hoursAhead(24, -1), '72h'],
    [hoursAhead(24), '24h'],
    [hoursAhead(4), '4h'],
    [EpochMs.parse(startsAt - 1), '4h'],
    [startsAt, 'now'],
    [EpochMs.parse(endsAt - 1), 'now'],
  ] as const)('is told by its stage at %d: %s', (now, stage) => {
    expect(gapStage(shift, now)).toEqual({ people: 1, stage });
  });

  it('is nothing where nobody is wanted, or the shift is over or called off', () => {
    expect(gapStage({ ...shift, needs: [{ role: 'door', count: 1, skill: null }] }, dutyNow)).toBeNull();
    expect(gapStage(shift, endsAt)).toBeNull();
    expect(gapStage({ ...shift, state: 'called-off' }, dutyNow)).toBeNull();
  });
});
