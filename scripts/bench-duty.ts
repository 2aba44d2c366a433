import { main as duty } from '../cloudfunctions/duty';
import { stationTag, unionTag } from '../cloudfunctions/duty/shift-index';
import { shiftsOf } from '../cloudfunctions/duty/template-shifts';
import type { VolunteerRecord } from '../cloudfunctions/duty/volunteer-records';
import { collections } from '../cloudfunctions/runtime/collections';
import { personIdFor } from '../cloudfunctions/runtime/serve';
import type { StationRecord } from '../cloudfunctions/station/records';
import { aTemplate, aVolunteer } from '../cloudfunctions/testing/duty';
import type { LocalCloud } from '../emulator/local-cloud';
import { openLocalCloud } from '../emulator/local-cloud';
import type { RosterForm } from '../types/duty-roster';
import { ROSTER_AHEAD_DAYS } from '../types/duty-roster';
import { EpochMs, addDays, shanghaiDay } from '../types/time';
import { freshKeys } from './local-keys';
import { PUDONG, networkRecords } from './seed/network';

const REPEATS = 30;
/** What is slow is asked less often. */
const LONG_ENOUGH_MS = 4_000;
const SIZES = [100, 1_782] as const;
/** How far away a cloud's database is. */
const LATENCY_MS = 10;
const DAY_MS = 86_400_000;
const HEAD = 'bench-head';

type Costs = { readonly ms: number; readonly roundTrips: number };
type Act = (nth: number) => Promise<number>;
type Network = { readonly cloud: LocalCloud; readonly stations: readonly StationRecord[]; readonly saved: Costs };

/** What rosters cost as stations become more: made, made again each night, and read by whoever looks for a shift. */
export async function dutyCosts(): Promise<void> {
  Object.assign(process.env, freshKeys());
  const now = EpochMs.parse(Date.now());
  const form = aForm(now);
  pure(form, now);
  const all = networkRecords(now).filter(({ district }) => district === PUDONG);
  const [small, large] = [await openNetwork(all, SIZES[0], form), await openNetwork(all, SIZES[1], form)];
  const rows = [row('saveRoster, four weeks made', small.saved, large.saved)];
  const [here, there] = [probes(small, form), probes(large, form)];
  for (const [name, act] of here) {
    const [one, other] = await measured(act, there.get(name) ?? fail('The networks are asked different things.'));
    rows.push(row(name, one, other));
  }
  console.table(rows);
  const realNow = Date.now;
  Date.now = () => realNow() + DAY_MS;
  for (const { cloud, stations } of [small, large]) {
    await night(cloud, stations.length);
    cloud.close();
  }
  Date.now = realNow;
}

const row = (action: string, one: Costs, other: Costs) => ({
  action,
  'round trips': one.roundTrips === other.roundTrips ? one.roundTrips : `${one.roundTrips} / ${other.roundTrips}`,
  [`${SIZES[0]} stations: ms`]: one.ms.toFixed(1),
  [`${SIZES[1]} stations: ms`]: other.ms.toFixed(1),
  ratio: (other.ms / one.ms).toFixed(2),
});

/** Mornings and afternoons on every day, two people at the door, one standing by. */
function aForm(now: EpochMs): RosterForm {
  const common = { weekdays: [1, 2, 3, 4, 5, 6, 7], firstDay: shanghaiDay(now), standby: 1 };
  return {
    templates: [aTemplate('上午班', common), aTemplate('下午班', { ...common, from: 780, until: 1_020 })],
    releaseHours: 24,
    swapNeedsHead: false,
  };
}

/** The rule alone: which shifts the rosters of all stations give. */
function pure(form: RosterForm, now: EpochMs): void {
  const from = shanghaiDay(now);
  const rows = SIZES.map((size) => {
    const started = performance.now();
    let shifts = 0;
    for (let nth = 0; nth < size; nth += 1)
      shifts += shiftsOf(form, { from, upTo: addDays(from, ROSTER_AHEAD_DAYS) }).shifts.length;
    const ms = performance.now() - started;
    return { stations: size, shifts, ms: ms.toFixed(0), 'ms a station': (ms / size).toFixed(3) };
  });
  console.table(rows);
}

async function openNetwork(all: readonly StationRecord[], size: number, form: RosterForm): Promise<Network> {
  const step = all.length / size;
  const stations = Array.from(
    { length: size },
    (_, nth) => all[Math.floor(nth * step)] ?? fail('There is no station.'),
  );
  const cloud = await open(stations);
  return { cloud, stations, saved: await saved(cloud, stations, form) };
}

const at = (stations: readonly StationRecord[], nth: number): StationRecord =>
  stations[((nth + 1) * 31) % stations.length] ?? fail('There is no station.');

async function saved(cloud: LocalCloud, stations: readonly StationRecord[], form: RosterForm): Promise<Costs> {
  const costs: Costs[] = [];
  const started = performance.now();
  for (const station of stations) costs.push(await timed(() => save(cloud, station, form)));
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const shifts = cloud.documents('shifts').count({});
  console.log(`${stations.length} rosters saved in ${seconds} s: ${shifts} shifts`);
  return middle(costs);
}

