import { ShiftId, StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import type { Unindexed } from './station-index';
import {
  bandAt,
  closesStation,
  isAnotherOnDuty,
  opensStation,
  sawFacilities,
  sawFacility,
  stationAtWork,
  stationsNear,
} from './at-work';

const id = StationId.parse('beicai-1');
const morning = ShiftId.parse('d00000000001');
const evening = ShiftId.parse('d00000000002');
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const sunrise = at('2026-11-20T06:00:00');
const nine = at('2026-11-20T09:00:00');

describe('a station at which somebody is on duty', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(sunrise);
    cloud.store('stations').insert(aStation(id));
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const opens = (name: string, shift = morning, until = nine) =>
    cloud.inside(() => opensStation(id, cloud.as(name).personId, shift, { since: sunrise, until }));
  const closes = (name: string, shift = morning) =>
    cloud.inside(() => closesStation(id, cloud.as(name).personId, shift));
  const status = async (now = sunrise) => (await cloud.inside(() => stationAtWork(id, now)))?.status;

  it('is open on the map before its hours while somebody is there, and says since when', async () => {
    expect((await status())?.state).toBe('closed');
    await opens('zhang');
    const shown = await cloud.as('rider').must('station.show', { stationId: id, code: null });
    expect(shown.status.state).toBe('open');
    expect(shown.status.reasons[0]).toEqual({ because: 'on-duty', since: sunrise });
    await closes('zhang');
    expect((await status())?.state).toBe('closed');
  });

  it('stays open until the last of several has left, whoever comes and goes at once', async () => {
    await Promise.all(['zhang', 'li', 'wang'].map((name) => opens(name)));
    await Promise.all([closes('zhang'), opens('chen'), closes('li'), closes('wang')]);
    expect((await status())?.state).toBe('open');
    await closes('chen');
    expect((await status())?.state).toBe('closed');
  });

  it('is kept open by nobody who forgot to say that they left', async () => {
    await opens('zhang', morning, at('2026-11-20T08:00:00'));
    expect((await status(at('2026-11-20T07:59:59.999')))?.state).toBe('open');
    expect((await status(at('2026-11-20T08:00:00')))?.state).toBe('closed');
  });

  it('stays open when the end of one shift is written after the beginning of the next', async () => {
    await opens('zhang', morning);
    await opens('zhang', evening);
    await closes('zhang', morning);
    expect((await status())?.state).toBe('open');
  });

  it('knows whether somebody else is there, and names nobody', async () => {
    await opens('zhang');
    const station = await cloud.inside(() => stationAtWork(id, sunrise));
    if (station === null) throw new Error('no station');
    expect(isAnotherOnDuty(station, cloud.as('zhang').personId, morning)).toBe(false);
    expect(isAnotherOnDuty(station, cloud.as('li').personId, morning)).toBe(true);
    expect(bandAt({ longitude: 121.556, latitude: 31.179 }, station)).toBe('at-the-door');
    expect(JSON.stringify(cloud.store('stations').find({}))).not.toContain(cloud.as('zhang').personId);
  });

  it('has neighbours within three kilometres, the nearest first, itself not among them', async () => {
    const off = (longitude: number): Partial<Unindexed> => ({
      place: { type: 'Point', coordinates: [longitude, 31.179] },
    });
    cloud.store('stations').insert(aStation('two', off(121.57)));
    cloud.store('stations').insert(aStation('one', off(121.56)));
    cloud.store('stations').insert(aStation('far', off(121.6)));
    const near = await cloud.inside(() => stationsNear(id, { longitude: 121.556, latitude: 31.179 }));
    expect(near).toEqual(['one', 'two']);
  });

  describe('and a thing that somebody there saw', () => {
    const saw = (works: boolean, seenAt = sunrise, code: 'microwave' | 'shower' = 'microwave') =>
      cloud.inside(() =>
        sawFacility(id, { code, works }, { personId: cloud.as('zhang').personId, name: '张阿姨', at: seenAt }),
      );
    const stored = () => cloud.store('stations').find({ _id: id })[0];

    it('is broken on the map at once, and staff have one case of it, however often it is said', async () => {
      expect(await saw(false)).toBe('saved');
      expect(await saw(false)).toBe('saved');
      expect(stored()).toMatchObject({ broken: ['microwave'], revision: 2, followUps: null });
      expect(cloud.store('cases').count({})).toBe(1);
      expect(await saw(true, at('2026-11-20T06:01:00'))).toBe('saved');
      expect(stored()).toMatchObject({ broken: [], revision: 3 });
    });

    it('is told together with everything else that was seen, in one save', async () => {
      const all = [
        { code: 'microwave', works: false },
        { code: 'fridge', works: false },
        { code: 'water', works: true },
      ] as const;
      const by = { personId: cloud.as('zhang').personId, name: '张阿姨', at: sunrise };
      await cloud.inside(() => sawFacilities(id, all, by));
      expect(stored()).toMatchObject({ broken: ['fridge', 'microwave'], revision: 2, followUps: null });
      expect(cloud.store('cases').count({})).toBe(2);
    });

    it('stays as somebody found it since', async () => {
      await saw(false, nine);
      await saw(true, sunrise);
      expect(stored()).toMatchObject({ broken: ['microwave'] });
    });

    it('is not added where the station has no such thing', async () => {
      await saw(false, sunrise, 'shower');
      expect(stored()).toMatchObject({ revision: 1 });
    });

    it('of a station that is gone is nobody’s', async () => {
      cloud.store('stations').remove({ _id: id });
      expect(await saw(false)).toBe('no-station');
    });
  });
});
