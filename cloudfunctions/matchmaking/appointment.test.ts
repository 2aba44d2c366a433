import fc from 'fast-check';
import { PersonId, ProfileId, UnionId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { aStudio } from '../testing/matchmaking';
import type { Stage } from './appointment';
import { giveUp, takeTime } from './appointment';
import { peopleIn } from './sitting-moments';
import { sittingPlan } from './sitting-plan';
import type { Booking, Sitting } from './sitting-records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`2026-11-27T${text}:00+08:00`));
const before = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));
const person = (nth: number): PersonId => PersonId.parse(`p${String(nth).padStart(22, '0')}`);
const studioId = UnionId.parse('beicai');

function friday(more: Partial<Sitting> = {}): Sitting {
  const [sitting] = sittingPlan(aStudio(), [], ShanghaiDay.parse('2026-11-23')).fresh;
  if (sitting === undefined) throw new Error('No day was made.');
  return { ...sitting, ...more };
}

const wish = (time: string, nth = 1) => ({
  ...{ personId: person(nth), profileId: ProfileId.parse(`m${'0'.repeat(11)}`), studioId, startsAt: at(time) },
  sealedFor: (slotId: string) => `sealed for ${slotId}`,
});

/** What is stored after a wish; the same where it was refused. */
function after(stage: Stage, nth: number, acted: ReturnType<typeof takeTime> | ReturnType<typeof giveUp>): Stage {
  if (!acted.ok || acted.value === null || stage.sitting === null) return stage;
  const slots = { ...stage.sitting.slots, ...acted.value.slots };
  expect(acted.value.booking === null || acted.value.booking._id === person(nth)).toBe(true);
  return { sitting: { ...stage.sitting, slots, people: peopleIn(slots) }, booking: acted.value.booking };
}

describe('an appointment', () => {
  const fresh: Stage = { sitting: friday(), booking: null };

  it('is at the first free table, under the name for that table alone', () => {
    expect(takeTime(fresh, wish('13:30'), before)).toMatchObject({
      value: {
        slots: { '1330a': { state: 'booked', personId: person(1), named: 'sealed for 1330a' } },
        booking: { slotId: '1330a', startsAt: at('13:30'), endsAt: at('13:50'), purgeAt: at('00:00') + 86_400_000 },
      },
    });
    const one = after(fresh, 1, takeTime(fresh, wish('13:30'), before));
    const next = { ...one, booking: null };
    expect(takeTime(next, wish('13:30', 2), before)).toMatchObject({ value: { booking: { slotId: '1330b' } } });
    const both = after(next, 2, takeTime(next, wish('13:30', 2), before));
    expect(takeTime({ ...both, booking: null }, wish('13:30', 3), before)).toMatchObject({ refusal: 'full' });
  });

  it('is one at a time, asked for twice is the same, and counts until it is over', () => {
    const mine = after(fresh, 1, takeTime(fresh, wish('13:30'), before));
    expect(takeTime(mine, wish('13:30'), before)).toMatchObject({ ok: true, value: null });
    expect(takeTime(mine, wish('13:50'), before)).toMatchObject({ refusal: 'booked-already' });
    expect(takeTime(mine, wish('15:10'), EpochMs.parse(at('13:50') - 1))).toMatchObject({ refusal: 'booked-already' });
    expect(takeTime(mine, wish('15:10'), at('13:50'))).toMatchObject({ value: { booking: { slotId: '1510a' } } });
  });

  it('is at a time that there is, has not begun, and was not called off', () => {
    expect(takeTime(fresh, wish('13:31'), before)).toMatchObject({ refusal: 'no-such-time' });
    expect(takeTime({ sitting: null, booking: null }, wish('13:30'), before)).toMatchObject({
      refusal: 'no-such-time',
    });
    expect(takeTime(fresh, wish('13:30'), at('13:30'))).toMatchObject({ refusal: 'begun-already' });
    expect(takeTime(fresh, wish('13:30'), EpochMs.parse(at('13:30') - 1))).toMatchObject({ ok: true });
    const calledOff = { sitting: friday({ isCalledOff: true }), booking: null };
    expect(takeTime(calledOff, wish('13:30'), before)).toMatchObject({ refusal: 'called-off' });
  });

  it('is given up until it begins, and its table is free at once', () => {
    const mine = after(fresh, 1, takeTime(fresh, wish('13:30'), before));
    expect(giveUp(mine, person(1), at('13:30'))).toMatchObject({ refusal: 'begun-already' });
    const gone = after(mine, 1, giveUp(mine, person(1), EpochMs.parse(at('13:30') - 1)));
    expect(gone).toEqual({ sitting: friday(), booking: null });
    expect(giveUp(gone, person(1), before)).toMatchObject({ ok: true, value: null });
    expect(giveUp(mine, person(1), at('13:50'))).toMatchObject({ ok: true, value: null });
  });

  it('of another day is not given up with this one', () => {
    const mine = after(fresh, 1, takeTime(fresh, wish('13:30'), before));
    const elsewhere = { ...mine, sitting: friday({ day: ShanghaiDay.parse('2026-12-04') }) };
    expect(giveUp(elsewhere, person(1), before)).toMatchObject({ ok: true, value: null });
  });

  it('never puts two people at one table, nor one at two tables, whatever people do in whatever order', () => {
    const act = fc.record({ who: fc.integer({ min: 1, max: 6 }), nth: fc.nat({ max: 3 }), gives: fc.boolean() });
    const times = ['13:30', '13:50', '14:10', '14:30'];
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let sitting = friday();
        const bookings = new Map<number, Booking | null>();
        for (const { who, nth, gives } of acts) {
          const stage = { sitting, booking: bookings.get(who) ?? null };
          const acted = gives
            ? giveUp(stage, person(who), before)
            : takeTime(stage, wish(times[nth] ?? '', who), before);
          const next = after(stage, who, acted);
          sitting = next.sitting ?? sitting;
          bookings.set(who, next.booking);
        }
        const there = Object.entries(sitting.slots).flatMap(([slotId, { personId, state }]) => {
          expect(state === 'booked').toBe(personId !== null);
          return personId === null ? [] : [`${personId} ${slotId}`];
        });
        const agreed = [...bookings.values()].flatMap((one) => (one === null ? [] : [`${one._id} ${one.slotId}`]));
        expect(there.sort()).toEqual(agreed.sort());
        expect([...sitting.people].sort()).toEqual(there.map((line) => line.split(' ')[0] ?? '').sort());
      }),
    );
  });
});
