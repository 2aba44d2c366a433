import * as fc from 'fast-check';
import type { ShiftId, VolunteerNo } from '../../types/ids';
import { PersonId, ShiftId as ShiftIdSchema, WishId } from '../../types/ids';
import type { Result } from '../../types/result';
import { EpochMs } from '../../types/time';
import { aShift, aVolunteer, dutyNow } from '../testing/duty';
import type { Decided, Stage } from './act-together';
import { stageOf } from './act-together';
import { DAY_CAP_MS, ELDER_DAY_CAP_MS, ELDER_WEEK_CAP_MS, WEEK_CAP_MS } from './duty-rules';
import { exchangeOn, undoOn } from './exchange-shifts';
import {
  callOff,
  givenBack,
  latePerson,
  letGo,
  peopleOn,
  releasePlace,
  standBy,
  standDown,
  stepIn,
  takeOff,
  takePlace,
} from './place-acts';
import { moved, stepped } from './place-steps';
import { indexed } from './shift-index';
import type { ShiftRecord } from './shift-records';
import type { SwapRecord } from './swap-records';
import { lapsesAt, undoUntil } from './swap-rules';
import type { VolunteerRecord } from './volunteer-records';
import { dayNo, dayStart, overlapMs, weekStart } from './wall-hours';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PEOPLE = 12;
const DAYS = 28;
const MIDNIGHT = dutyNow - 10 * HOUR_MS;
/** Begin and length of the five shifts of a day, hours: they overlap, and one crosses midnight. */
const PATTERN = [
  [8, 4],
  [11, 3],
  [12, 5],
  [18, 4],
  [21, 4],
] as const;

/** Two are old, one is young, four know first aid. */
const crew: readonly VolunteerRecord[] = Array.from({ length: PEOPLE }, (_, nth) => {
  const birthYear = nth < 2 ? 1950 : nth === 2 ? 2009 : 1966;
  const skills: VolunteerRecord['skills'] = nth % 3 === 0 ? ['first-aid'] : [];
  return aVolunteer(`v${nth}`, PersonId.parse(`p${String(nth).padStart(22, '0')}`), { birthYear, skills });
});

const roster: readonly ShiftRecord[] = Array.from({ length: DAYS }, (_, day) =>
  PATTERN.map(([from, hours], nth) => {
    const startsAt = EpochMs.parse(MIDNIGHT + day * DAY_MS + from * HOUR_MS);
    const _id = ShiftIdSchema.parse(`d${String(day * 10 + nth).padStart(11, '0')}`);
    const needs: ShiftRecord['needs'] = [
      { role: 'door', count: 2, skill: null },
      ...(nth === 0 ? [{ role: 'first-aid' as const, count: 1, skill: 'first-aid' as const }] : []),
    ];
    const endsAt = EpochMs.parse(startsAt + hours * HOUR_MS);
    return aShift(_id, { _id, startsAt, endsAt, needs, standbyPlaces: 2 });
  }),
).flat();

class World {
  now: EpochMs = dutyNow;
  readonly shifts = new Map(roster.map((shift) => [shift._id, shift]));
  readonly people = new Map(crew.map((volunteer) => [volunteer._id, volunteer]));
  readonly swaps: SwapRecord[] = [];
  /** Acts that were agreed to: a run in which all are refused shows nothing. */
  done = 0;

  keep(result: Result<Decided, string>): void {
    if (!result.ok) return;
    const { shifts, people, swap } = result.value;
    this.done += shifts.length > 0 ? 1 : 0;
    for (const shift of shifts) this.shifts.set(shift._id, indexed(shift, this.now));
    for (const volunteer of people) this.people.set(volunteer._id, volunteer);
    if (swap !== undefined)
      this.swaps.splice(
        this.swaps.findIndex(({ _id }) => _id === swap._id),
        1,
        swap,
      );
  }

  stage(swap: SwapRecord): Stage {
    return stageOf([...this.shifts.values()], [...this.people.values()], swap);
  }
}

