import fc from 'fast-check';
import { ShanghaiDay } from '../../types/time';
import { fittedSlots, freeSlot, hoursFit, slotIdOf, tableOf, timesOf } from './slots-of-day';
import type { Slots } from './slots-of-day';
import type { Slot } from './sitting-records';

const friday = ShanghaiDay.parse('2026-11-27');
const hours = { from: 810, until: 1_020, slotMinutes: 20, tables: 2 };
const at = (time: string): number => Date.parse(`2026-11-27T${time}:00+08:00`);
const booked = (slot: Slot): Slot => ({ ...slot, state: 'booked' });
const present = (slot: Slot | undefined): Slot => {
  if (slot === undefined) throw new Error('There is no such slot.');
  return slot;
};

const someHours = fc
  .record({
    from: fc.integer({ min: 0, max: 1_430 }),
    length: fc.integer({ min: 10, max: 600 }),
    slotMinutes: fc.integer({ min: 10, max: 120 }),
    tables: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ from, length, slotMinutes, tables }) => ({
    ...{ from, until: Math.min(1_440, from + length), slotMinutes, tables },
  }));

describe('the times of a sitting', () => {
  it('follow each other from the beginning, and the last one ends before the studio closes', () => {
    expect(timesOf(hours)).toEqual([810, 830, 850, 870, 890, 910, 930, 950, 970, 990]);
    expect(timesOf({ ...hours, until: 830 })).toEqual([810]);
    expect(timesOf({ ...hours, until: 829 })).toEqual([]);
    expect(timesOf({ ...hours, until: 810 })).toEqual([]);
    expect(timesOf({ ...hours, until: 700 })).toEqual([]);
  });

  it('are named by the clock and the table, in the order in which people come', () => {
    const slots = fittedSlots(friday, hours);
    expect(Object.keys(slots).slice(0, 3)).toEqual(['1330a', '1330b', '1350a']);
    expect(slots['1330a']).toMatchObject({ startsAt: at('13:30'), endsAt: at('13:50'), state: 'free' });
    expect(Object.keys(slots)).toHaveLength(20);
    expect(slotIdOf(0, 'a')).toBe('0000a');
    expect(slotIdOf(1_430, 'j')).toBe('2350j');
  });

  it('need room for one conversation, and no more places than a day can hold', () => {
    expect(hoursFit({ ...hours, until: 830 })).toBe(true);
    expect(hoursFit({ ...hours, until: 829 })).toBe(false);
    expect(hoursFit({ ...hours, until: 700 })).toBe(false);
    expect(hoursFit({ from: 0, until: 400, slotMinutes: 10, tables: 10 })).toBe(true);
    expect(hoursFit({ from: 0, until: 410, slotMinutes: 10, tables: 10 })).toBe(false);
  });

  it('keep an appointment that is made where new hours leave it out, and offer no third place to two matchmakers', () => {
    const before = fittedSlots(friday, { ...hours, tables: 3 });
    const kept = { '1330c': booked(present(before['1330c'])), '1630a': booked(present(before['1630a'])) };
    const after = fittedSlots(friday, { ...hours, until: 900, tables: 2 }, { ...before, ...kept });
    expect(after).toMatchObject(kept);
    expect(Object.keys(after).filter((id) => id.startsWith('1330'))).toEqual(['1330a', '1330c']);
    expect(Object.keys(after).filter((id) => id > '1500')).toEqual(['1630a']);
  });

  it('leave nothing but appointments on a day on which the studio sits no more', () => {
    const before = fittedSlots(friday, hours);
    expect(fittedSlots(friday, null, before)).toEqual({});
    const kept = { '1410b': booked(present(before['1410b'])) };
    expect(fittedSlots(friday, null, { ...before, ...kept })).toEqual(kept);
  });

  it('keep what is taken, give no table two people at one time, and offer no more places than tables, whatever changes', () => {
    const taken = fc.array(fc.nat(), { maxLength: 12 });
    fc.assert(
      fc.property(someHours, taken, someHours, taken, someHours, (first, some, second, others, third) => {
        const one = takeSome(fittedSlots(friday, first), some);
        const two = takeSome(fittedSlots(friday, second, one), others);
        const last = fittedSlots(friday, third, two);
        const all = Object.entries(last);
        for (const [slotId, slot] of Object.entries(two))
          if (slot.state === 'booked') expect(last[slotId]).toEqual(slot);
        for (const [slotId, slot] of all) {
          const beside = all.filter(([, other]) => other.startsAt < slot.endsAt && other.endsAt > slot.startsAt);
          expect(beside.filter(([id]) => tableOf(id) === tableOf(slotId))).toHaveLength(1);
          // More can be going on only where appointments were made by wider hours.
          const then = all.filter(([, other]) => other.startsAt <= slot.startsAt && other.endsAt > slot.startsAt);
          if (then.some(([, other]) => other.state === 'free')) expect(then.length).toBeLessThanOrEqual(third.tables);
        }
        expect(fittedSlots(friday, third, last)).toEqual(last);
      }),
    );
  });
});

function takeSome(slots: Slots, picks: readonly number[]): Record<string, Slot> {
  const ids = Object.keys(slots);
  const chosen = new Set(ids.length === 0 ? [] : picks.map((pick) => ids[pick % ids.length]));
  return Object.fromEntries(
    Object.entries(slots).map(([id, slot]) => [
      id,
      chosen.has(id) ? booked(slot) : slot.state === 'free' ? freeSlot(slot) : slot,
    ]),
  );
}
