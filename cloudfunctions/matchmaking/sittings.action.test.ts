import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPledge, aProfile, aStudio, matchNow, profileIdOf } from '../testing/matchmaking';
import { aMember } from '../testing/members';
import { SlotId } from '../../types/match-sitting';
import { EpochMs, NEVER, ShanghaiDay } from '../../types/time';
import { UnionId } from '../../types/ids';
import { forgetSittings } from './forget-sittings';
import { barKeyOf } from './ids';
import type { Booking, Sitting } from './sitting-records';

const studioId = UnionId.parse('beicai');
const day = ShanghaiDay.parse('2026-11-27');
const sittingId = `${studioId}:${day}`;
const at = (time: string): EpochMs => Date.parse(`2026-11-27T${time}:00+08:00`) as EpochMs;
const slotId = (id: string): SlotId => SlotId.parse(id);

describe('sittings of a studio', () => {
  let cloud: TestCloud;
  let matchmaker: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(async () => {
    cloud.reset();
    itIs(matchNow);
    cloud.store('match-studios').insert(aStudio());
    cloud.appoint('红娘', 'matchmaker', 'beicai');
    matchmaker = cloud.as('红娘');
    cloud.store('match-pledges').insert(aPledge(matchmaker.personId));
    await cloud.tick('matchmaking');
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const member = (name: string): Phone => {
    const phone = cloud.as(name);
    cloud.store('members').insert(aMember(name, phone.personId));
    return phone;
  };
  const single = (name: string, more: Parameters<typeof aProfile>[2] = {}): Phone => {
    const phone = member(name);
    cloud.store('match-profiles').insert(aProfile(name, phone.personId, more));
    return phone;
  };
  const book = (phone: Phone, time = '13:30') => phone.ask('matchmaking.bookSitting', { studioId, startsAt: at(time) });
  const sitting = (id = sittingId): Sitting => cloud.store('match-sittings').get(id) as unknown as Sitting;
  const booking = (phone: Phone): Booking | null =>
    (cloud.store('match-bookings').get(phone.personId) ?? null) as unknown as Booking | null;
  const told = (phone: Phone): string[] =>
    cloud
      .store('notices')
      .find({ personId: phone.personId })
      .map(({ kind }) => String(kind));
  const looksAt = (phone: Phone) => cloud.store('match-looks').find({ subjectId: phone.personId });
  const mark = (id: string, outcome: 'came' | 'missed' | 'booked', phone = matchmaker) =>
    phone.ask('matchmaking.markSitting', { studioId, day, slotId: slotId(id), outcome });
  const callOff = (phone: Phone, on = day) =>
    phone.ask('matchmaking.callOffDay', { studioId, day: on, reason: '红娘临时有事，对不住大家' });
  const showDay = (phone = matchmaker) => phone.ask('matchmaking.showDay', { studioId, day });

  it('are shown for four weeks with what is free, and without what has begun', async () => {
    const phone = member('李小飞');
    const shown = await phone.must('matchmaking.listSittings', { studioId });
    expect(phone.tripsOfLast()).toBe(3);
    expect(shown.days.map((one) => one.day)).toEqual(['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18']);
    expect(shown.days[0]?.slots).toHaveLength(10);
    expect(shown.days[0]?.slots[0]).toEqual({ startsAt: at('13:30'), endsAt: at('13:50'), free: 2 });
    expect(shown).toMatchObject({ studio: { name: '北蔡公益红娘工作室', weekday: 5 }, own: null });
    await book(phone);
    itIs(at('13:30'));
    const later = await phone.must('matchmaking.listSittings', { studioId });
    expect(later.days[0]?.slots[0]?.startsAt).toBe(at('13:50'));
    expect(later.own).toMatchObject({ startsAt: at('13:30'), room: '二楼会客室', address: '沪南路1000号' });
    itIs(at('16:50'));
    const after = await phone.must('matchmaking.listSittings', { studioId });
    expect([after.days[0]?.day, after.own]).toEqual(['2026-12-04', null]);
    expect(await phone.ask('matchmaking.listSittings', { studioId: UnionId.parse('weifang') })).toMatchObject({
      refusal: 'studio-not-found',
    });
  });

  it('have a time for each member, who needs no profile; whoever asks twice has one', async () => {
    const phone = member('李小飞');
    expect(await book(phone)).toMatchObject({
      value: { booking: { day, startsAt: at('13:30'), endsAt: at('13:50') } },
    });
    expect(phone.tripsOfLast()).toBe(13);
    expect(await book(phone)).toMatchObject({ ok: true });
    expect(phone.tripsOfLast()).toBe(6);
    expect(sitting().slots['1330a']).toMatchObject({ state: 'booked', personId: phone.personId, profileId: null });
    expect(sitting().people).toEqual([phone.personId]);
    expect(booking(phone)).toMatchObject({ slotId: '1330a', day });
    expect(cloud.everythingWritten()).not.toContain('李*飞');
  });

  it('are refused to whoever is no member, where there is no studio, no such time, or another appointment', async () => {
    expect(await book(cloud.as('stranger'))).toMatchObject({ refusal: 'members-only' });
    const phone = member('李小飞');
    const elsewhere = { studioId: UnionId.parse('weifang'), startsAt: at('13:30') };
    expect(await phone.ask('matchmaking.bookSitting', elsewhere)).toMatchObject({ refusal: 'studio-not-found' });
    expect(await book(phone, '13:31')).toMatchObject({ refusal: 'no-such-time' });
    expect(await book(phone, '17:00')).toMatchObject({ refusal: 'no-such-time' });
    for (const startsAt of [EpochMs.parse(0), NEVER])
      expect(await phone.ask('matchmaking.bookSitting', { studioId, startsAt })).toMatchObject({
        refusal: 'no-such-time',
      });
    await book(phone);
    expect(await book(phone, '14:10')).toMatchObject({ refusal: 'booked-already' });
    await Promise.all([member('甲'), member('乙')].map((one) => book(one, '14:10')));
    expect(await book(member('丙'), '14:10')).toMatchObject({ refusal: 'full' });
    itIs(at('13:30'));
    expect(await book(member('丁'))).toMatchObject({ refusal: 'begun-already' });
    itIs(at('13:50'));
    expect(await book(phone, '14:30')).toMatchObject({ value: { booking: { startsAt: at('14:30') } } });
    expect(booking(phone)).toMatchObject({ slotId: '1430a' });
  });

  it('are refused, without a reason, to whoever was taken out after a report; no time is kept for them', async () => {
    const phone = member('李小飞');
    cloud.store('match-bars').insert({ _id: barKeyOf(phone.personId), at: matchNow, reportId: 'w0123456789a' });
    expect(await book(phone)).toEqual({ ok: false, refusal: 'not-now' });
    expect([booking(phone), sitting().people]).toEqual([null, []]);
    expect(await book(member('甲'))).toMatchObject({ ok: true });
    const elsewhere = { studioId: UnionId.parse('weifang'), startsAt: at('13:30') };
    expect(await phone.ask('matchmaking.bookSitting', elsewhere)).toMatchObject({ refusal: 'studio-not-found' });
  });

  it('may be given up until they begin, without a reason, and are free at once', async () => {
    const phone = member('李小飞');
    expect(await phone.must('matchmaking.cancelSitting', {})).toEqual({ cancelled: false });
    await book(phone);
    expect(await phone.must('matchmaking.cancelSitting', {})).toEqual({ cancelled: true });
    expect(phone.tripsOfLast()).toBe(9);
    expect([booking(phone), sitting().people, sitting().slots['1330a']?.named]).toEqual([null, [], null]);
    expect(await phone.must('matchmaking.cancelSitting', {})).toEqual({ cancelled: false });
    expect(await book(phone)).toMatchObject({ ok: true });
    itIs(at('13:30') - 1);
    expect(await phone.must('matchmaking.cancelSitting', {})).toEqual({ cancelled: true });
    await book(phone);
    itIs(at('13:30'));
    expect(await phone.ask('matchmaking.cancelSitting', {})).toMatchObject({ refusal: 'begun-already' });
    itIs(at('13:50'));
    expect(await phone.must('matchmaking.cancelSitting', {})).toEqual({ cancelled: false });
  });

  it('show the matchmaker who comes: by the name they chose, else a part of their name; each reads who looked', async () => {
    const [shown, held, none] = [single('小飞'), single('坏词', { held: ['calledName'] }), member('王建国')];
    const elsewhere = single('邻居', { studioId: UnionId.parse('weifang') });
    await book(shown, '13:30');
    await book(held, '13:50');
    await book(none, '14:10');
    await book(elsewhere, '14:30');
    const answer = await showDay();
    expect(matchmaker.tripsOfLast()).toBe(7);
    if (!answer.ok) throw new Error('The matchmaker reads their day.');
    const there = answer.value.slots.filter(({ state }) => state === 'booked');
    expect(there).toMatchObject([
      { slotId: '1330a', table: 'a', who: '小飞', profileId: profileIdOf('小飞') },
      { slotId: '1350a', who: '坏*', profileId: profileIdOf('坏词') },
      { slotId: '1410a', who: '王*国', profileId: null },
      { slotId: '1430a', who: '邻*', profileId: null },
    ]);
    expect(answer.value.slots).toHaveLength(20);
    expect(JSON.stringify(answer)).not.toContain(shown.personId);
    expect(looksAt(shown)).toMatchObject([{ act: 'sitting', by: '北蔡公益红娘工作室 红娘' }]);
    expect([held, none, elsewhere].map((phone) => looksAt(phone).length)).toEqual([1, 0, 0]);
  });

  it('show whoever joined after booking with their profile', async () => {
    const phone = member('李小飞');
    await book(phone);
    cloud.store('match-profiles').insert(aProfile('小飞', phone.personId));
    expect(await showDay()).toMatchObject({
      value: {
        slots: expect.arrayContaining([expect.objectContaining({ profileId: profileIdOf('小飞') })]) as unknown,
      },
    });
    expect(looksAt(phone)).toHaveLength(1);
  });

  it('are shown of that day alone, with the holiday where it is one', async () => {
    const phone = single('小飞');
    await phone.must('matchmaking.bookSitting', {
      studioId,
      startsAt: (at('13:30') + 7 * 86_400_000) as EpochMs,
    });
    await showDay();
    expect(looksAt(phone)).toEqual([]);
    const newYear = { studioId, day: ShanghaiDay.parse('2027-01-01') };
    expect(await matchmaker.must('matchmaking.showDay', newYear)).toMatchObject({ slots: [], isCalledOff: false });
    const national = { studioId, day: ShanghaiDay.parse('2026-10-02') };
    expect(await matchmaker.must('matchmaking.showDay', national)).toMatchObject({ holiday: '国庆节', slots: [] });
  });

  it('are read and marked by the studio’s own matchmaker with a pledge, and by nobody else', async () => {
    const phone = single('小飞');
    await book(phone);
    itIs(at('13:30'));
    cloud.appoint('无约', 'matchmaker', 'beicai');
    cloud.appoint('邻街', 'matchmaker', 'weifang');
    cloud.appoint('区里', 'matchmaker', 'pudong');
    cloud.store('match-pledges').insert(aPledge(cloud.as('区里').personId));
    const expected = { 无约: 'pledge-needed', 邻街: 'outside-your-studio', 区里: 'outside-your-studio' };
    for (const [name, refusal] of Object.entries(expected)) {
      expect(await showDay(cloud.as(name))).toMatchObject({ refusal });
      expect(await mark('1330a', 'came', cloud.as(name))).toMatchObject({ refusal });
    }
    const nowhere = { studioId: UnionId.parse('weifang'), day };
    expect(await matchmaker.ask('matchmaking.showDay', nowhere)).toMatchObject({ refusal: 'studio-not-found' });
    expect(
      await matchmaker.ask('matchmaking.markSitting', { ...nowhere, slotId: slotId('1330a'), outcome: 'came' }),
    ).toMatchObject({ refusal: 'studio-not-found' });
    expect(await showDay(phone)).toMatchObject({ refusal: 'not-allowed' });
    expect(looksAt(phone)).toEqual([]);
    expect(sitting().slots['1330a']?.state).toBe('booked');
  });

  it('are marked from their beginning until seven days later, where somebody was', async () => {
    await book(member('李小飞'));
    itIs(at('13:30') - 1);
    expect(await mark('1330a', 'came')).toMatchObject({ refusal: 'not-yet' });
    itIs(at('13:30'));
    expect(await mark('1330a', 'came')).toMatchObject({ value: { state: 'came' } });
    expect(matchmaker.tripsOfLast()).toBe(5);
    expect(await mark('1330b', 'came')).toMatchObject({ refusal: 'nobody-there' });
    expect(await mark('0900a', 'came')).toMatchObject({ refusal: 'nobody-there' });
    itIs(at('16:50') + 7 * 86_400_000 - 1);
    expect(await mark('1330a', 'booked')).toMatchObject({ value: { state: 'booked' } });
    itIs(at('16:50') + 7 * 86_400_000);
    expect(await mark('1330a', 'came')).toMatchObject({ refusal: 'too-late' });
  });

  it('tell whoever did not come a kind word once, after the sitting; a slip of the finger is put right in time', async () => {
    const [gone, there] = [member('没来'), member('来了')];
    await book(gone);
    await book(there);
    itIs(at('14:00'));
    await mark('1330a', 'missed');
    await mark('1330b', 'missed');
    await mark('1330b', 'came');
    await cloud.tick('matchmaking');
    expect([told(gone), told(there)]).toEqual([[], []]);
    itIs(at('16:50'));
    await cloud.tick('matchmaking');
    await cloud.tick('matchmaking');
    expect([told(gone), told(there)]).toEqual([['sitting-missed'], []]);
    expect(cloud.store('notices').find({})).toMatchObject([
      { subject: '北蔡公益红娘工作室', words: null, when: at('13:30') },
    ]);
    await mark('1330a', 'booked');
    await mark('1330a', 'missed');
    await mark('1330b', 'missed');
    itIs(at('17:30'));
    await cloud.tick('matchmaking');
    expect([told(gone), told(there)]).toEqual([['sitting-missed'], ['sitting-missed']]);
    expect(await book(gone, '14:30')).toMatchObject({ refusal: 'begun-already' });
    const next = (at('13:30') + 7 * 86_400_000) as EpochMs;
    expect(await gone.ask('matchmaking.bookSitting', { studioId, startsAt: next })).toMatchObject({ ok: true });
  });

  it('are called off with a word to everybody, who may book anew', async () => {
    const [one, other, later] = [member('甲'), member('乙'), member('丙')];
    await book(one);
    await book(other, '13:50');
    const next = (at('13:30') + 7 * 86_400_000) as EpochMs;
    await later.must('matchmaking.bookSitting', { studioId, startsAt: next });
    expect(await callOff(matchmaker)).toMatchObject({ value: { told: 2 } });
    expect(matchmaker.tripsOfLast()).toBe(8);
    expect([one, other, later].map(told)).toEqual([['sitting-called-off'], ['sitting-called-off'], []]);
    expect(cloud.store('notices').find({ personId: other.personId })).toMatchObject([
      { words: '红娘临时有事，对不住大家', when: at('13:50'), subject: '北蔡公益红娘工作室' },
    ]);
    expect([booking(one), booking(other), sitting().people, sitting().reason]).toEqual([null, null, [], null]);
    expect(booking(later)).not.toBeNull();
    expect(await book(one)).toMatchObject({ refusal: 'called-off' });
    expect(await one.ask('matchmaking.bookSitting', { studioId, startsAt: next })).toMatchObject({ ok: true });
    expect((await one.must('matchmaking.listSittings', { studioId })).days[0]).toEqual({
      day,
      isCalledOff: true,
      slots: [],
    });
    expect(await callOff(matchmaker)).toMatchObject({ value: { told: 0 } });
    await cloud.tick('matchmaking');
    expect(told(one)).toEqual(['sitting-called-off']);
  });

  it('are called off by the matchmaker or whoever keeps the studio’s hours, before they begin', async () => {
    const clerk = (name: string, role: 'clerk' | 'administrator', unionId: string): Phone => {
      cloud.appoint(name, role, unionId);
      return cloud.as(name);
    };
    cloud.appoint('邻街', 'matchmaker', 'weifang');
    cloud.appoint('区红娘', 'matchmaker', 'pudong');
    expect(await callOff(cloud.as('邻街'))).toMatchObject({ refusal: 'outside-your-studio' });
    expect(await callOff(cloud.as('区红娘'))).toMatchObject({ refusal: 'outside-your-studio' });
    expect(await callOff(clerk('邻街干事', 'clerk', 'weifang'))).toMatchObject({ refusal: 'outside-your-studio' });
    const [street, district] = [clerk('街道干事', 'clerk', 'beicai'), clerk('区管', 'administrator', 'pudong')];
    expect(await callOff(street, ShanghaiDay.parse('2026-11-28'))).toMatchObject({ refusal: 'no-such-time' });
    const nowhere = { studioId: UnionId.parse('weifang'), day, reason: '停一次' };
    expect(await district.ask('matchmaking.callOffDay', nowhere)).toMatchObject({ refusal: 'studio-not-found' });
    expect(await callOff(street)).toMatchObject({ value: { told: 0 } });
    expect(await callOff(district, ShanghaiDay.parse('2026-12-04'))).toMatchObject({ value: { told: 0 } });
    itIs(at('13:30') + 14 * 86_400_000);
    expect(await callOff(street, ShanghaiDay.parse('2026-12-11'))).toMatchObject({ refusal: 'begun-already' });
  });

  it('that were called off by a call which died are made good by the timer, and tell nobody twice', async () => {
    const [first, second] = [member('甲'), member('乙')];
    await book(first);
    await book(second, '13:50');
    const halfway = { ...sitting(), isCalledOff: true, reason: '停电', dueAt: matchNow, revision: 99 };
    cloud.store('match-sittings').remove({ _id: sittingId });
    cloud.store('match-sittings').insert(halfway);
    await cloud.tick('matchmaking');
    expect([told(first), told(second)]).toEqual([['sitting-called-off'], ['sitting-called-off']]);
    expect([booking(first), booking(second), sitting().people]).toEqual([null, null, []]);
    cloud.store('match-sittings').remove({ _id: sittingId });
    cloud.store('match-sittings').insert(halfway);
    await cloud.tick('matchmaking');
    expect([told(first), told(second), sitting().people]).toEqual([['sitting-called-off'], ['sitting-called-off'], []]);
  });

  it('remind at six in the evening before, once', async () => {
    const [phone, late, cancelled] = [member('甲'), member('乙'), member('丙')];
    await book(phone);
    await book(cancelled, '14:10');
    await cancelled.must('matchmaking.cancelSitting', {});
    const evening = at('00:00') - 6 * 3_600_000;
    itIs(evening - 1);
    await cloud.tick('matchmaking');
    expect(told(phone)).toEqual([]);
    itIs(evening);
    await cloud.tick('matchmaking');
    await book(late, '13:50');
    itIs(evening + 60_000);
    await cloud.tick('matchmaking');
    expect([phone, late, cancelled].map(told)).toEqual([['sitting-tomorrow'], [], []]);
  });

  it('say nothing of tomorrow on the day itself, though the timer slept', async () => {
    const phone = member('甲');
    await book(phone);
    itIs(at('00:00'));
    await cloud.tick('matchmaking');
    expect([told(phone), sitting().told]).toEqual([[], ['tomorrow']]);
  });

  it('are deleted sixty days later, and appointments when their day is over', async () => {
    const phone = member('甲');
    await book(phone);
    itIs(at('00:00') + 86_400_000 - 1);
    await cloud.tick('matchmaking');
    expect(booking(phone)).not.toBeNull();
    itIs(at('00:00') + 86_400_000);
    await cloud.tick('matchmaking');
    expect(booking(phone)).toBeNull();
    itIs(at('00:00') + 61 * 86_400_000 - 1);
    await cloud.tick('matchmaking');
    expect(sitting()).toMatchObject({ people: [phone.personId] });
    itIs(at('00:00') + 61 * 86_400_000);
    await cloud.tick('matchmaking');
    expect(cloud.store('match-sittings').find({ _id: sittingId })).toEqual([]);
  });

  it('forget whoever leaves the studio: what is to come is free again, what has been says only that somebody was', async () => {
    const [phone, other] = [single('小飞'), member('甲')];
    await book(phone);
    await book(other);
    itIs(at('13:55'));
    await mark('1330a', 'came');
    await book(phone, '14:10');
    expect(sitting().people.toSorted()).toEqual([phone.personId, other.personId].toSorted());
    const forget = () => cloud.inside(() => forgetSittings(phone.personId, at('13:56')));
    await forget();
    await forget();
    expect(booking(phone)).toBeNull();
    expect(sitting().slots['1330a']).toMatchObject({ state: 'came', personId: null, profileId: null, named: null });
    expect(sitting().slots['1410a']).toMatchObject({ state: 'free', personId: null });
    expect(sitting()).toMatchObject({ people: [other.personId] });
    expect(booking(other)).not.toBeNull();
    expect(await mark('1330a', 'missed')).toMatchObject({ refusal: 'nobody-there' });
  });
});