type Step = {
  readonly act: (typeof acts)[number];
  readonly who: number;
  readonly other: number;
  readonly what: number;
};
const acts = [
  'take',
  'take-first-aid',
  'release',
  'stand-by',
  'stand-down',
  'step-in',
  'ask',
  'agree',
  'undo',
  'assign',
  'unassign',
  'leave-shift',
  'call-off',
  'clock-in',
  'clock-out',
  'miss',
  'time',
] as const;

/** Days close to each other are drawn more often, so that acts meet. */
const steps = fc.array(
  fc.record({
    act: fc.constantFrom(
      ...acts,
      'take' as const,
      'take' as const,
      'take' as const,
      'stand-by' as const,
      'agree' as const,
    ),
    who: fc.nat(PEOPLE - 1),
    other: fc.nat(PEOPLE - 1),
    what: fc.oneof(fc.nat(9), fc.nat(14), fc.nat(DAYS * PATTERN.length - 1)),
  }),
  { minLength: 40, maxLength: 160 },
);

function perform(world: World, { act, who, other, what }: Step): void {
  const { now } = world;
  const colleague = nthOf(world.people, other);
  const [shift, volunteer] = onTaken.has(act) ? takenOne(world, who * 31 + what) : soonOne(world, who, what);
  const place = shift.places[volunteer._id];
  const taking = { role: 'door' as const, claim: `${who}:${what}:${now}`, by: null, isForAll: false };
  if (act === 'take') world.keep(takePlace(shift, volunteer, taking, now));
  if (act === 'take-first-aid') world.keep(takePlace(shift, volunteer, { ...taking, role: 'first-aid' }, now));
  if (act === 'assign') world.keep(takePlace(shift, volunteer, { ...taking, by: '站长', isForAll: true }, now));
  if (act === 'release') world.keep(releasePlace(shift, volunteer, now));
  if (act === 'stand-by') world.keep(standBy(shift, volunteer, now));
  if (act === 'stand-down') world.keep({ ok: true, value: standDown(shift, volunteer) });
  if (act === 'unassign') world.keep(takeOff(shift, volunteer, { by: '站长', reason: '调整' }, now));
  if (act === 'leave-shift' && place?.state === 'held')
    world.keep({ ok: true, value: givenBack(shift, volunteer, now) });
  if (act === 'call-off' && other < 3) callOffWhole(world, shift);
  if (act === 'step-in') stepInFor(world, shift, volunteer);
  if (act === 'ask') ask(world, { shift, volunteer, colleague });
  const swap = world.swaps[world.swaps.length - 1 - (what % 2)];
  if (act === 'agree' && swap !== undefined)
    world.keep(exchangeOn(world.stage(swap), { from: 'asked', by: null }, now));
  if (act === 'undo' && swap !== undefined) world.keep(undoOn(world.stage(swap), now));
  if (act === 'time') passTime(world, what);
  if ((act === 'clock-in' || act === 'clock-out' || act === 'miss') && place !== undefined)
    if (stepped(place.state, act) !== null && now >= shift.startsAt)
      world.keep({
        ok: true,
        value: { shifts: [{ ...shift, places: { ...shift.places, [volunteer._id]: moved(place, act) } }], people: [] },
      });
}

/** Acts that mean nothing to whoever has not taken the shift. */
const onTaken = new Set<Step['act']>([
  'release',
  'stand-down',
  'step-in',
  'ask',
  'unassign',
  'leave-shift',
  'clock-in',
  'clock-out',
  'miss',
]);

/** Somebody with one of the shifts that they have taken, the soonest that is not over first. */
function takenOne(world: World, nth: number): readonly [ShiftRecord, VolunteerRecord] {
  const taken = [...world.shifts.values()]
    .filter(({ endsAt }) => endsAt > world.now)
    .flatMap((shift) => peopleOn(shift).map((id) => [shift, id] as const))
    .slice(0, 8);
  const [shift, id] = taken[nth % Math.max(1, taken.length)] ?? [];
  const volunteer = id === undefined ? undefined : world.people.get(id);
  return shift === undefined || volunteer === undefined ? soonOne(world, nth % PEOPLE, nth % 10) : [shift, volunteer];
}

