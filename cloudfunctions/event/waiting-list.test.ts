import * as fc from 'fast-check';
import type { QuotaGroup } from '../../types/event-kind';
import { PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { eventNow } from '../testing/events';
import type { Live } from './records';
import { freshLive } from './seat-acts';
import type { Waiting } from './waiting-list';
import { offerEnds, planGifts } from './waiting-list';

const HOUR_MS = 3_600_000;
const person = (nth: number): PersonId => PersonId.parse(`p${String(nth).padStart(22, '0')}`);
const unit = (nth: number, people = 1, groups: readonly QuotaGroup[] = ['anyone']): Waiting => ({
  _id: `row-${nth}`,
  personId: person(nth),
  claim: `claim-${nth}`,
  groups: [...groups],
  people,
  orderKey: String(nth).padStart(15, '0'),
  registeredAt: eventNow,
});
const live = (free: Record<string, number>, more: Partial<Live> = {}): Live => ({
  ...freshLive([]),
  places: { anyone: 10, members: 10 },
  free,
  ...more,
});
const moment = { now: eventNow, startsAt: EpochMs.parse(eventNow + 100 * HOUR_MS), most: 20 };
const whom = (plan: ReturnType<typeof planGifts>): string[] => plan.given.map((given) => given.unit._id);

describe('the waiting list', () => {
  it('goes in its order', () => {
    expect(whom(planGifts(live({ anyone: 2 }), [unit(1), unit(2), unit(3)], moment))).toEqual(['row-1', 'row-2']);
  });

  it('lets whoever fits go first, and counts each time that a family lets somebody pass', () => {
    const plan = planGifts(live({ anyone: 2 }), [unit(1, 3), unit(2), unit(3), unit(4)], moment);
    expect(whom(plan)).toEqual(['row-2', 'row-3']);
    expect([...plan.passedOver]).toEqual([[person(1), 2]]);
    expect(plan.keptFor).toBeNull();
  });

  it('keeps what becomes free for a family that was passed over three times, until it fits', () => {
    const plan = planGifts(live({ anyone: 2 }, { skips: { [person(1)]: 2 } }), [unit(1, 3), unit(2), unit(3)], moment);
    expect(whom(plan)).toEqual(['row-2']);
    expect(plan.keptFor).toBe(person(1));
    const kept = live({ anyone: 3 }, { skips: { [person(1)]: 3 }, keptFor: person(1) });
    const fits = planGifts(kept, [unit(0), unit(1, 3), unit(2)], moment);
    expect(whom(fits)).toEqual(['row-1']);
    expect(fits.keptFor).toBeNull();
  });

  it('keeps nothing that the family could not use', () => {
    const kept = live({ anyone: 1, members: 1 }, { keptFor: person(1) });
    const plan = planGifts(kept, [unit(1, 3), unit(2, 1, ['anyone']), unit(3, 1, ['members', 'anyone'])], moment);
    expect(plan.given).toMatchObject([{ unit: { _id: 'row-3' }, group: 'members' }]);
  });

  it('keeps nothing from a day before the beginning on, and nothing for a family that can never fit', () => {
    const kept = live({ anyone: 1 }, { keptFor: person(1) });
    const day = { ...moment, startsAt: EpochMs.parse(eventNow + 24 * HOUR_MS) };
    expect(whom(planGifts(kept, [unit(1, 3), unit(2)], day))).toEqual(['row-2']);
    expect(planGifts(kept, [unit(1, 3), unit(2)], day).keptFor).toBeNull();
    expect(whom(planGifts(kept, [unit(1, 3), unit(2)], { ...day, startsAt: EpochMs.parse(day.startsAt + 1) }))).toEqual(
      [],
    );
    expect(whom(planGifts({ ...kept, places: { anyone: 2 } }, [unit(1, 3), unit(2)], moment))).toEqual(['row-2']);
  });

  it('gives a family all its places of one quota', () => {
    const both: QuotaGroup[] = ['members', 'anyone'];
    expect(whom(planGifts(live({ anyone: 2, members: 1 }), [unit(1, 3, both)], moment))).toEqual([]);
    expect(planGifts(live({ anyone: 3, members: 1 }), [unit(1, 3, both)], moment).given).toMatchObject([
      { group: 'anyone' },
    ]);
  });

  it('never gives more than is free, nobody twice, and passes nobody by who fits', () => {
    const people = fc.array(fc.record({ people: fc.integer({ min: 1, max: 4 }), members: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(people, fc.nat(8), fc.nat(8), (all, anyone, members) => {
        const line = all.map((one, nth) => unit(nth, one.people, one.members ? ['members', 'anyone'] : ['anyone']));
        const { given, keptFor } = planGifts(live({ anyone, members }), line, { ...moment, most: 50 });
        const left = { anyone, members };
        for (const { unit: one, group } of given) left[group === 'members' ? 'members' : 'anyone'] -= one.people;
        expect(Math.min(left.anyone, left.members)).toBeGreaterThanOrEqual(0);
        expect(new Set(given.map(({ unit: { _id } }) => _id)).size).toBe(given.length);
        const out = line.filter((one) => !given.some(({ unit: other }) => other === one));
        const fits = out.filter(
          (one) => one.people <= left.anyone || (one.groups.includes('members') && one.people <= left.members),
        );
        expect(keptFor === null ? fits : []).toEqual([]);
      }),
    );
  });
});

describe('an offer', () => {
  const lasts = (hoursBefore: number, more = 0): number => {
    const startsAt = EpochMs.parse(eventNow + hoursBefore * HOUR_MS + more);
    return (offerEnds({ now: eventNow, startsAt }) - eventNow) / HOUR_MS;
  };

  it('stands for 24 hours, 6, 1, or 20 minutes, the nearer the event the shorter, and never beyond its beginning', () => {
    expect([lasts(100), lasts(72, 1), lasts(72), lasts(24, 1), lasts(24), lasts(6, 1)]).toEqual([24, 24, 6, 6, 1, 1]);
    expect(lasts(6)).toBeCloseTo(1 / 3);
    expect(lasts(0.1)).toBeCloseTo(0.1);
  });
});
