import type { CaseSummary } from '../../types/review';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import { StationId } from '../../types/ids';
import type { InputFor } from '../../types/contracts';
import { EpochMs } from '../../types/time';
import { printedCode, rotatingCode } from './station-code';

const id = StationId.parse('beicai-1');
const atTheDoor = { longitude: 121.556, latitude: 31.179 };
const twoKilometresOff = { longitude: 121.577, latitude: 31.179 };
const noon = Date.parse('2026-11-20T12:00:00+08:00');
const minutes = (count: number): number => count * 60_000;

const says = (
  what: 'open' | 'locked',
  more: Partial<InputFor<'station.reportDoor'>> = {},
): InputFor<'station.reportDoor'> => ({ stationId: id, says: what, place: atTheDoor, code: null, ...more });

describe('the door of a station', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(noon);
    cloud.store('stations').insert(aStation(id));
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('clerk', 'clerk', 'beicai');
    cloud.appoint('stranger', 'station-head', 'weifang');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const state = async () => {
    const { stations } = await cloud.as('passer-by').must('station.search', { text: 'beicai', from: null });
    return stations[0]?.status.state;
  };
  const report = (who: string, what = says('locked')) => cloud.as(who).must('station.reportDoor', what);
  const queueOf = async (who: string): Promise<CaseSummary[]> =>
    (await cloud.as(who).must('review.listPending', {})).items;
  const ownReports = async (who: string) => (await cloud.as(who).must('station.listOwnReports', {})).reports;

  it('is doubtful on the map at once when one person finds it locked, and the head is told', async () => {
    expect((await report('rider')).status.state).toBe('doubtful');
    expect(await state()).toBe('doubtful');
    expect(await queueOf('head')).toEqual([
      expect.objectContaining({
        kind: 'locked-door',
        stationId: id,
        maskedName: 'beicai-1驿站',
        office: '北蔡镇总工会（站长）',
        countsIn: 'hours',
        dueAt: noon + minutes(120),
      }),
    ]);
  });

  it('is never closed by one person, however often and however they say it', async () => {
    const rider = cloud.as('rider');
    await Promise.all(Array.from({ length: 8 }, () => rider.ask('station.reportDoor', says('locked'))));
    const code = rotatingCode(aStation(id).doorCode, EpochMs.parse(noon));
    await rider.must('station.reportDoor', says('locked', { code }));
    expect(await state()).toBe('doubtful');
    expect(await queueOf('head')).toHaveLength(1);
  });

  it('is closed on the map when a second person says the same, also in the same instant', async () => {
    await Promise.all([report('rider'), report('courier')]);
    expect(await state()).toBe('closed');
    expect(await queueOf('head')).toHaveLength(1);
  });

  it('counts what twenty people say at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, nth) => report(`rider-${nth}`)));
    const desk = await cloud.as('head').must('station.showDesk', { stationId: id });
    expect(desk.reports).toHaveLength(20);
    expect(desk).toMatchObject({ awaitsAnswer: true, status: { state: 'closed' } });
  });

  it('opens on the map again when the head has opened it, and everybody who reported is told', async () => {
    await report('rider');
    await report('courier');
    itIs(noon + minutes(10));
    const { status } = await cloud
      .as('head')
      .must('station.answerReports', { stationId: id, answer: 'opened', until: null, reason: null });
    expect(status.state).toBe('open');
    expect(await state()).toBe('open');
    for (const who of ['rider', 'courier'])
      expect(await ownReports(who)).toEqual([
        expect.objectContaining({
          stationId: id,
          says: 'locked',
          answer: { answer: 'opened', at: noon + minutes(10), office: '北蔡镇总工会', until: null },
        }),
      ]);
    expect(await ownReports('somebody-else')).toEqual([]);
    expect(await queueOf('head')).toEqual([]);
  });

  it('stays closed until the announced hour, with the reason that was given', async () => {
    await report('rider');
    const until = EpochMs.parse(noon + minutes(180));
    const answer = { stationId: id, answer: 'closed-until', until, reason: '水管抢修' } as const;
    await cloud.as('clerk').must('station.answerReports', answer);
    expect(await state()).toBe('closed');
    itIs(until);
    expect(await state()).toBe('open');
  });

  it('is answered once: of two who answer at once one is told that it is done', async () => {
    await report('rider');
    const answer = { stationId: id, answer: 'opened', until: null, reason: null } as const;
    const answers = await Promise.all(
      ['head', 'clerk'].map((who) => cloud.as(who).ask('station.answerReports', answer)),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await cloud.as('head').ask('station.answerReports', answer)).toMatchObject({ refusal: 'nothing-reported' });
  });

  it('begins a new round with the next report, which the old answer does not answer', async () => {
    await report('rider');
    await cloud
      .as('head')
      .must('station.answerReports', { stationId: id, answer: 'was-open', until: null, reason: null });
    itIs(noon + minutes(30));
    await report('rider');
    expect((await ownReports('rider')).map(({ answer }) => answer?.answer ?? null)).toEqual([null, 'was-open']);
    expect(await queueOf('head')).toHaveLength(1);
  });

  it('comes before the street union when the head has not answered in two hours', async () => {
    await report('rider');
    itIs(noon + minutes(119));
    await cloud.tick('review');
    expect(await queueOf('head')).toHaveLength(1);
    itIs(noon + minutes(120));
    await cloud.tick('review');
    expect(await queueOf('head')).toEqual([]);
    expect(await queueOf('clerk')).toEqual([expect.objectContaining({ office: '北蔡镇总工会', timesMovedUp: 1 })]);
  });

  it('is spoken about only by who may be there: not from two kilometres off, not with another door’s code', async () => {
    cloud.store('stations').insert(aStation('beicai-2'));
    const rider = cloud.as('rider');
    const ask = (more: Partial<InputFor<'station.reportDoor'>>) =>
      rider.ask('station.reportDoor', says('locked', more));
    expect(await ask({ place: twoKilometresOff })).toMatchObject({ refusal: 'too-far' });
    expect(await ask({ code: printedCode(aStation('beicai-2').doorCode) })).toMatchObject({ refusal: 'other-station' });
    expect(await ask({ code: 's.ABCDEFGH.00000000' })).toMatchObject({ refusal: 'code-unreadable' });
    expect(await ask({ stationId: StationId.parse('nowhere') })).toMatchObject({ refusal: 'station-not-found' });
    const old = rotatingCode(aStation(id).doorCode, EpochMs.parse(noon - minutes(5)));
    expect(await ask({ code: old })).toMatchObject({ refusal: 'code-expired' });
    expect(await state()).toBe('open');
    expect(await queueOf('head')).toEqual([]);
  });

  it('hears nobody about more than ten doors a day', async () => {
    const ids = Array.from({ length: 12 }, (_, nth) => StationId.parse(`row-${nth}`));
    cloud.store('stations').insertMany(ids.map((stationId) => aStation(stationId)));
    const answers = [];
    for (const [nth, stationId] of ids.entries()) {
      itIs(noon + nth);
      answers.push(await cloud.as('rider').ask('station.reportDoor', says('locked', { stationId, place: null })));
    }
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(answers.at(-1)).toMatchObject({ refusal: 'reported-often' });
  });

  it('is answered only by those whose union it is', async () => {
    await report('rider');
    const answer = { stationId: id, answer: 'opened', until: null, reason: null } as const;
    expect(await cloud.as('stranger').ask('station.answerReports', answer)).toMatchObject({
      refusal: 'outside-your-unions',
    });
    expect(await cloud.as('rider').ask('station.answerReports', answer)).toMatchObject({ refusal: 'not-allowed' });
    expect(await cloud.as('head').ask('station.answerReports', { ...answer, answer: 'closed-until' })).toMatchObject({
      refusal: 'until-needed',
    });
  });

  it('keeps no trace of who spoke with the station, nor of where they stood', async () => {
    await report('rider', says('locked', { place: { longitude: 121.5561234, latitude: 31.1791234 } }));
    const desk = JSON.stringify(await cloud.as('head').must('station.showDesk', { stationId: id }));
    expect(desk).not.toContain(cloud.as('rider').personId);
    expect(JSON.stringify(cloud.store('stations').find({}))).not.toContain(cloud.as('rider').personId);
    expect(cloud.everythingWritten()).not.toContain('1234');
  });

  it('closes the case of an answer whose call died before it could', async () => {
    await report('rider');
    await cloud
      .as('head')
      .must('station.answerReports', { stationId: id, answer: 'opened', until: null, reason: null });
    cloud.store('cases').update({ kind: 'locked-door' }, { $set: { state: 'pending' } });
    cloud.store('stations').update({ _id: id }, { $set: { answeredAt: noon } });
    itIs(noon + minutes(2));
    await cloud.tick('station');
    expect(await queueOf('head')).toEqual([]);
  });

  it('loses nobody’s word when those who spoke long ago come back all at once', async () => {
    const people = Array.from({ length: 6 }, (_, nth) => `rider-${nth}`);
    for (const who of people) await report(who, says('open'));
    itIs(noon + minutes(125));
    await Promise.all(people.map((who) => report(who)));
    const { reports, status } = await cloud.as('head').must('station.showDesk', { stationId: id });
    expect(reports).toHaveLength(6);
    expect(status.state).toBe('closed');
  });

  it('hears one person about ten doors, also when they speak about forty at once', async () => {
    const ids = Array.from({ length: 40 }, (_, nth) => StationId.parse(`row-${nth}`));
    cloud.store('stations').insertMany(ids.map((stationId) => aStation(stationId)));
    const rider = cloud.as('rider');
    const answers = await Promise.all(
      ids.map((stationId) => rider.ask('station.reportDoor', says('locked', { stationId, place: null }))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(await queueOf('head')).toHaveLength(10);
  });

  it('is not closed by somebody who says that it is open, whatever they showed before', async () => {
    itIs(noon + minutes(330));
    const scan = rotatingCode(aStation(id).doorCode, EpochMs.parse(noon + minutes(330)));
    const visit = { code: scan, stationId: null, place: null, occupation: null, visitorKey: null } as const;
    expect((await cloud.as('rider').must('station.checkIn', visit)).status.state).toBe('doubtful');
    expect((await report('rider', says('open', { place: null }))).status.state).toBe('doubtful');
  });

  it('can be announced closed only until a day that somebody may live to see', async () => {
    await report('rider');
    const until = 8_640_000_000_000_000 as never;
    const answer = { stationId: id, answer: 'closed-until', until, reason: '装修' } as const;
    expect(await cloud.as('head').ask('station.answerReports', answer)).toMatchObject({ refusal: 'input-invalid' });
    const closure = { from: EpochMs.parse(noon), until, reason: '装修' };
    expect(await cloud.as('head').ask('station.setClosure', { stationId: id, closure })).toMatchObject({
      refusal: 'input-invalid',
    });
  });
});
