import { StationId } from '../../types/ids';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';

const id = StationId.parse('beicai-1');

describe('holding a station to a standard', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('volunteer', 'volunteer', 'beicai');
  });
  afterAll(() => cloud.close());

  const scoreOf = async (standard: string) => {
    const { scores } = await cloud.as('head').must('station.showDesk', { stationId: id });
    const score = scores.find((one) => one.standard === standard);
    return { met: score?.met, open: score?.items.filter(({ met }) => !met).map(({ code }) => code) };
  };

  it('gives what the record tells without being asked, and the rest when staff say so', async () => {
    cloud.store('stations').insert(aStation(id));
    expect(await scoreOf('zhejiang-8')).toMatchObject({ met: 2 });
    const met = ['name', 'place', 'functions', 'rules', 'publicity'];
    await cloud.as('head').must('station.assess', { stationId: id, standard: 'zhejiang-8', met });
    expect(await scoreOf('zhejiang-8')).toEqual({ met: 7, open: ['activities'] });
    expect(await scoreOf('acftu-6')).toMatchObject({ met: 2 });
    const { changes } = await cloud.as('head').must('station.showForm', { stationId: id });
    expect(changes[0]).toMatchObject({ act: 'assessed', by: 'head', fields: [{ field: 'zhejiang-8' }] });
  });

  it('does not let a tick stand for a fridge that is not there', async () => {
    cloud.store('stations').insert(aStation(id, { facilities: [] }));
    const met = ['facilities', 'map', 'name', 'no-such-item'];
    await cloud.as('head').must('station.assess', { stationId: id, standard: 'acftu-6', met });
    expect(await scoreOf('acftu-6')).toEqual({ met: 2, open: ['layout', 'facilities', 'functions', 'rules'] });
  });

  it('is for those who keep the station, of its own union', async () => {
    cloud.store('stations').insert(aStation(id));
    cloud.appoint('stranger', 'clerk', 'weifang');
    const wish = { stationId: id, standard: 'acftu-6', met: ['name'] } as const;
    const ask = (who: string) => cloud.as(who).ask('station.assess', { ...wish, met: [...wish.met] });
    expect(await ask('volunteer')).toMatchObject({ refusal: 'not-allowed' });
    expect(await ask('stranger')).toMatchObject({ refusal: 'outside-your-unions' });
  });
});