async function save(cloud: LocalCloud, { _id }: StationRecord, form: RosterForm): Promise<number> {
  const [roster] = cloud.documents('rosters').find({ _id });
  const revision = Number(roster?.['revision'] ?? 0);
  return ask(cloud, 'saveRoster', { stationId: _id, revision, form }, HEAD);
}

/** Read by somebody of one street, by somebody of the whole district who may go anywhere, and written by a head. */
function probes({ cloud, stations }: Network, form: RosterForm): ReadonlyMap<string, Act> {
  const home = stations[0] ?? fail('There is no station.');
  const own = [stationTag(home._id), unionTag(home.unionId)];
  const kinds = { 'of one street': own, 'of the whole district': [...own, unionTag('pudong')] };
  const acts = new Map<string, Act>();
  for (const [name, tags] of Object.entries(kinds)) {
    cloud.documents('volunteers').insert(volunteer(name, home, tags));
    for (const days of [7, 28])
      acts.set(`listOpenShifts, ${days} days, ${name}`, () =>
        ask(cloud, 'listOpenShifts', { days, from: { longitude: 121.55, latitude: 31.2 } }, name),
      );
  }
  const sittings: Act = (nth) => ask(cloud, 'showSittings', { stationId: at(stations, nth)._id }, 'visitor');
  return acts
    .set('showSittings', sittings)
    .set('saveRoster, nothing changed', (nth) => save(cloud, at(stations, nth), form))
    .set('saveRoster, every shift changed', (nth) =>
      save(cloud, at(stations, nth), { ...form, releaseHours: 25 + nth }),
    );
}

const volunteer = (name: string, { _id, offices }: StationRecord, tags: string[]): VolunteerRecord =>
  aVolunteer(name, personIdFor('wechat', name), { stationId: _id, offices, tags });

/** The timer after midnight, run by run, until every station has a day more. */
async function night(cloud: LocalCloud, stations: number): Promise<void> {
  const runs: Costs[] = [];
  let made = 0;
  for (;;) {
    const started = performance.now();
    const { result, error, roundTrips } = await cloud.call('duty', {}, { timer: 'everyMinute' });
    const ran = result as { makeShifts?: { value?: { made: number } } } | undefined;
    if (error !== undefined || ran?.makeShifts?.value === undefined)
      fail(`The timer answered ${JSON.stringify(error)}`);
    if (ran.makeShifts.value.made === 0) break;
    made += ran.makeShifts.value.made;
    runs.push({ ms: performance.now() - started, roundTrips });
  }
  const trips = runs.reduce((sum, run) => sum + run.roundTrips, 0);
  const most = Math.max(...runs.map((run) => run.roundTrips));
  const slowest = Math.max(...runs.map((run) => run.ms)) / 1_000;
  console.log(
    `The night, ${stations} rosters: ${made} shifts in ${runs.length} runs, ${runs.length * 2} minutes at one every two; ` +
      `round trips ${trips}, at most ${most} in a run with all other timers: ${slowest.toFixed(1)} s here, ` +
      `some ${(slowest + (most * LATENCY_MS) / 1_000).toFixed(0)} s at ${LATENCY_MS} ms a trip`,
  );
}

/** By turns, so that a machine that slows down slows both. */
async function measured(one: Act, other: Act): Promise<[Costs, Costs]> {
  const [here, there] = [new Array<Costs>(), new Array<Costs>()];
  const started = performance.now();
  for (let nth = -1; nth < REPEATS; nth += 1) {
    const costs = [await timed(() => one(nth)), await timed(() => other(nth))] as const;
    if (nth < 0) continue;
    here.push(costs[0]);
    there.push(costs[1]);
    if (nth > 0 && performance.now() - started > LONG_ENOUGH_MS) break;
  }
  return [middle(here), middle(there)];
}

async function timed(act: () => Promise<number>): Promise<Costs> {
  const started = performance.now();
  const roundTrips = await act();
  return { ms: performance.now() - started, roundTrips };
}

/** The middle of several, as a pause is nobody's cost. */
const middle = (costs: Costs[]): Costs =>
  costs.sort((one, other) => one.ms - other.ms)[Math.floor(costs.length / 2)] ?? fail('Nothing was measured.');

async function ask(cloud: LocalCloud, action: string, input: object, openid: string): Promise<number> {
  const { result, error, roundTrips } = await cloud.call('duty', { action, input }, { openid });
  const answer = result as { ok?: boolean } | undefined;
  if (error !== undefined || answer?.ok !== true) fail(`${action} answered ${JSON.stringify(error ?? result)}`);
  return roundTrips;
}

async function open(stations: readonly StationRecord[]): Promise<LocalCloud> {
  const cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections,
    functions: { handlers: { duty } },
    strict: true,
  });
  cloud.documents('stations').insertMany(stations);
  const pudong = { unionId: 'pudong', unionName: '浦东新区总工会' };
  cloud.documents('staff').insert({
    _id: personIdFor('wechat', HEAD),
    name: '测试员',
    roles: [{ role: 'administrator', ...pudong, until: '2099-12-31' }],
    unionIds: ['pudong'],
  });
  return cloud;
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

if (require.main === module) void dutyCosts();
