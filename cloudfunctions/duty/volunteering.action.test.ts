import type { InputFor } from '../../types/contracts';
import { VOLUNTEER_TERMS } from '../../types/duty-volunteer';
import { StationId } from '../../types/ids';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, dutyNow, numberOf } from '../testing/duty';
import type { DutyWorld } from '../testing/duty-world';
import { dutyWorld, keyOf, shanghai, tally } from '../testing/duty-world';
import { aStation } from '../testing/stations';
import { playWeChat } from '../testing/wechat';

describe('a volunteer', () => {
  let cloud: TestCloud;
  let world: DutyWorld;
  let weChat: ReturnType<typeof playWeChat>;

  beforeAll(async () => {
    weChat = playWeChat();
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    world = dutyWorld(cloud);
    cloud.store('stations').insertMany([aStation('beicai-1'), aStation('weifang-1', { unionId: 'weifang' as never })]);
  });
  afterAll(() => {
    jest.useRealTimers();
    weChat.restore();
    cloud.close();
  });

  type Form = InputFor<'duty.saveVolunteer'>['form'];
  const save = (phone: Phone, more: Partial<Form> = {}) =>
    phone.ask('duty.saveVolunteer', {
      form: {
        calledName: '张阿姨',
        stationId: StationId.parse('beicai-1'),
        birthYear: 1962,
        skills: [],
        thanks: true,
        ...more,
      },
      terms: VOLUNTEER_TERMS,
    });

  it('whom the union appointed is accepted at once, and may take shifts of all its stations', async () => {
    cloud.appoint('张秀英', 'volunteer', 'pudong');
    const phone = cloud.as('张秀英');
    expect(await save(phone)).toMatchObject({ value: { volunteer: { state: 'accepted', calledName: '张阿姨' } } });
    expect(phone.tripsOfLast()).toBe(5);
    expect(world.volunteer(phone)).toMatchObject({
      name: '张秀英',
      tags: ['station:beicai-1', 'union:beicai', 'union:pudong'],
      waitingFor: [],
    });
    expect(await phone.must('duty.showVolunteer', {})).toMatchObject({ volunteer: { thanks: true } });
  });

  it('whom nobody knows by name is asked for it; who is too young waits', async () => {
    expect(await save(cloud.as('stranger'))).toMatchObject({ refusal: 'name-needed' });
    expect(await save(cloud.as('stranger'), { birthYear: 2011 })).toMatchObject({ refusal: 'too-young' });
    cloud.appoint('张秀英', 'volunteer', 'pudong');
    expect(await save(cloud.as('张秀英'), { stationId: StationId.parse('nowhere') })).toMatchObject({
      refusal: 'station-not-found',
    });
  });

  it.each(['\u200b', '\u202e长站', '张\n阿姨', '\ud83d', '\u3164'])(
    'is called by a name that everybody sees, and not by %j',
    async (calledName) => {
      cloud.appoint('张秀英', 'volunteer', 'pudong');
      expect(await save(cloud.as('张秀英'), { calledName })).toMatchObject({
        refusal: 'input-invalid',
        fields: [{ path: 'form.calledName', problem: 'characters' }],
      });
      expect(await save(cloud.as('张秀英'), { calledName: '张阿姨😀·<3' })).toMatchObject({ ok: true });
    },
  );

  describe('of a name that others may not like to read', () => {
    const doubtful = '投资老王';
    const mine = async (phone: Phone) => (await phone.must('duty.showVolunteer', {})).volunteer;

    beforeEach(() => {
      cloud.appoint('张秀英', 'volunteer', 'pudong');
      cloud.appoint('head', 'station-head', 'beicai');
    });

    it.each([doubtful, '检查失灵'])('is called by the number until a head has looked at %s', async (calledName) => {
      const phone = cloud.as('张秀英');
      const head = cloud.as('head');
      expect(await save(phone, { calledName })).toMatchObject({
        value: { volunteer: { state: 'accepted', calledName, nameWaits: true } },
      });
      expect(phone.tripsOfLast()).toBe(5);
      const { number } = world.volunteer(phone);
      const id = world.plan('上午班');
      await world.take(phone, id);
      expect(world.holders(id)).toEqual([number]);
      const { volunteers } = await head.must('duty.listWaiting', {});
      expect(volunteers).toMatchObject([{ number, calledName, isVolunteer: true }]);
      // Of a name that is not the one that stands there nothing is said.
      for (const read of [undefined, null, '老王'])
        await head.must('duty.decideVolunteer', {
          number,
          state: 'accepted',
          ...(read === undefined ? {} : { calledName: read }),
        });
      expect(await mine(phone)).toMatchObject({ calledName, nameWaits: true });
      await head.must('duty.decideVolunteer', { number, state: 'accepted', calledName });
      expect(await mine(phone)).toMatchObject({ calledName, nameWaits: false });
      expect(world.volunteer(phone)).toMatchObject({ calledName, heldName: null, waitingFor: [] });
      // What was looked at is not looked at again.
      expect(await save(phone, { calledName, thanks: false })).toMatchObject({
        value: { volunteer: { nameWaits: false } },
      });
    });

    it('keeps what colleagues read as the number when the head turns the name down', async () => {
      const phone = cloud.as('张秀英');
      await save(phone, { calledName: doubtful });
      const { number } = world.volunteer(phone);
      const no = { number, state: 'declined', calledName: doubtful } as const;
      expect(await cloud.as('head').must('duty.decideVolunteer', no)).toEqual({ state: 'accepted' });
      expect(world.volunteer(phone)).toMatchObject({ state: 'accepted', calledName: number, waitingFor: [] });
    });

    it('is refused a name that nobody may be called by, and keeps the one that they had', async () => {
      const phone = world.enlist('李叔叔');
      expect(await save(phone, { calledName: '赌博王' })).toEqual({
        ok: false,
        refusal: 'words-refused',
        fields: [{ path: 'form.calledName', problem: 'characters' }],
      });
      expect(world.volunteer(phone)).toMatchObject({ calledName: '李叔叔' });
      expect(await save(cloud.as('张秀英'), { calledName: '代开发票' })).toMatchObject({ refusal: 'words-refused' });
      expect(cloud.store('volunteers').count()).toBe(1);
    });

    it('loses no word of the head to somebody who saves at the same moment, nor the other way round', async () => {
      for (let round = 0; round < 6; round += 1) {
        cloud.store('volunteers').remove({});
        const phone = cloud.as('张秀英');
        await save(phone, { calledName: doubtful });
        const { number } = world.volunteer(phone);
        await Promise.all([
          save(phone, { calledName: '转账老王' }),
          cloud.as('head').ask('duty.decideVolunteer', { number, state: 'accepted', calledName: doubtful }),
        ]);
        expect(world.volunteer(phone)).toMatchObject({
          calledName: number,
          heldName: '转账老王',
          waitingFor: ['beicai', 'pudong'],
        });
      }
    });
  });

  it('waits for the head elsewhere: a role that does not reach the station helps nothing', async () => {
    cloud.appoint('张秀英', 'volunteer', 'beicai');
    const phone = cloud.as('张秀英');
    expect(await save(phone, { stationId: StationId.parse('weifang-1') })).toMatchObject({
      value: { volunteer: { state: 'asked' } },
    });
    expect(world.volunteer(phone)).toMatchObject({
      tags: ['station:weifang-1', 'union:weifang'],
      waitingFor: ['weifang', 'pudong'],
    });
    expect(await phone.ask('duty.listOpenShifts', { days: 7, from: null })).toMatchObject({ refusal: 'not-accepted' });
  });

  it('keeps number, state and time while they stay with the union, and asks anew in another', async () => {
    const phone = world.enlist('李叔叔');
    itIs(dutyNow + 60_000);
    const { number } = world.volunteer(phone);
    expect(await save(phone, { calledName: '老李' })).toMatchObject({
      value: { volunteer: { number, state: 'accepted', since: dutyNow, calledName: '老李' } },
    });
    expect(await save(phone, { stationId: StationId.parse('weifang-1') })).toMatchObject({
      value: { volunteer: { number, state: 'asked', since: dutyNow + 60_000 } },
    });
    cloud.store('volunteers').remove({ _id: phone.personId });
    world.enlist('李叔叔', { state: 'paused' });
    expect(await save(phone)).toMatchObject({ value: { volunteer: { state: 'paused' } } });
  });

  it('is one, though two phones say so at once', async () => {
    cloud.appoint('张秀英', 'volunteer', 'pudong');
    const phone = cloud.as('张秀英');
    const [one, other] = await Promise.all([save(phone), save(phone)]);
    expect(one).toEqual(other);
    expect(cloud.store('volunteers').find({})).toHaveLength(1);
  });

  it('who leaves gives back what is to come, ends what was asked, and is called by name no more', async () => {
    const [phone, colleague] = [world.enlist('张阿姨'), world.enlist('李叔叔')];
    const ids = Array.from({ length: 14 }, (_, nth) => {
      const day = String(1 + nth * 2).padStart(2, '0');
      return world.plan(`班${nth}`, {
        startsAt: shanghai(`2026-12-${day}T09:00:00`),
        endsAt: shanghai(`2026-12-${day}T10:00:00`),
      });
    });
    for (const id of ids.slice(1)) await world.take(phone, id);
    const [first] = ids as [(typeof ids)[number]];
    await phone.must('duty.standBy', { shiftId: first, ready: true });
    const [, second] = ids as [unknown, (typeof ids)[number]];
    const requestKey = keyOf('ask');
    await phone.must('duty.askSwap', { shiftId: second, to: numberOf('李叔叔'), wanted: null, requestKey });
    expect(await phone.must('duty.leaveVolunteering', {})).toEqual({ released: 14 });
    expect(phone.tripsOfLast()).toBeLessThanOrEqual(60);
    world.expectWhole();
    expect(world.volunteer(phone)).toMatchObject({ state: 'left', calledName: '志愿者', diary: {}, name: '张阿姨' });
    expect(cloud.store('shift-swaps').find({})).toMatchObject([{ state: 'withdrawn' }]);
    expect(await phone.must('duty.leaveVolunteering', {})).toEqual({ released: 0 });
    expect(await world.take(phone, second)).toMatchObject({ refusal: 'not-a-volunteer' });
    expect(await world.take(colleague, second)).toMatchObject({ ok: true });
    expect(await cloud.as('stranger').ask('duty.leaveVolunteering', {})).toMatchObject({ refusal: 'not-a-volunteer' });
  });

  it('who leaves while another phone of theirs takes a shift has none afterwards', async () => {
    for (let round = 0; round < 8; round += 1) {
      cloud.reset();
      const phone = world.enlist('张阿姨');
      const id = world.plan('上午班');
      const [left] = await Promise.all([phone.ask('duty.leaveVolunteering', {}), world.take(phone, id)]);
      expect(left.ok).toBe(true);
      await phone.must('duty.leaveVolunteering', {});
      world.expectWhole();
      expect(world.diary(phone)).toEqual([]);
    }
  });
});