/** Anybody, with any shift counted from today on. */
function soonOne(world: World, who: number, what: number): readonly [ShiftRecord, VolunteerRecord] {
  const today = Math.floor((world.now - MIDNIGHT) / DAY_MS) * PATTERN.length;
  return [nthOf(world.shifts, (today + what) % roster.length), nthOf(world.people, who)];
}

/** An hour or two; or to a quarter past the beginning of the next shift that somebody has taken. */
function passTime(world: World, what: number): void {
  const [next] = takenOne(world, 0);
  const late = next.startsAt + 15 * 60_000;
  const isNear = late > world.now && late < world.now + 2 * DAY_MS;
  world.now = EpochMs.parse(what % 2 === 1 && isNear ? late : world.now + ((what % 12) + 1) * 10 * 60_000);
}

function stepInFor(world: World, shift: ShiftRecord, volunteer: VolunteerRecord): void {
  const standing = shift.standby[volunteer._id];
  const called =
    standing === undefined
      ? shift
      : { ...shift, standby: { ...shift.standby, [volunteer._id]: { ...standing, calledAt: world.now } } };
  const late = latePerson(called, world.now);
  world.keep(stepIn(called, volunteer, late === null ? null : (world.people.get(late) ?? null), world.now));
}

function callOffWhole(world: World, shift: ShiftRecord): void {
  const result = callOff(shift, { by: '站长', reason: '停电' }, world.now);
  if (!result.ok) return;
  const [after = shift] = result.value.shifts;
  const people = peopleOn(after).flatMap((id) => world.people.get(id) ?? []);
  world.keep({ ok: true, value: letGo(after, people) });
}

type Asked = { readonly shift: ShiftRecord; readonly volunteer: VolunteerRecord; readonly colleague: VolunteerRecord };

/** For one of the colleague's shifts, if they have one: nobody looks whether it can be, the answer does. */
function ask(world: World, { shift, volunteer, colleague }: Asked): void {
  const place = shift.places[volunteer._id];
  if (place === undefined || volunteer._id === colleague._id) return;
  const wanted = [...world.shifts.values()].find(
    ({ _id, places }) => places[colleague._id] !== undefined && _id !== shift._id,
  );
  const wantedPlace = wanted?.places[colleague._id];
  const side = ({ _id, number, calledName }: VolunteerRecord) => ({ personId: _id, number, calledName });
  world.swaps.push({
    _id: WishId.parse(`w${String(world.swaps.length).padStart(11, '0')}`),
    claim: '',
    state: 'asked',
    from: side(volunteer),
    to: side(colleague),
    people: [volunteer._id, colleague._id],
    given: { shiftId: shift._id, role: place.role },
    wanted: wanted === undefined || wantedPlace === undefined ? null : { shiftId: wanted._id, role: wantedPlace.role },
    needsHead: false,
    scope: [],
    waitingFor: [],
    askedAt: world.now,
    doneAt: null,
    decidedBy: null,
    lapsesAt: lapsesAt(shift, wanted ?? null),
  });
}

function nthOf<Key, Value>(map: ReadonlyMap<Key, Value>, nth: number): Value {
  const value = [...map.values()][nth];
  if (value === undefined) throw new Error('There are not so many.');
  return value;
}

