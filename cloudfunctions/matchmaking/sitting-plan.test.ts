import { PersonId } from '../../types/ids';
import { ShanghaiDay } from '../../types/time';
import { aStudio } from '../testing/matchmaking';
import { fittedSitting, sittingPlan } from './sitting-plan';
import { dueOf } from './sitting-moments';
import type { Sitting } from './sitting-records';

const monday = ShanghaiDay.parse('2026-11-23');
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const studio = aStudio();
const person = PersonId.parse(`p${'a'.repeat(22)}`);
const made = (): readonly Sitting[] => sittingPlan(studio, [], monday).fresh;
const firstOf = (all: readonly Sitting[]): Sitting => {
  const [first] = all;
  if (first === undefined) throw new Error('No day was made.');
  return first;
};
/** The first Friday with somebody at 14:10. */
const booked = (): Sitting => {
  const sitting = firstOf(made());
  const slot = sitting.slots['1410a'];
  if (slot === undefined) throw new Error('Nobody sits at 14:10.');
  const slots = { ...sitting.slots, '1410a': { ...slot, state: 'booked' as const, personId: person } };
  return { ...sitting, slots, people: [person] };
};

describe('the plan of a studio', () => {
  it('makes four Fridays, each of which the timer looks at first on the evening before', () => {
    const fresh = made();
    expect(fresh.map(({ _id }) => _id)).toEqual([
      'beicai:2026-11-27',
      'beicai:2026-12-04',
      'beicai:2026-12-11',
      'beicai:2026-12-18',
    ]);
    expect(firstOf(fresh)).toMatchObject({
      startsAt: at('2026-11-27T13:30'),
      endsAt: at('2026-11-27T16:50'),
      dueAt: at('2026-11-26T18:00'),
      isCalledOff: false,
    });
  });

  it('wants nothing where all is made, and one more when a week has gone', () => {
    expect(sittingPlan(studio, made(), monday)).toEqual({ fresh: [], unfit: [] });
    expect(sittingPlan(studio, made(), ShanghaiDay.parse('2026-11-27')).fresh.map(({ day }) => day)).toEqual([
      '2026-12-25',
    ]);
  });

  it('leaves today as it is, and a day that was called off', () => {
    const { form } = aStudio({}, { from: 900 });
    const friday = ShanghaiDay.parse('2026-11-27');
    expect(sittingPlan({ ...studio, form }, made(), friday).unfit.map(({ day }) => day)).not.toContain(friday);
    const calledOff = { ...firstOf(made()), isCalledOff: true };
    expect(fittedSitting(calledOff, form, monday)).toBe(calledOff);
  });

  it('gives a day without appointments the new hours, and takes it away when the weekday changes', () => {
    const later = aStudio({}, { from: 900, until: 960 });
    expect(fittedSitting(firstOf(made()), later.form, monday)).toMatchObject({
      startsAt: at('2026-11-27T15:00'),
      endsAt: at('2026-11-27T16:00'),
    });
    expect(fittedSitting(firstOf(made()), aStudio({}, { weekday: 4 }).form, monday)).toBeNull();
  });

  it('keeps the appointment of a day that is no sitting any more, and offers nothing beside it', () => {
    const after = fittedSitting(booked(), aStudio({}, { weekday: 4 }).form, monday);
    expect(Object.keys(after?.slots ?? {})).toEqual(['1410a']);
    expect(after).toMatchObject({ people: [person], startsAt: at('2026-11-27T14:10'), endsAt: at('2026-11-27T14:30') });
  });
});

describe('when the timer looks at a day', () => {
  it('on the evening before, at its end where somebody did not come, and sixty days later for the last time', () => {
    const sitting = { ...booked(), told: ['tomorrow'] };
    const purged = at('2027-01-27T00:00');
    expect(dueOf(sitting)).toBe(purged);
    const slot = { ...sitting.slots['1410a'], state: 'missed' } as Sitting['slots'][string];
    const missed = { ...sitting, slots: { ...sitting.slots, '1410a': slot } };
    expect(dueOf(missed)).toBe(at('2026-11-27T16:50'));
    expect(dueOf({ ...missed, told: ['tomorrow', 'missed:1410a'] })).toBe(purged);
    expect(dueOf({ ...sitting, told: [], isCalledOff: true })).toBe(0);
    expect(dueOf({ ...sitting, told: [], isCalledOff: true, people: [] })).toBe(purged);
  });
});
