import { StationId } from '../../types/ids';
import { aDraft, joinWith } from '../testing/applicant';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anIdCard } from '../testing/made-up-id-card';
import { aStation } from '../testing/stations';

const noon = Date.parse('2026-11-20T12:00:00+08:00');
const [shared, closedShop] = [StationId.parse('shared'), StationId.parse('closed-shop')];

describe('a member of any union at a shared home', () => {
  let cloud: TestCloud;
  let member: Phone;
  let host: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(async () => {
    cloud.reset();
    itIs(noon);
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    cloud.appoint('host', 'volunteer', 'weifang');
    cloud.appoint('elsewhere', 'station-head', 'beicai');
    cloud
      .store('stations')
      .insertMany([
        aStation(shared, { unionId: 'weifang' as never, features: ['shared-home'] }),
        aStation(closedShop, { unionId: 'weifang' as never }),
      ]);
    [member, host] = [cloud.as('wang'), cloud.as('host')];
    await joinWith(member, cloud.as('chen'));
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const codeOf = async (phone: Phone): Promise<string> => (await phone.must('member.showCard', {})).code ?? '';
  const admit = (cardCode: string, stationId = shared, by = host) =>
    by.ask('station.admitMember', { stationId, cardCode });
  const use = (stationId = shared) => cloud.store('station-use').get(`${stationId}:2026-11`);

  it('is admitted by the card as it stands now, and the host learns a masked name and a union', async () => {
    expect(await admit(await codeOf(member))).toEqual({
      ok: true,
      value: { maskedName: '李*飞', unionName: '北蔡镇总工会', state: 'active', visitedAt: noon, isNew: true },
    });
    expect(use()).toMatchObject({ visits: 1, evidence: { card: 1 }, groups: { unknown: 1 } });
  });

  it('is counted once for both the card and the code at the door', async () => {
    await admit(await codeOf(member));
    const wish = { code: null, stationId: shared, place: { longitude: 121.556, latitude: 31.179 } };
    const tap = await member.must('station.checkIn', { ...wish, occupation: null, visitorKey: null });
    expect(tap).toMatchObject({ isNew: false, evidence: 'card' });
    expect(await admit(await codeOf(member))).toMatchObject({ ok: true, value: { isNew: false, visitedAt: noon } });
    expect(use()).toMatchObject({ visits: 1 });
  });

  it('is admitted again when the answer got lost, and a picture of the code is not', async () => {
    const code = await codeOf(member);
    const answers = await Promise.all([1, 2, 3].map(() => admit(code)));
    expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    itIs(noon + 10_000);
    expect(await admit(code)).toEqual({ ok: false, refusal: 'code-used' });
    itIs(noon + 60_000);
    expect(await admit(await Promise.resolve(code))).toEqual({ ok: false, refusal: 'code-expired' });
    expect(use()).toMatchObject({ visits: 1 });
  });

  it('is not admitted where the home is its own union’s alone, and is not counted', async () => {
    expect(await admit(await codeOf(member), closedShop)).toEqual({ ok: false, refusal: 'not-a-shared-home' });
    expect(use(closedShop)).toBeUndefined();
  });

  it('is admitted at a home of the own union, shared or not', async () => {
    const neighbour = cloud.as('neighbour');
    const draft = aDraft({ workAreaId: 'weifang' as never, document: { kind: 'id-card', number: anIdCard(2) } });
    await joinWith(neighbour, cloud.as('zhou'), draft);
    expect(await admit(await codeOf(neighbour), closedShop)).toMatchObject({ ok: true, value: { isNew: true } });
  });

  it('is not admitted by a card that was suspended since it was shown', async () => {
    const { code, cardNumber } = await member.must('member.showCard', {});
    if (cardNumber === null) throw new Error('no card');
    await cloud.as('chen').must('member.suspend', { cardNumber, note: '等待核实' });
    expect(await admit(code ?? '')).toEqual({ ok: false, refusal: 'card-not-valid' });
    expect(use()).toBeUndefined();
  });

  it.each([
    ['a code at a door', 's.H0M3S7VN.ABCDEFGH'],
    ['a forged card', 'US1.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA'],
  ])('is not admitted by %s', async (_what, code) => {
    expect(await admit(code)).toEqual({ ok: false, refusal: 'code-unreadable' });
  });

  it('is admitted by the station’s own people alone, who use up no card elsewhere', async () => {
    const code = await codeOf(member);
    expect(await admit(code, shared, cloud.as('elsewhere'))).toEqual({ ok: false, refusal: 'outside-your-unions' });
    expect(await admit(code, shared, cloud.as('rider'))).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await admit(code, StationId.parse('nowhere'))).toEqual({ ok: false, refusal: 'station-not-found' });
    expect(await admit(code)).toMatchObject({ ok: true });
  });

  it('leaves no name and no number with the station', async () => {
    await admit(await codeOf(member));
    const stored = JSON.stringify(cloud.store('station-use').find({}));
    for (const secret of ['李', '飞', member.personId, anIdCard(1)]) expect(stored).not.toContain(secret);
  });
});
