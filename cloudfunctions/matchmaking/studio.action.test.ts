import { StationId, UnionId } from '../../types/ids';
import type { StudioForm } from '../../types/match-sitting';
import type { EpochMs } from '../../types/time';
import { ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { tally } from '../testing/duty-world';
import { aStudio, matchNow } from '../testing/matchmaking';
import { aMember } from '../testing/members';
import { aStation } from '../testing/stations';
import type { Sitting } from './sitting-records';
import type { Studio } from './studio-records';

const beicai = UnionId.parse('beicai');
const DAY_MS = 86_400_000;
const at = (time: string): EpochMs => Date.parse(`2026-11-27T${time}:00+08:00`) as EpochMs;

describe('a studio', () => {
  let cloud: TestCloud;
  let clerk: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(matchNow);
    cloud.appoint('干事', 'clerk', 'beicai');
    clerk = cloud.as('干事');
    cloud.store('stations').insertMany([
      aStation('beicai-1', { phone: '021-58920000' }),
      aStation('weifang-1', {
        unionId: UnionId.parse('weifang'),
        offices: [
          { unionId: UnionId.parse('weifang'), name: '潍坊' },
          { unionId: UnionId.parse('pudong'), name: '浦东' },
        ],
      }),
    ]);
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const form = (more: Partial<StudioForm> = {}): StudioForm => aStudio({}, more).form;
  const save = (phone: Phone, more: Partial<StudioForm> = {}, revision = 0, studioId = beicai) =>
    phone.ask('matchmaking.saveStudio', { studioId, form: form(more), revision });
  const stored = (id = 'beicai'): Studio => cloud.store('match-studios').get(id) as unknown as Studio;
  const days = (): Sitting[] =>
    (cloud.store('match-sittings').find({}) as unknown as Sitting[]).sort(
      (one, other) => one.startsAt - other.startsAt,
    );
  const starts = (sitting: Sitting | undefined): string[] => Object.keys(sitting?.slots ?? {}).sort();
  const tick = async (seconds = 60): Promise<void> => {
    itIs(Date.now() + seconds * 1_000);
    await cloud.tick('matchmaking');
  };
  const member = (name: string): Phone => {
    const phone = cloud.as(name);
    cloud.store('members').insert(aMember(name, phone.personId));
    return phone;
  };

  it('is opened by a clerk of its union; its sittings are there a minute later', async () => {
    expect(await clerk.must('matchmaking.showStudio', {})).toEqual({
      studios: [{ studioId: 'beicai', unionName: '北蔡镇总工会', form: null, revision: 0 }],
    });
    expect(clerk.tripsOfLast()).toBe(3);
    expect(await save(clerk)).toMatchObject({ value: { revision: 1 } });
    expect(clerk.tripsOfLast()).toBe(5);
    expect(stored()).toMatchObject({
      ...{ stationName: 'beicai-1驿站', address: '沪南路1000号', phone: '021-58920000' },
      ...{ scope: ['beicai', 'pudong'], makeAt: matchNow },
    });
    expect(days()).toEqual([]);
    await tick();
    expect(days().map(({ day }) => day)).toEqual(['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18']);
    expect(await clerk.must('matchmaking.showStudio', {})).toMatchObject({ studios: [{ form: form(), revision: 1 }] });
  });

  it('is kept by administrators of the district, and by nobody of another street', async () => {
    cloud.appoint('区管', 'administrator', 'pudong');
    cloud.appoint('邻街', 'clerk', 'weifang');
    cloud.appoint('红娘', 'matchmaker', 'beicai');
    cloud.appoint('站长', 'station-head', 'beicai');
    expect(await save(cloud.as('邻街'))).toMatchObject({ refusal: 'outside-your-unions' });
    expect(await save(cloud.as('红娘'))).toMatchObject({ refusal: 'not-allowed' });
    expect(await save(cloud.as('站长'))).toMatchObject({ refusal: 'not-allowed' });
    expect(await save(cloud.as('区管'))).toMatchObject({ ok: true });
    const shown = async (name: string) =>
      (await cloud.as(name).must('matchmaking.showStudio', {})).studios.map(({ studioId, revision }) => [
        studioId,
        revision,
      ]);
    expect(await shown('区管')).toEqual([
      ['beicai', 1],
      ['pudong', 0],
    ]);
    expect(await shown('红娘')).toEqual([['beicai', 1]]);
    expect(await shown('邻街')).toEqual([['weifang', 0]]);
    const nowhere = { studioId: UnionId.parse('nowhere'), form: form(), revision: 0 };
    expect(await cloud.as('区管').ask('matchmaking.saveStudio', nowhere)).toMatchObject({
      refusal: 'outside-your-unions',
    });
  });

  it('is at a station of its union, with hours into which a conversation fits', async () => {
    const elsewhere = { stationId: StationId.parse('weifang-1') };
    expect(await save(clerk, elsewhere)).toMatchObject({ refusal: 'station-not-found' });
    expect(await save(clerk, { stationId: StationId.parse('nowhere-1') })).toMatchObject({
      refusal: 'station-not-found',
    });
    expect(await save(clerk, { from: 810, until: 810 })).toMatchObject({ refusal: 'hours-wrong' });
    expect(await save(clerk, { from: 810, until: 800 })).toMatchObject({ refusal: 'hours-wrong' });
    expect(await save(clerk, { from: 810, until: 829 })).toMatchObject({ refusal: 'hours-wrong' });
    expect(await save(clerk, { from: 0, until: 1_440, slotMinutes: 10, tables: 10 })).toMatchObject({
      refusal: 'hours-wrong',
    });
    expect(await save(clerk, { slotMinutes: 9 })).toMatchObject({ refusal: 'input-invalid' });
    expect(await save(clerk, { from: 810, until: 830 })).toMatchObject({ ok: true });
  });

  it('is saved once by a press that comes twice; of two clerks the second reads it anew', async () => {
    expect(tally(await Promise.all([save(clerk), save(clerk)]))).toEqual({ yes: 2 });
    expect(await save(clerk)).toMatchObject({ value: { revision: 1 } });
    const answers = await Promise.all([save(clerk, { tables: 3 }, 1), save(clerk, { tables: 4 }, 1)]);
    expect(tally(answers)).toEqual({ yes: 1, 'changed-meanwhile': 1 });
    expect(await save(clerk, { tables: 5 }, 1)).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(stored().revision).toBe(2);
  });

  it('gives days without an appointment its new hours, and keeps every appointment that is made', async () => {
    await save(clerk);
    await tick();
    const phone = member('李小飞');
    await phone.must('matchmaking.bookSitting', { studioId: beicai, startsAt: at('16:30') });
    expect(await save(clerk, { from: 540, until: 600, tables: 1 }, 1)).toMatchObject({ ok: true });
    await tick();
    expect(starts(days()[0])).toEqual(['0900a', '0920a', '0940a', '1630a']);
    expect(starts(days()[1])).toEqual(['0900a', '0920a', '0940a']);
    expect(await phone.must('matchmaking.listSittings', { studioId: beicai })).toMatchObject({
      own: { startsAt: at('16:30') },
    });
    await save(clerk, { weekday: 2 }, 2);
    await tick();
    expect(days().map(({ day, people }) => [day, people.length])).toEqual([
      ['2026-11-24', 0],
      ['2026-11-27', 1],
      ['2026-12-01', 0],
      ['2026-12-08', 0],
      ['2026-12-15', 0],
    ]);
    expect(starts(days()[1])).toEqual(['1630a']);
    expect(await phone.must('matchmaking.cancelSitting', {})).toEqual({ cancelled: true });
    await tick(DAY_MS / 1_000);
    expect(days().map(({ day }) => day)).not.toContain('2026-11-27');
  });

  it('keeps the appointment of whoever books while new hours are being made', async () => {
    await save(clerk);
    await tick();
    const phones = Array.from({ length: 8 }, (_, nth) => member(`职工${nth}`));
    await save(clerk, { weekday: 2 }, 1);
    itIs(Date.now() + 60_000);
    const [, ...answers] = await Promise.all([
      cloud.tick('matchmaking'),
      ...phones.map((phone) => phone.ask('matchmaking.bookSitting', { studioId: beicai, startsAt: at('13:30') })),
    ]);
    const { yes = 0 } = tally(answers);
    await tick(DAY_MS / 1_000);
    const friday = days().find(({ day }) => day === '2026-11-27');
    expect(friday?.people.length ?? 0).toBe(yes);
    expect(cloud.store('match-bookings').find({})).toHaveLength(yes);
  });

  it('makes one day more when a week has gone, and none twice by two timers at once', async () => {
    await save(clerk);
    itIs(Date.now() + 60_000);
    await Promise.all([cloud.tick('matchmaking'), cloud.tick('matchmaking')]);
    expect(days()).toHaveLength(4);
    expect(stored().makeAt).toBe(Date.parse('2026-11-24T00:00:00+08:00'));
    for (let nth = 0; nth < 5; nth += 1) await tick(DAY_MS / 1_000);
    expect(days().map(({ day }) => day)).toEqual([
      ...['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25'],
    ]);
  });

  it('makes no sitting of National Day', async () => {
    itIs(Date.parse('2026-09-14T10:00:00+08:00'));
    await save(clerk);
    await tick();
    expect(days().map(({ day }) => day)).toEqual(['2026-09-18', '2026-10-09']);
  });

  it('leaves a day that was called off called off, whatever its hours become', async () => {
    await save(clerk);
    await tick();
    const friday = { studioId: beicai, day: ShanghaiDay.parse('2026-11-27') };
    await clerk.must('matchmaking.callOffDay', { ...friday, reason: '停电' });
    await save(clerk, { from: 540, until: 600 }, 1);
    await tick();
    expect(days()[0]).toMatchObject({ isCalledOff: true, day: '2026-11-27' });
    expect(starts(days()[1])[0]).toBe('0900a');
  });

  it('that cannot be made keeps no other from being made', async () => {
    const broken = aStudio();
    cloud.store('match-studios').insert(broken);
    const other = aStudio(
      { _id: UnionId.parse('weifang'), makeAt: (matchNow - 1) as EpochMs },
      { slotMinutes: 120, until: 820 },
    );
    cloud.store('match-studios').insert(other);
    await cloud.tick('matchmaking');
    expect(days().map(({ studioId }) => studioId)).toEqual(['beicai', 'beicai', 'beicai', 'beicai']);
  });
});
