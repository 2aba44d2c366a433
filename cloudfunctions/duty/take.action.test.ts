import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aVolunteer, dutyNow } from '../testing/duty';
import type { DutyWorld } from '../testing/duty-world';
import { dutyWorld, keyOf, shanghai, tally } from '../testing/duty-world';

const HOUR_MS = 3_600_000;

describe('places at a shift', () => {
  let cloud: TestCloud;
  let world: DutyWorld;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    world = dutyWorld(cloud);
  });
  afterEach(() => world.expectWhole());
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const onePlace = { needs: [{ role: 'door' as const, count: 1, skill: null }] };

  it('are taken by one of fifty who want the last at once; the others hear that it is full', async () => {
    const id = world.plan('上午班', onePlace);
    const phones = Array.from({ length: 50 }, (_, nth) => world.enlist(`v${nth}`));
    const answers = await Promise.all(phones.map((phone) => world.take(phone, id)));
    expect(tally(answers)).toEqual({ yes: 1, full: 49 });
    expect(Object.keys(world.shift(id).places)).toHaveLength(1);
    expect(phones.filter((phone) => world.diary(phone).length > 0)).toHaveLength(1);
    const usual = world.enlist('alone');
    const other = world.plan('下午班');
    await world.take(usual, other);
    expect(usual.tripsOfLast()).toBe(8);
  });

  it('are taken once by a request that is sent twice, also at once', async () => {
    const id = world.plan('上午班');
    const phone = world.enlist('周阿姨');
    const key = keyOf('once');
    const answers = await Promise.all([world.take(phone, id, key), world.take(phone, id, key)]);
    expect(tally(answers)).toEqual({ yes: 2 });
    expect(await world.take(phone, id, key)).toMatchObject({ value: { own: { state: 'held', role: 'door' } } });
    expect(await world.take(phone, id)).toMatchObject({ refusal: 'mine-already' });
    expect(world.shift(id).log.map(({ act }) => act)).toEqual(['taken']);
  });

  it('never overlap, though one person takes two on two phones at once', async () => {
    const one = world.plan('上午班');
    const other = world.plan('义诊', {
      startsAt: shanghai('2026-11-25T11:30:00'),
      endsAt: shanghai('2026-11-25T13:00:00'),
    });
    const phone = world.enlist('周阿姨');
    expect(tally(await Promise.all([world.take(phone, one), world.take(phone, other)]))).toEqual({
      yes: 1,
      overlaps: 1,
    });
    expect(world.diary(phone)).toHaveLength(1);
  });

  it('are given back until the deadline, and taken again while they are free', async () => {
    const id = world.plan('上午班');
    const phone = world.enlist('周阿姨');
    await world.take(phone, id);
    expect(await phone.must('duty.release', { shiftId: id })).toMatchObject({ shift: { needs: [{ free: 2 }] } });
    expect(phone.tripsOfLast()).toBe(8);
    expect(await phone.ask('duty.release', { shiftId: id })).toMatchObject({ ok: true });
    expect(world.diary(phone)).toEqual([]);
    await world.take(phone, id);
    const deadline = world.shift(id).startsAt - 12 * HOUR_MS;
    itIs(deadline - 1);
    expect((await phone.must('duty.listOwnShifts', {})).upcoming).toMatchObject([
      { mayRelease: true, releaseUntil: deadline },
    ]);
    itIs(deadline);
    expect(await phone.ask('duty.release', { shiftId: id })).toMatchObject({ refusal: 'too-late' });
    expect((await phone.must('duty.listOwnShifts', {})).upcoming).toMatchObject([{ mayRelease: false }]);
  });

  it('are refused to whoever is no volunteer, waits for the head, or lives elsewhere', async () => {
    const id = world.plan('上午班');
    expect(await world.take(cloud.as('stranger'), id)).toMatchObject({ refusal: 'not-a-volunteer' });
    expect(await world.take(world.enlist('new', { state: 'asked' }), id)).toMatchObject({ refusal: 'not-accepted' });
    expect(await world.take(world.enlist('far', { tags: ['union:weifang'] }), id)).toMatchObject({
      refusal: 'not-for-you',
    });
    expect(
      await world.enlist('any').ask('duty.take', { shiftId: id, role: 'sitting', requestKey: keyOf('x') }),
    ).toMatchObject({ refusal: 'role-unknown' });
  });

  it('may be stood by for, so many as the roster says; whoever stands by may take a place that comes free', async () => {
    const id = world.plan('上午班', onePlace);
    const [holder, first, second] = [world.enlist('a'), world.enlist('b'), world.enlist('c')];
    await world.take(holder, id);
    expect(await holder.ask('duty.standBy', { shiftId: id, ready: true })).toMatchObject({ refusal: 'mine-already' });
    expect(
      tally(await Promise.all([first, second].map((phone) => phone.ask('duty.standBy', { shiftId: id, ready: true })))),
    ).toEqual({ yes: 1, 'standby-full': 1 });
    const [standing, other] = Object.hasOwn(world.shift(id).standby, first.personId)
      ? [first, second]
      : [second, first];
    expect(await standing.must('duty.standBy', { shiftId: id, ready: true })).toMatchObject({
      own: { isStandby: true },
    });
    await holder.must('duty.release', { shiftId: id });
    await world.take(standing, id);
    expect(world.shift(id).standby).toEqual({});
    expect(await other.must('duty.standBy', { shiftId: id, ready: true })).toMatchObject({ own: { isCalled: false } });
    expect(await other.must('duty.standBy', { shiftId: id, ready: false })).toEqual({ own: null });
    expect(world.diary(other)).toEqual([]);
  });

  it('pass from whoever is late to whoever stood by and was called, who is told', async () => {
    const [late, ready] = [world.enlist('迟'), world.enlist('候补')];
    const id = world.plan('上午班', { ...onePlace, places: { [late.personId]: aPlace('迟') } });
    cloud.store('volunteers').remove({ _id: late.personId });
    cloud.store('volunteers').insert(
      aVolunteer('迟', late.personId, {
        diary: { [id]: { startsAt: world.shift(id).startsAt, endsAt: world.shift(id).endsAt, isStandby: false } },
      }),
    );
    const stepIn = () => ready.ask('duty.stepIn', { shiftId: id });
    expect(await stepIn()).toMatchObject({ refusal: 'not-standing-by' });
    await ready.must('duty.standBy', { shiftId: id, ready: true });
    expect(await stepIn()).toMatchObject({ refusal: 'not-called' });
    const { startsAt, standby } = world.shift(id);
    const standing = standby[ready.personId];
    if (standing === undefined) throw new Error('Nobody stands by.');
    world.change(id, { standby: { [ready.personId]: { ...standing, calledAt: startsAt } } });
    itIs(startsAt + 10 * 60_000 - 1);
    expect(await stepIn()).toMatchObject({ refusal: 'nobody-missing' });
    itIs(startsAt + 10 * 60_000);
    expect(await stepIn()).toMatchObject({ value: { own: { state: 'held', isStandby: false } } });
    expect(ready.tripsOfLast()).toBeLessThanOrEqual(13);
    expect(await stepIn()).toMatchObject({ ok: true });
    expect([world.diary(late), world.diary(ready)]).toEqual([[], [id]]);
    expect(world.shift(id).log.map(({ act }) => act)).toEqual(['replaced', 'stepped-in']);
    expect(cloud.store('notices').find({})).toMatchObject([{ personId: late.personId, kind: 'shift-unassigned' }]);
  });

  it('name colleagues by what they are called, never by who they are', async () => {
    const id = world.plan('上午班');
    const [one, other] = [world.enlist('周阿姨'), world.enlist('李叔叔', { name: '李建国' })];
    await world.take(other, id);
    const shown = await one.must('duty.showShift', { shiftId: id });
    expect(shown.colleagues).toMatchObject([{ calledName: '李叔叔', isSelf: false }]);
    expect(JSON.stringify(shown)).not.toContain('李建国');
    expect(JSON.stringify(shown)).not.toContain(other.personId);
    expect(one.tripsOfLast()).toBeLessThanOrEqual(4);
  });
});
