import type { InputFor } from '../../types/contracts';
import type { Place } from '../../types/place';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { allDay, aStation, nineToFive } from '../testing/stations';
import { tallyBefore } from '../testing/tallies-before';
import { tallyNetwork } from './tally-network';
import { pointOf } from './place';
import type { StationRecord } from './records';

const here: Place = { longitude: 121.556, latitude: 31.179 };
const metresNorth = (metres: number) => pointOf({ ...here, latitude: here.latitude + metres / 111_319 });

const around = (more: Partial<InputFor<'station.lookAround'>> = {}): InputFor<'station.lookAround'> => ({
  box: { west: 121.54, south: 31.16, east: 121.572, north: 31.198 },
  zoom: 15,
  from: here,
  filter: { openNow: false, wants: [] },
  ...more,
});

/** Friday. */
const at = (time: string): number => Date.parse(`2026-11-20T${time}:00+08:00`);

describe('looking around', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(at('12:00'));
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const put = (...stations: StationRecord[]): void => {
    cloud.store('stations').insertMany(stations);
    cloud.store('station-tallies').insertMany(tallyNetwork(stations));
  };
  const look = (more?: Partial<InputFor<'station.lookAround'>>) =>
    cloud.as('rider').must('station.lookAround', around(more));

  it('tells the nearest first, how far it is, and why it is open', async () => {
    put(aStation('far', { place: metresNorth(900) }), aStation('close', { place: metresNorth(80) }));
    const { nearest } = await look();
    expect(nearest.map(({ stationId, distanceM }) => [stationId, distanceM])).toEqual([
      ['close', 80],
      ['far', 900],
    ]);
    expect(nearest[0]?.status).toMatchObject({ state: 'open', reasons: [{ because: 'by-rule-open' }] });
  });

  it('puts an open door two kilometres off before a locked one next door, at twenty to midnight', async () => {
    itIs(at('23:40'));
    put(
      aStation('locked', { place: metresNorth(50) }),
      aStation('all-night', { place: metresNorth(1_900), opening: allDay }),
    );
    const { nearest } = await look();
    expect(nearest.map(({ stationId, status }) => [stationId, status.state])).toEqual([
      ['all-night', 'open'],
      ['locked', 'closed'],
    ]);
    expect(nearest[1]?.status.reasons).toEqual([
      { because: 'by-rule-closed', opensAt: Date.parse('2026-11-21T09:00:00+08:00') },
    ]);
  });

  it('finds an open door beyond what the map shows, where everything in view is locked', async () => {
    itIs(at('23:40'));
    const locked = Array.from({ length: 80 }, (_, nth) => aStation(`locked-${nth}`, { place: metresNorth(nth * 10) }));
    put(...locked, aStation('all-night', { place: metresNorth(12_000), opening: allDay }));
    expect((await look()).nearest[0]).toMatchObject({ stationId: 'all-night', distanceM: 12_000 });
    expect((await look({ filter: { openNow: true, wants: [] } })).nearest).toHaveLength(1);
  });

  it('shows pins for what stands apart and a count for what would lie on each other', async () => {
    put(
      aStation('alone', { place: metresNorth(1_500) }),
      ...[0, 1, 2].map((nth) => aStation(`together-${nth}`, { place: metresNorth(nth * 5) })),
    );
    const { pins, clusters, inView, openBy } = await look();
    expect(pins).toEqual([expect.objectContaining({ stationId: 'alone', state: 'open' })]);
    expect(clusters).toEqual([expect.objectContaining({ count: 3 })]);
    expect([inView, openBy]).toEqual([4, 'everything-known']);
  });

  it('shows only what has everything that is wanted, and works', async () => {
    const broken = aStation('broken', {
      facilities: aStation('whole').facilities.map((one) =>
        one.code === 'microwave' ? { ...one, state: 'broken' as const } : one,
      ),
      place: metresNorth(20),
    });
    put(broken, aStation('working', { place: metresNorth(700) }));
    const { pins, nearest } = await look({ filter: { openNow: false, wants: ['microwave', 'water'] } });
    expect(pins.map(({ stationId }) => stationId)).toEqual(['working']);
    expect(nearest.map(({ stationId }) => stationId)).toEqual(['working']);
  });

  it('finds a station of several kinds under each of them', async () => {
    put(aStation('penghai', { features: ['courier-home', 'mother-baby', 'break-room'] }));
    for (const kind of ['courier-home', 'mother-baby', 'break-room'] as const)
      expect((await look({ filter: { openNow: false, wants: [kind] } })).inView).toBe(1);
    expect((await look({ filter: { openNow: false, wants: ['driver-home'] } })).inView).toBe(0);
  });

  it('counts squares from far away, as many as a scan counts, with and without a wish', async () => {
    const stations = Array.from({ length: 400 }, (_, nth) =>
      aStation(`s-${nth}`, {
        place: pointOf({ longitude: 121.2 + (nth % 20) * 0.03, latitude: 30.9 + Math.floor(nth / 20) * 0.02 }),
        features: nth % 3 === 0 ? ['driver-home'] : [],
        opening: nth % 5 === 0 ? allDay : nineToFive,
      }),
    );
    put(...stations);
    const far = { box: { west: 121, south: 30.7, east: 122, north: 31.6 }, zoom: 9 };
    const counted = async (openNow: boolean, wants: InputFor<'station.lookAround'>['filter']['wants']) => {
      const { inView, clusters, pins, openBy } = await look({ ...far, filter: { openNow, wants } });
      expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(inView);
      expect([pins, openBy]).toEqual([[], 'hours']);
      return inView;
    };
    expect(await counted(false, [])).toBe(400);
    expect(await counted(false, ['driver-home'])).toBe(134);
    itIs(at('23:40'));
    expect(await counted(true, [])).toBe(80);
    expect(await counted(true, ['driver-home'])).toBe(27);
  });

  it('counts the same from squares that were counted in the notation before', async () => {
    const stations = Array.from({ length: 60 }, (_, nth) =>
      aStation(`s-${nth}`, {
        place: pointOf({ longitude: 121.2 + (nth % 20) * 0.03, latitude: 30.9 + nth * 0.01 }),
        features: nth % 3 === 0 ? ['driver-home'] : [],
        opening: nth % 5 === 0 ? allDay : nineToFive,
      }),
    );
    cloud.store('stations').insertMany(stations);
    cloud.store('station-tallies').insertMany(tallyNetwork(stations).map((one) => tallyBefore(one, stations)));
    const far = { box: { west: 121, south: 30.7, east: 122, north: 31.6 }, zoom: 9 };
    itIs(at('23:40'));
    const counted = async (openNow: boolean, wants: InputFor<'station.lookAround'>['filter']['wants']) =>
      (await look({ ...far, filter: { openNow, wants } })).inView;
    expect(await counted(false, [])).toBe(60);
    expect(await counted(false, ['driver-home', 'water'])).toBe(20);
    expect(await counted(true, [])).toBe(12);
    expect(await counted(true, ['driver-home'])).toBe(4);
  });

  it('says of the finest stations in which year and at which level they were named', async () => {
    put(
      aStation('finest', {
        place: metresNorth(100),
        awards: [
          { name: '最美驿站', year: 2022, level: 'national' },
          { name: '最美驿站', year: 2024, level: 'district' },
          { name: '最美工会驿站', year: 2024, level: 'city' },
          { name: '文明窗口', year: 2025, level: 'national' },
        ],
      }),
      aStation('other', { place: metresNorth(50), awards: [{ name: '文明窗口', year: 2025, level: 'national' }] }),
    );
    const { nearest } = await look({ filter: { openNow: false, wants: ['finest'] } });
    expect(nearest.map(({ stationId, finest }) => [stationId, finest])).toEqual([
      ['finest', { name: '最美工会驿站', year: 2024, level: 'city' }],
    ]);
  });

  it('needs no sign-in', async () => {
    put(aStation('close'));
    const { result } = await cloud.nobody('station', { action: 'lookAround', input: around() });
    expect(result).toMatchObject({ ok: true, value: { inView: 1 } });
  });

  it('refuses a box that is inside out, and survives one around the whole earth', async () => {
    put(aStation('close'));
    const box = { west: 121.6, south: 31.1, east: 121.5, north: 31.2 };
    expect(await cloud.as('rider').ask('station.lookAround', around({ box }))).toMatchObject({
      refusal: 'box-inside-out',
    });
    const earth = { west: -180, south: -90, east: 180, north: 90 };
    for (const zoom of [0, 9, 15, 22])
      expect(await look({ box: earth, zoom })).toMatchObject({ inView: 1, openBy: 'hours' });
    const half = { west: 0, south: 27, east: 180, north: 31.4 };
    expect(await look({ box: half, zoom: 14 })).toMatchObject({ inView: 1, openBy: 'hours' });
  });
});