describe('a head', () => {
  let cloud: TestCloud;
  let world: DutyWorld;
  let head: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    world = dutyWorld(cloud);
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('elsewhere', 'station-head', 'weifang');
    head = cloud.as('head');
  });
  afterEach(() => world.expectWhole());
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const assign = (name: string, shiftId: ReturnType<DutyWorld['plan']>, key = name, by = head) =>
    by.ask('duty.assign', { shiftId, number: numberOf(name), role: 'door', requestKey: keyOf(key) });

  it('gives a place to a volunteer, who is told once; the rules hold here, too', async () => {
    const phone = world.enlist('张阿姨', { name: '张秀英' });
    const id = world.plan('上午班');
    expect(await assign('张阿姨', id)).toMatchObject({ value: { shift: { places: [{ name: '张秀英' }] } } });
    expect(head.tripsOfLast()).toBeLessThanOrEqual(11);
    expect(await assign('张阿姨', id)).toMatchObject({ ok: true });
    expect(world.noticesOf(phone)).toEqual(['shift-assigned']);
    const beside = world.plan('同时');
    expect(await assign('张阿姨', beside, 'x')).toMatchObject({ refusal: 'overlaps' });
    expect(await assign('张阿姨', id, 'y', cloud.as('elsewhere'))).toMatchObject({ refusal: 'outside-your-unions' });
    expect(await assign('王', id)).toMatchObject({ refusal: 'volunteer-not-found' });
    world.enlist('外', { tags: [], offices: [{ unionId: 'weifang' as never, name: '' }] });
    expect(await assign('外', id)).toMatchObject({ refusal: 'not-for-you' });
    expect(world.shift(id).log).toMatchObject([{ act: 'assigned', by: 'head' }]);
  });

  it('takes somebody off with a reason that they read', async () => {
    const phone = world.enlist('张阿姨');
    const id = world.plan('上午班');
    await world.take(phone, id);
    const off = (reason = '站点检修') => head.ask('duty.unassign', { shiftId: id, number: numberOf('张阿姨'), reason });
    expect(await off()).toMatchObject({ value: { shift: { places: [], gap: { people: 2 } } } });
    expect(head.tripsOfLast()).toBeLessThanOrEqual(11);
    expect(await off('再次')).toMatchObject({ ok: true });
    expect(cloud.store('notices').find({ personId: phone.personId })).toMatchObject([
      { kind: 'shift-unassigned', words: '站点检修' },
    ]);
    await world.take(phone, id);
    world.change(id, {
      places: Object.fromEntries(
        Object.entries(world.shift(id).places).map(([person, place]) => [person, { ...place, state: 'on-duty' }]),
      ) as never,
    });
    expect(await off()).toMatchObject({ refusal: 'on-duty-now' });
  });

  it('calls a shift off: twenty-five people are told and free again', async () => {
    const id = world.plan('大班', { needs: [{ role: 'door', count: 20, skill: null }], standbyPlaces: 5 });
    const phones = Array.from({ length: 25 }, (_, nth) => world.enlist(`v${nth}`));
    for (const phone of phones.slice(0, 20)) await world.take(phone, id);
    for (const phone of phones.slice(20)) await phone.must('duty.standBy', { shiftId: id, ready: true });
    const callOff = () => head.ask('duty.callOffShift', { shiftId: id, reason: '台风' });
    expect(await callOff()).toMatchObject({ value: { shift: { shift: { state: 'called-off' }, places: [] } } });
    expect(head.tripsOfLast()).toBeLessThanOrEqual(120);
    expect(cloud.store('notices').find({ kind: 'shift-called-off' })).toHaveLength(25);
    expect(phones.flatMap((phone) => world.diary(phone))).toEqual([]);
    expect(await callOff()).toMatchObject({ refusal: 'called-off' });
    expect(await world.take(phones[0] ?? head, id)).toMatchObject({ refusal: 'called-off' });
    const early = world.plan('有人已到', { places: { [head.personId]: aPlace('早', { state: 'on-duty' }) } });
    expect(await head.ask('duty.callOffShift', { shiftId: early, reason: '台风' })).toMatchObject({ refusal: 'begun' });
    cloud.store('shifts').remove({ _id: early });
    const begun = world.plan('已开始');
    itIs(world.shift(begun).startsAt);
    expect(await head.ask('duty.callOffShift', { shiftId: begun, reason: '台风' })).toMatchObject({ refusal: 'begun' });
  });

  it('who calls a shift off while people take it leaves nobody on it', async () => {
    for (let round = 0; round < 5; round += 1) {
      cloud.store('shifts').remove({});
      cloud.store('volunteers').remove({});
      const id = world.plan('上午班');
      const phones = Array.from({ length: 4 }, (_, nth) => world.enlist(`v${nth}`));
      await Promise.all([
        head.ask('duty.callOffShift', { shiftId: id, reason: '台风' }),
        ...phones.map((phone) => world.take(phone, id)),
      ]);
      expect(world.shift(id)).toMatchObject({ state: 'called-off', places: {} });
      world.expectWhole();
    }
  });

  it('who gives the last place while somebody takes it hears that it is full, or they do', async () => {
    const phones = [world.enlist('甲'), world.enlist('乙')] as const;
    const id = world.plan('上午班', { needs: [{ role: 'door', count: 1, skill: null }] });
    const answers = await Promise.all([assign('甲', id), world.take(phones[1], id)]);
    expect(tally(answers)).toEqual({ yes: 1, full: 1 });
  });

  it('who takes somebody off while they give the place back: it is free once', async () => {
    for (let round = 0; round < 5; round += 1) {
      cloud.store('shifts').remove({});
      cloud.store('volunteers').remove({});
      const phone = world.enlist('甲');
      const id = world.plan('上午班');
      await world.take(phone, id);
      const answers = await Promise.all([
        phone.ask('duty.release', { shiftId: id }),
        head.ask('duty.unassign', { shiftId: id, number: numberOf('甲'), reason: '调整' }),
      ]);
      expect(tally(answers)).toEqual({ yes: 1, 'no-place': 1 });
      world.expectWhole();
    }
  });
});
