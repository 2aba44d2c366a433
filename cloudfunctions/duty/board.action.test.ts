import type { ShiftId } from '../../types/ids';
import { StationId, UnionId, WishId } from '../../types/ids';
import { EpochMs, NEVER, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aShift, aVolunteer, dutyNow, numberOf, shiftIdOf } from '../testing/duty';
import { aStation } from '../testing/stations';
import { aTap, comes, keyOf } from '../testing/taps';
import { aSteward, wishIdOfTest } from '../testing/upkeep';
import type { BookEntry, HoursClaim } from './hours-records';
import type { Unindexed } from './shift-index';
import { stationTag, unionTag } from './shift-index';
import type { ShiftPlace, ShiftRecord } from './shift-records';
import type { SwapRecord } from './swap-records';
import type { VolunteerRecord } from './volunteer-records';

const id = StationId.parse('beicai-1');
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const monday = ShanghaiDay.parse('2026-11-23');
const outside = { ok: false, refusal: 'outside-your-unions' };

describe('the head of a station', () => {
  let cloud: TestCloud;
  let head: Phone;
  let stranger: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    cloud.store('stations').insertMany([aStation(id), aStation('beicai-2')]);
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('stranger', 'station-head', 'weifang');
    head = cloud.as('head');
    stranger = cloud.as('stranger');
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const volunteer = (name: string, more: Partial<VolunteerRecord> = {}): Phone => {
    const phone = cloud.as(name);
    cloud.store('volunteers').insert(aVolunteer(name, phone.personId, more));
    return phone;
  };
  const plan = (name: string, more: Partial<Unindexed> = {}): ShiftId => {
    const shift = aShift(name, more);
    cloud.store('shifts').insert(shift);
    return shift._id;
  };
  const placed = (name: string, more: Partial<ShiftPlace> = {}): ShiftRecord['places'] => ({
    [cloud.as(name).personId]: aPlace(name, more),
  });
  const shift = (shiftId: ShiftId) => cloud.store('shifts').get(shiftId) as unknown as ShiftRecord;
  const toldTo = (phone: Phone, kind: string) => cloud.store('notices').find({ personId: phone.personId, kind });
  const hoursAhead = (hours: number) => EpochMs.parse(dutyNow + hours * 3_600_000);

  it('sees the week with full names, who is late and where somebody is missing, in four round trips', async () => {
    volunteer('zhang', { name: '张桂芳' });
    volunteer('wang', { name: '王建国' });
    plan('今早', {
      startsAt: at('2026-11-23T09:00:00'),
      endsAt: at('2026-11-23T12:00:00'),
      places: placed('zhang'),
      standby: {
        [cloud.as('wang').personId]: { number: numberOf('wang'), calledName: '王叔', at: dutyNow, calledAt: dutyNow },
      },
    });
    plan('周日', { startsAt: at('2026-11-29T21:00:00'), endsAt: at('2026-11-30T01:00:00') });
    plan('下周一', { startsAt: at('2026-11-30T00:00:00'), endsAt: at('2026-11-30T03:00:00') });
    plan('上周日', { startsAt: EpochMs.parse(at('2026-11-23T00:00:00') - 1), endsAt: at('2026-11-23T03:00:00') });
    const { shifts, stationName } = await head.must('duty.showBoard', { stationId: id, monday });
    expect(head.tripsOfLast()).toBe(4);
    expect(stationName).toBe('beicai-1驿站');
    expect(shifts.map((one) => one.shift.title)).toEqual(['今早', '周日']);
    expect(shifts[0]).toMatchObject({
      places: [{ number: numberOf('zhang'), name: '张桂芳', state: 'held', isLate: true }],
      standby: [{ name: '王建国', isCalled: true }],
      gap: { people: 1, stage: 'now' },
    });
    expect(JSON.stringify(shifts)).not.toContain(cloud.as('zhang').personId);
  });

  it('sees a week that begins on a Monday, of their own stations', async () => {
    // A Tuesday; and Mondays of years in which there is no roster.
    for (const day of ['2026-11-24', '0001-01-01', '9999-12-27'])
      expect(await head.ask('duty.showBoard', { stationId: id, monday: ShanghaiDay.parse(day) })).toEqual({
        ok: false,
        refusal: 'not-a-monday',
      });
    expect(await stranger.ask('duty.showBoard', { stationId: id, monday })).toEqual(outside);
  });

  it('pages through the gaps of all their stations, soonest first, in two round trips', async () => {
    for (let nth = 0; nth < 40; nth += 1)
      plan(`班${nth}`, { startsAt: hoursAhead(nth + 1), endsAt: hoursAhead(nth + 4) });
    plan('开始了', { startsAt: EpochMs.parse(dutyNow - 20 * 60_000), endsAt: hoursAhead(3) });
    plan('早开始了', { startsAt: hoursAhead(-1), endsAt: hoursAhead(2) });
    plan('满了', { startsAt: hoursAhead(1), endsAt: hoursAhead(4), needs: [] });
    const first = await head.must('duty.listGaps', {});
    expect(head.tripsOfLast()).toBe(2);
    expect(first.items).toHaveLength(30);
    expect(first.items[0]).toMatchObject({ shift: { title: '开始了' }, people: 2, stage: 'now' });
    const second = await head.must('duty.listGaps', { cursor: first.next });
    expect(second.next).toBeNull();
    const titles = [...first.items, ...second.items].map((gap) => gap.shift.title);
    expect(titles).toEqual(['开始了', ...Array.from({ length: 40 }, (_, nth) => `班${nth}`)]);
    expect((await stranger.must('duty.listGaps', {})).items).toEqual([]);
  });

  it('is given no older gaps by a mark that somebody wrote by hand', async () => {
    plan('昨天', { startsAt: hoursAhead(-24), endsAt: hoursAhead(-20) });
    expect((await head.must('duty.listGaps', { cursor: '0' as never })).items).toEqual([]);
  });

  it('sees who may take a shift and why others may not, those of the station first', async () => {
    const wanted = plan('上午班');
    const busy = {
      [shiftIdOf('别处')]: { startsAt: at('2026-11-25T08:00:00'), endsAt: at('2026-11-25T11:00:00'), isStandby: false },
    };
    volunteer('free');
    volunteer('busy', { diary: busy });
    volunteer('street', { stationId: StationId.parse('beicai-2'), tags: [stationTag('beicai-2'), unionTag('beicai')] });
    volunteer('away', { tags: [stationTag('weifang-1'), unionTag('weifang')] });
    volunteer('gone', { state: 'left' });
    const { volunteers } = await head.must('duty.listVolunteers', { stationId: id, forShift: wanted });
    expect(head.tripsOfLast()).toBe(4);
    expect(volunteers.at(-1)?.name).toBe('street');
    const of = (name: string) => volunteers.find((one) => one.name === name);
    expect(of('free')).toMatchObject({ weekMinutes: 0, notTheirs: [] });
    expect(of('busy')).toMatchObject({ weekMinutes: 180, notTheirs: ['overlaps'] });
    expect([of('away'), of('gone')]).toEqual([undefined, undefined]);
    const own = await head.must('duty.listVolunteers', { stationId: id, forShift: null });
    expect(own.volunteers.map(({ name }) => name).sort()).toEqual(['busy', 'free']);
    expect(await head.ask('duty.listVolunteers', { stationId: id, forShift: shiftIdOf('无') })).toEqual({
      ok: false,
      refusal: 'shift-not-found',
    });
    expect(await stranger.ask('duty.listVolunteers', { stationId: id, forShift: null })).toEqual(outside);
  });

  it('reads of a neighbour’s volunteers what they are called; their names are for their own head', async () => {
    const wanted = plan('上午班', { isCall: true, neighbours: [StationId.parse('weifang-1')] });
    const called = { calledName: '李叔叔', tags: [stationTag('weifang-1'), unionTag('weifang')] };
    volunteer('李国强', { ...called, offices: [{ unionId: UnionId.parse('weifang'), name: '' }] });
    const { volunteers } = await head.must('duty.listVolunteers', { stationId: id, forShift: wanted });
    expect(volunteers).toMatchObject([{ name: '李叔叔', calledName: '李叔叔', notTheirs: [] }]);
  });

  it('answers the excuse of somebody who did not come, who is told once', async () => {
    const zhang = volunteer('zhang', { name: '张桂芳' });
    const missed = plan('上午班', { places: placed('zhang', { state: 'missed' }) });
    const number = numberOf('zhang');
    const decide = (who: Phone, accept: boolean) =>
      who.ask('duty.decideShiftExcuse', { shiftId: missed, number, accept });
    expect(await decide(head, true)).toEqual({ ok: false, refusal: 'nothing-said' });
    await zhang.must('duty.excuseShift', { shiftId: missed, words: '发烧了，去医院了' });
    expect(shift(missed).waitingFor).toEqual(['beicai', 'pudong']);
    expect(await decide(stranger, true)).toEqual(outside);
    const { excuses } = await head.must('duty.listWaiting', {});
    expect(excuses).toMatchObject([{ number, name: '张桂芳', words: '发烧了，去医院了' }]);
    const answers = await Promise.all([decide(head, true), decide(head, true)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(shift(missed).places[zhang.personId]?.state).toBe('excused');
    expect(shift(missed).waitingFor).toEqual([]);
    expect(toldTo(zhang, 'shift-excuse-answered')).toHaveLength(1);
  });

  describe('says that somebody will not come', () => {
    const startsAt = hoursAhead(0);
    const underWay = (more: Partial<Unindexed> = {}) =>
      plan('上午班', { startsAt, endsAt: hoursAhead(3), places: { ...placed('zhang'), ...placed('li') }, ...more });
    const mark = (who: Phone, shiftId: ShiftId, name = 'zhang') =>
      who.ask('duty.markMissed', { shiftId, number: numberOf(name) });
    const minutes = (count: number) => itIs(dutyNow + count * 60_000);

    it('from ten minutes after the beginning on; they are told once and may say why', async () => {
      const zhang = volunteer('zhang');
      volunteer('li');
      const shiftId = underWay();
      itIs(dutyNow + 10 * 60_000 - 1);
      expect(await mark(head, shiftId)).toEqual({ ok: false, refusal: 'not-late' });
      minutes(10);
      expect(await mark(stranger, shiftId)).toEqual(outside);
      const answers = await Promise.all([mark(head, shiftId), mark(head, shiftId)]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
      expect(shift(shiftId).log.filter(({ act }) => act === 'missed')).toMatchObject([{ by: 'head' }]);
      expect(toldTo(zhang, 'shift-missed')).toHaveLength(1);
      await zhang.must('duty.excuseShift', { shiftId, words: '公交车坏在路上了' });
      await head.must('duty.decideShiftExcuse', { shiftId, number: numberOf('zhang'), accept: true });
      expect(shift(shiftId).places[zhang.personId]?.state).toBe('excused');
      minutes(211);
      await cloud.tick('duty');
      expect(toldTo(zhang, 'shift-missed')).toHaveLength(1);
    });

    it('so that others may have the place at once, and the one who comes after all has their hours', async () => {
      const [zhang, wang] = [volunteer('zhang'), volunteer('wang')];
      volunteer('li');
      const shiftId = underWay();
      minutes(15);
      expect(await wang.ask('duty.take', { shiftId, role: 'door', requestKey: keyOf('a') })).toMatchObject({
        refusal: 'full',
      });
      const { shift: shown } = await head.must('duty.markMissed', { shiftId, number: numberOf('zhang') });
      expect(shown).toMatchObject({ gap: { people: 1, stage: 'now' } });
      await wang.must('duty.take', { shiftId, role: 'door', requestKey: keyOf('b') });
      const late = volunteer('late');
      expect(await late.ask('duty.take', { shiftId, role: 'door', requestKey: keyOf('c') })).toMatchObject({
        refusal: 'full',
      });
      const now = EpochMs.parse(Date.now());
      await zhang.must('duty.recordTaps', { shiftId, phoneNow: now, taps: [aTap('in', now, comes())] });
      expect(shift(shiftId).places[zhang.personId]?.state).toBe('on-duty');
      expect(await mark(head, shiftId)).toEqual({ ok: false, refusal: 'on-duty-now' });
    });

    it('of nobody whom the shift does not know', async () => {
      const shiftId = underWay();
      minutes(15);
      expect(await mark(head, shiftId, 'wang')).toEqual({ ok: false, refusal: 'no-place' });
    });
  });

  it('says yes to a volunteer, who is told; of two heads at once one is heard', async () => {
    const zhang = volunteer('zhang', {
      state: 'asked',
      waitingFor: ['beicai', 'pudong'].map((one) => UnionId.parse(one)),
    });
    cloud.appoint('clerk', 'clerk', 'pudong');
    const decide = (who: Phone, state: 'accepted' | 'declined') =>
      who.ask('duty.decideVolunteer', { number: numberOf('zhang'), state });
    expect(await decide(stranger, 'accepted')).toEqual(outside);
    const answers = await Promise.all([decide(head, 'accepted'), decide(cloud.as('clerk'), 'accepted')]);
    expect(answers).toEqual([
      { ok: true, value: { state: 'accepted' } },
      { ok: true, value: { state: 'accepted' } },
    ]);
    expect(await decide(head, 'declined')).toEqual({ ok: false, refusal: 'answered-already' });
    expect(cloud.store('volunteers').get(zhang.personId)).toMatchObject({ state: 'accepted', waitingFor: [] });
    expect(toldTo(zhang, 'volunteer-answered')).toHaveLength(1);
  });

  it('reads everything that waits for a word, in ten round trips', async () => {
    const scope = ['beicai', 'pudong'].map((one) => UnionId.parse(one));
    const [zhang, wang] = [volunteer('zhang', { name: '张桂芳' }), volunteer('wang')];
    volunteer('new', { name: '新来的', state: 'asked', waitingFor: scope });
    cloud
      .store('stewards')
      .insert({ ...aSteward('rider', cloud.as('rider').personId, id), state: 'asked', waitingFor: scope });
    const given = plan('给', { places: placed('zhang') });
    plan('没来', {
      places: placed('wang', { state: 'missed', excuse: { words: '记错了日子', at: dutyNow, accepted: null } }),
    });
    const side = (phone: Phone, name: string) => ({
      personId: phone.personId,
      number: numberOf(name),
      calledName: name,
    });
    const swap: SwapRecord = {
      _id: wishIdOfTest('swap'),
      claim: 'claim-of-swap',
      state: 'agreed',
      from: side(zhang, 'zhang'),
      to: side(wang, 'wang'),
      people: [zhang.personId, wang.personId],
      given: { shiftId: given, role: 'door' },
      wanted: null,
      needsHead: true,
      scope,
      waitingFor: scope,
      askedAt: dutyNow,
      doneAt: null,
      decidedBy: null,
      lapsesAt: NEVER,
    };
    cloud.store('shift-swaps').insert(swap);
    const entry: BookEntry = {
      _id: `${zhang.personId}:${shiftIdOf('旧班')}`,
      personId: zhang.personId,
      seq: 3,
      kind: 'shift',
      stationId: id,
      stationName: 'beicai-1驿站',
      title: '旧班',
      shiftId: shiftIdOf('旧班'),
      role: 'door',
      day: ShanghaiDay.parse('2026-11-20'),
      month: '2026-11',
      stretches: [],
      mix: [{ evidence: 'near', minutes: 90 }],
      corrects: null,
      enteredBy: null,
      confirmedBy: null,
      reason: null,
      at: dutyNow,
      previous: '',
      hash: 'hash',
    };
    const claim: HoursClaim = {
      _id: wishIdOfTest('claim'),
      personId: zhang.personId,
      number: numberOf('zhang'),
      stationId: id,
      stationName: 'beicai-1驿站',
      scope,
      waitingFor: scope,
      corrects: 3,
      from: at('2026-11-20T09:00:00'),
      until: at('2026-11-20T12:00:00'),
      title: '旧班',
      reason: '忘了签退',
      enteredBy: '站长',
      enteredById: head.personId,
      at: dutyNow,
      state: 'asked',
      decidedBy: null,
      decidedById: null,
      decidedReason: null,
      seq: null,
    };
    cloud.store('hours-book').insertMany([entry, { ...entry, _id: `${wang.personId}:x`, personId: wang.personId }]);
    cloud.store('hours-claims').insert(claim);
    const all = await head.must('duty.listWaiting', {});
    expect(head.tripsOfLast()).toBe(10);
    expect(all).toMatchObject({
      volunteers: [{ name: '新来的' }],
      swaps: [{ swapId: WishId.parse(wishIdOfTest('swap')), given: { title: '给' } }],
      hours: [{ name: '张桂芳', isOwnEntry: true, entry: { seq: 3, title: '旧班', minutes: 90 } }],
      stewards: [{ calledName: 'rider' }],
      excuses: [{ name: 'wang', words: '记错了日子' }],
    });
    expect(await stranger.must('duty.listWaiting', {})).toEqual({
      volunteers: [],
      swaps: [],
      hours: [],
      certificates: [],
      stewards: [],
      excuses: [],
    });
    expect(stranger.tripsOfLast()).toBe(7);
  });
});
