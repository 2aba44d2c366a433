import * as fc from 'fast-check';
import type { RosterForm } from '../../types/duty-roster';
import type { PersonId } from '../../types/ids';
import { StationId, UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { EpochMs as Instant, ShanghaiDay, addDays, shanghaiDay } from '../../types/time';
import { aPlace, aTemplate, dutyNow } from '../testing/duty';
import { written } from './keeping';
import type { Ruled } from './new-shift';
import { keptOf, planRoster, wantedShifts } from './roster-plan';
import type { Ground } from './roster-records';
import { freeIn } from './shift-index';
import type { ShiftRecord } from './shift-records';

process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 7).toString('base64');

const HOUR = 3_600_000;
const ground: Ground = {
  stationId: StationId.parse('beicai-1'),
  stationName: '北蔡驿站',
  street: '北蔡镇',
  address: '沪南路1000号',
  phone: null,
  place: null,
  offices: [{ unionId: UnionId.parse('beicai'), name: '北蔡镇总工会' }],
  scope: [UnionId.parse('beicai')],
  neighbours: [],
};
const people = ['wang', 'li', 'zhao', 'qian'].map((name) => `p${name.padEnd(22, 'x')}` as PersonId);

type World = { readonly shifts: ReadonlyMap<string, ShiftRecord>; readonly now: EpochMs };
type Step =
  | { readonly does: 'save'; readonly form: RosterForm }
  | { readonly does: 'take' | 'stand-by' | 'give-back'; readonly nth: number; readonly who: number }
  | { readonly does: 'wait'; readonly hours: number };

/** What one call of `saveRoster` does, with nobody beside it. */
function saved({ shifts, now }: World, form: RosterForm): World {
  const roster: Ruled = { form, ground };
  const author = { by: '陈站长', at: now };
  const wanted = wantedShifts(roster, rangeAt(now), now);
  const plan = planRoster(
    roster,
    wanted,
    [...shifts.values()].filter(({ startsAt }) => startsAt >= now),
    author,
  );
  const next = new Map(shifts);
  for (const shift of plan.missing) if (!next.has(shift._id)) next.set(shift._id, shift);
  for (const { after } of plan.changes) next.set(after._id, written(after, now));
  return { shifts: next, now };
}

const rangeAt = (now: EpochMs) => ({ from: shanghaiDay(now), upTo: addDays(shanghaiDay(now), 10) });

function stepped(world: World, step: Step): World {
  if (step.does === 'save') return saved(world, step.form);
  if (step.does === 'wait') return { ...world, now: Instant.parse(world.now + step.hours * HOUR) };
  const ahead = [...world.shifts.values()].filter(({ startsAt, state }) => state === 'planned' && startsAt > world.now);
  const shift = ahead[step.nth % Math.max(1, ahead.length)];
  const who = people[step.who % people.length];
  if (shift === undefined || who === undefined) return world;
  return { ...world, shifts: new Map(world.shifts).set(shift._id, written(acted(shift, step.does, who), world.now)) };
}

function acted(shift: ShiftRecord, does: 'take' | 'stand-by' | 'give-back', who: PersonId): ShiftRecord {
  const { number, calledName } = aPlace(who);
  const without = <Value>(table: Record<string, Value>) =>
    Object.fromEntries(Object.entries(table).filter(([personId]) => personId !== who));
  if (does === 'give-back') return { ...shift, places: without(shift.places), standby: without(shift.standby) };
  if (does === 'stand-by' && Object.keys(shift.standby).length >= shift.standbyPlaces) return shift;
  if (does === 'stand-by')
    return { ...shift, standby: { ...shift.standby, [who]: { number, calledName, at: dutyNow, calledAt: null } } };
  const free = shift.needs.find(({ role }) => freeIn(shift, role) > 0);
  return free === undefined
    ? shift
    : { ...shift, places: { ...shift.places, [who]: aPlace(who, { role: free.role }) } };
}

