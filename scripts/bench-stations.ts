import { main as station } from '../cloudfunctions/station';
import { collections } from '../cloudfunctions/runtime/collections';
import type { StationRecord } from '../cloudfunctions/station/records';
import { stations } from '../cloudfunctions/station/records';
import { openAt } from '../cloudfunctions/station/opening-hours';
import { placeOf } from '../cloudfunctions/station/place';
import type { LocalCloud } from '../emulator/local-cloud';
import { openLocalCloud } from '../emulator/local-cloud';
import type { Place } from '../types/place';
import type { Box } from '../types/station';
import { EpochMs } from '../types/time';
import { freshKeys } from './local-keys';
import { networkRecords } from './seed/network';
import { tallyNetwork } from '../cloudfunctions/station/tally-network';
import { zhejiangRecords } from './seed/zhejiang';

const REPEATS = 30;
/** As many as the database hands out at once. */
const PAGE = 1_000;

type Network = {
  readonly records: readonly StationRecord[];
  readonly centre: Place;
  readonly whole: Box;
  readonly wholeZoom: number;
  readonly text: string;
};

type Probe = { readonly name: string; readonly repeats: number; readonly act: (nth: number) => Promise<number> };
type Cost = { readonly ms: number; readonly roundTrips: number };

const networks = (now: EpochMs): readonly [Network, Network] => [
  {
    records: networkRecords(now),
    centre: { longitude: 121.5235, latitude: 31.2285 },
    whole: { west: 121.4, south: 30.8, east: 122, north: 31.4 },
    wholeZoom: 10,
    text: '浦电路',
  },
  {
    records: zhejiangRecords(now),
    centre: { longitude: 120.075, latitude: 29.305 },
    whole: { west: 118, south: 27, east: 123, north: 31.4 },
    wholeZoom: 7,
    text: '兰亭东路',
  },
];

/** What visitors' actions cost on a district and on a province, beside reading everything: in one run, on one machine. */
export async function stationCosts(): Promise<void> {
  const now = EpochMs.parse(Date.now());
  Object.assign(process.env, freshKeys());
  const [district, province] = networks(now);
  const [small, large] = [await open(district), await open(province)];
  const [here, there] = [probes(small, district, now), probes(large, province, now)];
  const rows = [];
  for (const [nth, probe] of here.entries()) {
    const [one, other] = await measure(probe, there[nth] ?? fail('The networks are asked different things.'));
    rows.push({
      action: probe.name,
      'round trips': one.roundTrips === other.roundTrips ? one.roundTrips : `${one.roundTrips} / ${other.roundTrips}`,
      [`${district.records.length}: ms`]: one.ms.toFixed(1),
      [`${province.records.length}: ms`]: other.ms.toFixed(1),
      ratio: (other.ms / one.ms).toFixed(2),
    });
  }
  console.table(rows);
  small.close();
  large.close();
}

async function open({ records }: Network): Promise<LocalCloud> {
  const cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections,
    functions: { handlers: { station } },
    strict: true,
  });
  const started = performance.now();
  cloud.documents('station-tallies').insertMany(tallyNetwork(records));
  cloud.documents('stations').insertMany(records);
  console.log(`${records.length} stations stored in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return cloud;
}

/** By turns, so that a machine that slows down slows both; the middle of several, as a pause is nobody's cost. */
async function measure(one: Probe, other: Probe): Promise<[Cost, Cost]> {
  const [here, there] = [new Array<Cost>(), new Array<Cost>()];
  for (let nth = -1; nth < one.repeats; nth += 1) {
    for (const [probe, costs] of [
      [one, here],
      [other, there],
    ] as const) {
      const started = performance.now();
      const roundTrips = await probe.act(nth);
      if (nth >= 0) costs.push({ ms: performance.now() - started, roundTrips });
    }
  }
  return [middle(here), middle(there)];
}

const middle = (costs: Cost[]): Cost =>
  costs.sort((one, other) => one.ms - other.ms)[Math.floor(costs.length / 2)] ?? fail('Nothing was measured.');

function probes(cloud: LocalCloud, { records, centre, whole, wholeZoom, text }: Network, now: EpochMs): Probe[] {
  const near = {
    west: centre.longitude - 0.012,
    south: centre.latitude - 0.014,
    east: centre.longitude + 0.012,
    north: centre.latitude + 0.014,
  };
  const all = { openNow: false, wants: [] };
  const wish = { openNow: true, wants: ['water', 'charging'] };
  const spread = records.filter((_, nth) => nth % Math.floor(records.length / (REPEATS + 1)) === 0);
  const pick = (nth: number): StationRecord => spread[(nth + 1) % spread.length] ?? fail('There is no station.');
  const ask = async (action: string, input: object, openid = 'bench'): Promise<number> => {
    const { result, error, roundTrips } = await cloud.call('station', { action, input }, { openid });
    const answer = result as { ok?: boolean } | undefined;
    if (error !== undefined || answer?.ok !== true) fail(`${action} answered ${JSON.stringify(error ?? result)}`);
    return roundTrips;
  };
  const looking = (box: Box, zoom: number, filter: object) => () =>
    ask('lookAround', { box, zoom, from: centre, filter });
  return [
    { name: 'lookAround, close by', repeats: REPEATS, act: looking(near, 15, all) },
    { name: 'lookAround, close by, open with water and charging', repeats: REPEATS, act: looking(near, 15, wish) },
    { name: 'lookAround, the whole network', repeats: REPEATS, act: looking(whole, wholeZoom, all) },
    {
      name: 'lookAround, the whole network, open with water and charging',
      repeats: REPEATS,
      act: looking(whole, wholeZoom, wish),
    },
    { name: 'search by a road', repeats: REPEATS, act: () => ask('search', { text, from: centre }) },
    { name: 'search by sign number', repeats: REPEATS, act: () => ask('search', { text: 'NO.99', from: centre }) },
    { name: 'show', repeats: REPEATS, act: (nth) => ask('show', { stationId: pick(nth)._id, code: null }) },
    {
      name: 'checkIn, nearby, without a code',
      repeats: REPEATS,
      act: (nth) => {
        const { _id, place } = pick(nth);
        const here = place === null ? centre : placeOf(place);
        return ask(
          'checkIn',
          { code: null, stationId: _id, place: here, occupation: null, visitorKey: null },
          `visitor-${nth}`,
        );
      },
    },
    { name: 'for comparison: reading everything, close by, open', repeats: 3, act: () => scan(cloud, near, now) },
  ];
}

/** What a directory without indexes does: every document travels, and the phone's function picks. */
async function scan(cloud: LocalCloud, box: Box, now: EpochMs): Promise<number> {
  return cloud.runAs({ openid: 'bench' }, async () => {
    let [after, trips, found] = ['', 0, 0];
    for (;;) {
      const page = await stations.find({ _id: { from: after } }, { order: [['_id', 'asc']], limit: PAGE });
      trips += 1;
      found += page.filter(({ place, opening }) => {
        const { longitude, latitude } = place === null ? { longitude: 0, latitude: 0 } : placeOf(place);
        const inside = longitude >= box.west && longitude < box.east && latitude >= box.south && latitude < box.north;
        return inside && openAt(opening, now).open === true;
      }).length;
      const last = page.at(-1);
      if (page.length < PAGE || last === undefined) break;
      after = last._id;
    }
    if (found < 0) fail('Nothing can be less than none.');
    return trips;
  });
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