/** What does not hold: nothing, after every act. */
function faultsOf({ shifts, people }: World): string[] {
  const engaged: string[] = [];
  const faults: string[] = [];
  for (const { _id, needs, places, standby, standbyPlaces } of shifts.values()) {
    const seated = Object.entries(places);
    const standing = Object.keys(standby);
    if (seated.length + standing.length === 0) continue;
    for (const { role, count } of needs)
      if (seated.filter(([, place]) => place.role === role).length > count) faults.push(`${_id} has too many`);
    if (standing.length > standbyPlaces) faults.push(`too many stand by ${_id}`);
    engaged.push(...seated.map(([id]) => `${id}:${_id}:false`), ...standing.map((id) => `${id}:${_id}:true`));
  }
  const written = [...people.values()].flatMap(({ _id, diary }) =>
    Object.entries(diary).map(([id, { isStandby }]) => `${_id}:${id}:${isStandby}`),
  );
  if (engaged.sort().join() !== written.sort().join()) faults.push('diaries and places disagree');
  return [...faults, ...[...people.values()].flatMap(tooMuchFor)];
}

function tooMuchFor({ number, birthYear, diary }: VolunteerRecord): string[] {
  const spans = Object.values(diary).sort((one, other) => one.startsAt - other.startsAt);
  const isOld = birthYear <= 1956;
  const sumIn = (from: number, until: number): number =>
    spans.reduce((sum, span) => sum + overlapMs(span, from, until), 0);
  const days = [...new Set(spans.flatMap(({ startsAt, endsAt }) => [dayNo(startsAt), dayNo(endsAt - 1)]))];
  const overlaps = spans.some((span, nth) => (spans[nth + 1]?.startsAt ?? span.endsAt) < span.endsAt);
  const dayOver = days.some((day) => sumIn(dayStart(day), dayStart(day + 1)) > (isOld ? ELDER_DAY_CAP_MS : DAY_CAP_MS));
  const weekOver = days
    .map(weekStart)
    .some((day) => sumIn(dayStart(day), dayStart(day + 7)) > (isOld ? ELDER_WEEK_CAP_MS : WEEK_CAP_MS));
  return [
    ...(overlaps ? [`${number} is at two places`] : []),
    ...(dayOver ? [`${number} has too long a day`] : []),
    ...(weekOver ? [`${number} has too long a week`] : []),
  ];
}

describe('a roster of four weeks that twelve volunteers cover', () => {
  it('has no overlap, nobody too many, full diaries and kept caps, whatever they do in whatever order', () => {
    let done = 0;
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World();
        for (const step of all) {
          const before = world.done;
          perform(world, step);
          if (world.done > before) expect(faultsOf(world)).toEqual([]);
        }
        done += world.done;
      }),
      { numRuns: 100 },
    );
    expect(done).toBeGreaterThan(1_200);
  });

  it('gives both their places back when an exchange is undone', () => {
    const world = new World();
    const [one, other] = [nthOf(world.people, 4), nthOf(world.people, 5)];
    const [given, wanted] = [nthOf(world.shifts, 10), nthOf(world.shifts, 20)];
    const holders = (id: ShiftId): VolunteerNo[] =>
      Object.values(world.shifts.get(id)?.places ?? {}).map((place) => place.number);
    const taking = { role: 'door' as const, claim: 'x', by: null, isForAll: false };
    world.keep(takePlace(given, one, taking, world.now));
    world.keep(takePlace(wanted, other, taking, world.now));
    ask(world, {
      shift: nthOf(world.shifts, 10),
      volunteer: nthOf(world.people, 4),
      colleague: nthOf(world.people, 5),
    });
    const swap = (): SwapRecord => nthOf(new Map(world.swaps.entries()), 0);
    world.keep(exchangeOn(world.stage(swap()), { from: 'asked', by: null }, world.now));
    expect([holders(given._id), holders(wanted._id)]).toEqual([[other.number], [one.number]]);
    const last = undoUntil(world.now, given, wanted);
    expect(undoOn(world.stage(swap()), last)).toMatchObject({ refusal: 'too-late' });
    world.now = EpochMs.parse(last - 1);
    world.keep(undoOn(world.stage(swap()), world.now));
    expect([holders(given._id), holders(wanted._id)]).toEqual([[one.number], [other.number]]);
    expect(faultsOf(world)).toEqual([]);
  });
});
