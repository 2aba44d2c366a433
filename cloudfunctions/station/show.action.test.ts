import { StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import { printedCode, rotatingCode } from './station-code';

const id = StationId.parse('beicai-1');
const noon = EpochMs.parse(Date.parse('2026-11-20T12:00:00+08:00'));

describe('the page of a station', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(noon);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const byId = { stationId: id, code: null };

  it('shows anybody what is there, when it opens this week and what lacks', async () => {
    cloud.store('stations').insert(
      aStation(id, {
        facilities: [
          { code: 'water', count: 1, state: 'ok', checkedAt: null },
          { code: 'microwave', count: 1, state: 'broken', checkedAt: noon },
        ],
        grades: [
          { grade: 'enhanced', from: '2027-01-01' as never },
          { grade: 'standard', from: '2024-01-01' as never },
          { grade: 'basic', from: '2022-01-01' as never },
        ],
      }),
    );
    const { result } = await cloud.nobody('station', { action: 'show', input: byId });
    expect(result).toMatchObject({
      ok: true,
      value: {
        status: { state: 'open' },
        broken: ['microwave'],
        lacks: ['aircon', 'fridge', 'charging', 'seating'],
        unionName: '北蔡镇总工会',
        grade: 'standard',
        water: null,
        viewer: { mayTend: false, mayEdit: false },
      },
    });
    const { week } = await cloud.as('rider').must('station.show', byId);
    expect(week).toHaveLength(7);
    expect(week[0]).toMatchObject({ day: '2026-11-20', spans: [{ from: 540, until: 1020 }] });
  });

  it('is found by the code at its door, printed or of an earlier minute, and by no other', async () => {
    const station = aStation(id);
    cloud.store('stations').insert(station);
    const show = (code: string) => cloud.as('rider').ask('station.show', { stationId: null, code });
    for (const code of [printedCode(station.doorCode), rotatingCode(station.doorCode, noon)])
      expect(await show(code)).toMatchObject({ ok: true, value: { stationId: id } });
    expect(await show('s.ABCDEFGH.00000000')).toMatchObject({ refusal: 'code-unreadable' });
    expect(await show(printedCode('ABCDEFGH'))).toMatchObject({ refusal: 'station-not-found' });
  });

  it('offers its desk to a volunteer of its union, its form to the head, and neither to another street', async () => {
    cloud.store('stations').insert(aStation(id));
    cloud.appoint('volunteer', 'volunteer', 'beicai');
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('stranger', 'clerk', 'weifang');
    const viewer = async (who: string) => (await cloud.as(who).must('station.show', byId)).viewer;
    expect(await viewer('volunteer')).toEqual({ mayTend: true, mayEdit: false });
    expect(await viewer('head')).toEqual({ mayTend: true, mayEdit: true });
    expect(await viewer('stranger')).toEqual({ mayTend: false, mayEdit: false });
  });

  it.each([
    [40, 'enough'],
    [5, 'few'],
    [0, 'none'],
  ])('says of %i bottles that there are %s, and not how many', async (bottles, left) => {
    cloud.store('stations').insert(aStation(id, { waterQuota: 2 }));
    cloud.store('station-stock').insert({
      _id: id,
      scope: ['beicai', 'pudong'],
      bottles,
      taken: {},
      round: 1,
      done: {},
      purgeAt: noon,
    });
    const { water } = await cloud.as('rider').must('station.show', byId);
    expect(water).toEqual({ dailyQuota: 2, left });
  });

  it('says that it is closed while an announced closure lasts, and forgets it after', async () => {
    const closure = { from: noon, until: EpochMs.parse(noon + 3_600_000), reason: '水管抢修' };
    cloud.store('stations').insert(aStation(id, { closure }));
    expect(await cloud.as('rider').must('station.show', byId)).toMatchObject({ closure, status: { state: 'closed' } });
    itIs(closure.until);
    expect(await cloud.as('rider').must('station.show', byId)).toMatchObject({
      closure: null,
      status: { state: 'open' },
    });
  });
});
