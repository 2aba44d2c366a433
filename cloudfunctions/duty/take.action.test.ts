import { createHash } from 'node:crypto';
import type { RequestKey } from '../../types/evidence';
import type { ShiftId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aShift, aVolunteer, dutyNow } from '../testing/duty';
import type { Unindexed } from './shift-index';
import type { ShiftRecord } from './shift-records';
import type { VolunteerRecord } from './volunteer-records';

const HOUR_MS = 3_600_000;
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const keyOf = (text: string): RequestKey => createHash('sha256').update(text).digest('base64url').slice(0, 22) as never;

describe('places at a shift', () => {
  let cloud: TestCloud;
  let wishes = 0;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
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
  const take = (phone: Phone, shiftId: ShiftId, requestKey = keyOf(`take-${(wishes += 1)}`)) =>
    phone.ask('duty.take', { shiftId, role: 'door', requestKey });
  const shift = (id: ShiftId): ShiftRecord => cloud.store('shifts').get(id) as unknown as ShiftRecord;
  const diary = (phone: Phone): string[] =>
    Object.keys((cloud.store('volunteers').get(phone.personId) as unknown as VolunteerRecord).diary);
  const onePlace = { needs: [{ role: 'door' as const, count: 1, skill: null }] };
  const tally = (answers: readonly unknown[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const answer of answers as { ok: boolean; refusal?: string }[]) {
      const word = answer.ok ? 'yes' : (answer.refusal ?? 'fault');
      counts[word] = (counts[word] ?? 0) + 1;
    }
    return counts;
  };

  it('are taken by one of fifty who want the last at once; the others hear that it is full', async () => {
    const id = plan('上午班', onePlace);
    const phones = Array.from({ length: 50 }, (_, nth) => volunteer(`v${nth}`));
    const answers = await Promise.all(phones.map((phone) => take(phone, id)));
    expect(tally(answers)).toEqual({ yes: 1, full: 49 });
    expect(Object.keys(shift(id).places)).toHaveLength(1);
    expect(phones.filter((phone) => diary(phone).length > 0)).toHaveLength(1);
    const usual = volunteer('alone');
    const other = plan('下午班');
    await take(usual, other);
    expect(usual.tripsOfLast()).toBe(8);
  });

  it('are taken once by a request that is sent twice, also at once', async () => {
    const id = plan('上午班');
    const phone = volunteer('周阿姨');
    const key = keyOf('once');
    const answers = await Promise.all([take(phone, id, key), take(phone, id, key)]);
    expect(tally(answers)).toEqual({ yes: 2 });
    expect(await take(phone, id, key)).toMatchObject({ value: { own: { state: 'held', role: 'door' } } });
    expect(await take(phone, id)).toMatchObject({ refusal: 'mine-already' });
    expect(shift(id).log.map(({ act }) => act)).toEqual(['taken']);
  });

  it('never overlap, though one person takes two on two phones at once', async () => {
    const one = plan('上午班');
    const other = plan('义诊', { startsAt: at('2026-11-25T11:30:00'), endsAt: at('2026-11-25T13:00:00') });
    const phone = volunteer('周阿姨');
    expect(tally(await Promise.all([take(phone, one), take(phone, other)]))).toEqual({ yes: 1, overlaps: 1 });
    expect(diary(phone)).toHaveLength(1);
  });

  it('are given back until the deadline, and taken again while they are free', async () => {
    const id = plan('上午班');
    const phone = volunteer('周阿姨');
    await take(phone, id);
    expect(await phone.must('duty.release', { shiftId: id })).toMatchObject({ shift: { needs: [{ free: 2 }] } });
    expect(phone.tripsOfLast()).toBe(8);
    expect(await phone.ask('duty.release', { shiftId: id })).toMatchObject({ ok: true });
    expect(diary(phone)).toEqual([]);
    await take(phone, id);
    const deadline = shift(id).startsAt - 12 * HOUR_MS;
    itIs(deadline - 1);
    expect((await phone.must('duty.listOwnShifts', {})).upcoming).toMatchObject([
      { mayRelease: true, releaseUntil: deadline },
    ]);
    itIs(deadline);
    expect(await phone.ask('duty.release', { shiftId: id })).toMatchObject({ refusal: 'too-late' });
    expect((await phone.must('duty.listOwnShifts', {})).upcoming).toMatchObject([{ mayRelease: false }]);
  });

  it('are refused to whoever is no volunteer, waits for the head, or lives elsewhere', async () => {
    const id = plan('上午班');
    expect(await take(cloud.as('stranger'), id)).toMatchObject({ refusal: 'not-a-volunteer' });
    expect(await take(volunteer('new', { state: 'asked' }), id)).toMatchObject({ refusal: 'not-accepted' });
    expect(await take(volunteer('far', { tags: ['union:weifang'] }), id)).toMatchObject({ refusal: 'not-for-you' });
    expect(
      await volunteer('any').ask('duty.take', { shiftId: id, role: 'sitting', requestKey: keyOf('x') }),
    ).toMatchObject({ refusal: 'role-unknown' });
  });

  it('may be stood by for, so many as the roster says; whoever stands by may take a place that comes free', async () => {
    const id = plan('上午班', onePlace);
    const [holder, first, second] = [volunteer('a'), volunteer('b'), volunteer('c')];
    await take(holder, id);
    expect(await holder.ask('duty.standBy', { shiftId: id, ready: true })).toMatchObject({ refusal: 'mine-already' });
    expect(
      tally(await Promise.all([first, second].map((phone) => phone.ask('duty.standBy', { shiftId: id, ready: true })))),
    ).toEqual({ yes: 1, 'standby-full': 1 });
    const [standing, other] = Object.hasOwn(shift(id).standby, first.personId) ? [first, second] : [second, first];
    expect(await standing.must('duty.standBy', { shiftId: id, ready: true })).toMatchObject({
      own: { isStandby: true },
    });
    await holder.must('duty.release', { shiftId: id });
    await take(standing, id);
    expect(shift(id).standby).toEqual({});
    expect(await other.must('duty.standBy', { shiftId: id, ready: true })).toMatchObject({ own: { isCalled: false } });
    expect(await other.must('duty.standBy', { shiftId: id, ready: false })).toEqual({ own: null });
    expect(diary(other)).toEqual([]);
  });

  it('pass from whoever is late to whoever stood by and was called, who is told', async () => {
    const [late, ready] = [volunteer('迟'), volunteer('候补')];
    const id = plan('上午班', { ...onePlace, places: { [late.personId]: aPlace('迟') } });
    cloud.store('volunteers').remove({ _id: late.personId });
    cloud.store('volunteers').insert(
      aVolunteer('迟', late.personId, {
        diary: { [id]: { startsAt: shift(id).startsAt, endsAt: shift(id).endsAt, isStandby: false } },
      }),
    );
    const stepIn = () => ready.ask('duty.stepIn', { shiftId: id });
    expect(await stepIn()).toMatchObject({ refusal: 'not-standing-by' });
    await ready.must('duty.standBy', { shiftId: id, ready: true });
    expect(await stepIn()).toMatchObject({ refusal: 'not-called' });
    const { startsAt, standby } = shift(id);
    const called = { ...shift(id), standby: { [ready.personId]: { ...standby[ready.personId], calledAt: startsAt } } };
    cloud.store('shifts').remove({ _id: id });
    cloud.store('shifts').insert(called);
    itIs(startsAt + 10 * 60_000 - 1);
    expect(await stepIn()).toMatchObject({ refusal: 'nobody-missing' });
    itIs(startsAt + 10 * 60_000);
    expect(await stepIn()).toMatchObject({ value: { own: { state: 'held', isStandby: false } } });
    expect(ready.tripsOfLast()).toBeLessThanOrEqual(13);
    expect(await stepIn()).toMatchObject({ ok: true });
    expect([diary(late), diary(ready)]).toEqual([[], [id]]);
    expect(shift(id).log.map(({ act }) => act)).toEqual(['replaced', 'stepped-in']);
    expect(cloud.store('notices').find({})).toMatchObject([{ personId: late.personId, kind: 'shift-unassigned' }]);
  });

  it('are listed with why they are not for somebody, in two round trips', async () => {
    plan('上午班');
    plan('大夜班', { startsAt: at('2026-11-24T22:00:00'), endsAt: at('2026-11-25T02:00:00') });
    plan('后天', { startsAt: at('2026-11-27T09:00:00'), endsAt: at('2026-11-27T12:00:00') });
    const elder = volunteer('周爷爷', { birthYear: 1950 });
    const { shifts, next } = await elder.must('duty.listOpenShifts', { days: 3, from: null });
    expect(elder.tripsOfLast()).toBe(2);
    expect(shifts).toMatchObject([
      { title: '大夜班', notMine: ['night-too-old'], distanceM: 0 },
      { title: '上午班', notMine: [], isCall: false },
    ]);
    expect(next).toBeNull();
    expect(await elder.must('duty.showVolunteer', {})).toMatchObject({ volunteer: { state: 'accepted' }, next: null });
  });

  it('name colleagues by what they are called, never by who they are', async () => {
    const id = plan('上午班');
    const [one, other] = [volunteer('周阿姨'), volunteer('李叔叔', { name: '李建国' })];
    await take(other, id);
    const shown = await one.must('duty.showShift', { shiftId: id });
    expect(shown.colleagues).toMatchObject([{ calledName: '李叔叔', isSelf: false }]);
    expect(JSON.stringify(shown)).not.toContain('李建国');
    expect(JSON.stringify(shown)).not.toContain(other.personId);
    expect(one.tripsOfLast()).toBeLessThanOrEqual(4);
  });
});