const someForm: fc.Arbitrary<RosterForm> = fc
  .record({
    rules: fc.uniqueArray(
      fc.record({
        nth: fc.nat(2),
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2 }),
        from: fc.constantFrom(540, 600, 1_320),
        count: fc.integer({ min: 1, max: 3 }),
        role: fc.constantFrom('door' as const, 'cleaning' as const),
        standby: fc.nat(2),
      }),
      { selector: ({ nth }) => nth, maxLength: 3 },
    ),
    releaseHours: fc.constantFrom(12, 24),
    swapNeedsHead: fc.boolean(),
  })
  .map(({ rules, ...more }) => ({
    ...more,
    templates: rules.map(({ nth, weekdays, from, count, role, standby }) =>
      aTemplate(`规则${nth}`, {
        weekdays,
        from,
        until: (from + 180) % 1_440,
        standby,
        needs: [{ role, count, skill: null }],
        firstDay: ShanghaiDay.parse('2026-11-01'),
      }),
    ),
  }));
const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('save' as const), form: someForm }),
  fc.record({
    does: fc.constantFrom('take' as const, 'take' as const, 'stand-by' as const, 'give-back' as const),
    nth: fc.nat(40),
    who: fc.nat(3),
  }),
  fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
);
const start: World = { shifts: new Map(), now: dutyNow };
const everything = fc.tuple(someForm, fc.array(someStep, { maxLength: 14 }), someForm);
const worldAfter = (first: RosterForm, steps: readonly Step[]): World => steps.reduce(stepped, saved(start, first));

describe('a roster that is saved again and again while people take and give back', () => {
  it('never moves, calls off or shrinks a shift under somebody who has it', () => {
    fc.assert(
      fc.property(everything, ([first, steps, last]) => {
        const before = worldAfter(first, steps);
        const after = saved(before, last);
        for (const [id, shift] of before.shifts) {
          const now = after.shifts.get(id);
          expect(now?.places).toEqual(shift.places);
          expect(now?.standby).toEqual(shift.standby);
          if (Object.keys({ ...shift.places, ...shift.standby }).length === 0) continue;
          expect(now).toMatchObject({ state: shift.state, startsAt: shift.startsAt, endsAt: shift.endsAt });
          for (const role of new Set(Object.values(shift.places).map((place) => place.role))) {
            const needed = now?.needs.find((need) => need.role === role)?.count ?? 0;
            expect(Object.values(shift.places).filter((place) => place.role === role).length).toBeLessThanOrEqual(
              needed,
            );
          }
          expect(now?.standbyPlaces).toBeGreaterThanOrEqual(Object.keys(shift.standby).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is as the last rules say wherever nobody has anything, and says where it is not', () => {
    fc.assert(
      fc.property(everything, ([first, steps, last]) => {
        const { shifts, now } = saved(worldAfter(first, steps), last);
        const wanted = wantedShifts({ form: last, ground }, rangeAt(now), now);
        const ahead = [...shifts.values()].filter(({ startsAt }) => now < startsAt);
        const kept = new Set(keptOf(ahead, wanted).map(({ startsAt }) => startsAt));
        for (const shift of ahead.filter(({ state, startsAt }) => state === 'planned' && !kept.has(startsAt))) {
          const rule = wanted.get(shift._id);
          expect(shift).toMatchObject({
            startsAt: rule?.startsAt,
            endsAt: rule?.endsAt,
            needs: rule?.needs,
            standbyPlaces: rule?.standbyPlaces,
          });
        }
        for (const [id, rule] of wanted) {
          const shift = shifts.get(id);
          if (shift !== undefined && shift.startsAt > now)
            expect([shift.state, rule.day]).toEqual(['planned', shift.day]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('saved once more as it is changes nothing', () => {
    fc.assert(
      fc.property(everything, ([first, steps, last]) => {
        const once = saved(worldAfter(first, steps), last);
        expect(saved(once, last).shifts).toEqual(once.shifts);
      }),
      { numRuns: 200 },
    );
  });
});
