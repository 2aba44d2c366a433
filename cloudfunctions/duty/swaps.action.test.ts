import type { ShiftId, WishId } from '../../types/ids';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { dutyNow, numberOf } from '../testing/duty';
import type { DutyWorld } from '../testing/duty-world';
import { dutyWorld, keyOf, shanghai, tally } from '../testing/duty-world';
import { lapseSwaps } from './lapse-swaps';
import type { SwapRecord } from './swap-records';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('an exchange of shifts', () => {
  let cloud: TestCloud;
  let world: DutyWorld;
  let asked = 0;

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
  /** 甲 has Wednesday's shift, 乙 Thursday's. */
  const two = async (more = {}): Promise<{ one: Phone; other: Phone; given: ShiftId; wanted: ShiftId }> => {
    const [one, other] = [world.enlist('甲'), world.enlist('乙')];
    const given = world.plan('周三', { ...onePlace, ...more });
    const wanted = world.plan('周四', {
      ...onePlace,
      startsAt: shanghai('2026-11-26T09:00:00'),
      endsAt: shanghai('2026-11-26T12:00:00'),
    });
    await world.take(one, given);
    await world.take(other, wanted);
    return { one, other, given, wanted };
  };
  const ask = (phone: Phone, shiftId: ShiftId, to: string, wanted: ShiftId | null, key = `ask-${(asked += 1)}`) =>
    phone.ask('duty.askSwap', { shiftId, to: numberOf(to), wanted, requestKey: keyOf(key) });
  const mustAsk = async (phone: Phone, shiftId: ShiftId, to: string, wanted: ShiftId | null): Promise<WishId> => {
    const answer = await ask(phone, shiftId, to, wanted);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value.swapId;
  };
  const answer = (phone: Phone, swapId: WishId, word: 'agree' | 'decline' | 'withdraw' | 'undo') =>
    phone.ask('duty.answerSwap', { swapId, answer: word });
  const swap = (id: WishId): SwapRecord => cloud.store('shift-swaps').get(id) as unknown as SwapRecord;

  it('is offered to colleagues who could come, asked for, agreed to, and both places change hands', async () => {
    const { one, other, given, wanted } = await two();
    world.enlist('晚', { birthYear: 2012 });
    const { partners } = await one.must('duty.listSwapPartners', { shiftId: given });
    expect(partners).toMatchObject([{ calledName: '乙', mayReplace: true, shifts: [{ shiftId: wanted }] }]);
    expect(one.tripsOfLast()).toBe(4);
    const swapId = await mustAsk(one, given, '乙', wanted);
    expect(one.tripsOfLast()).toBeLessThanOrEqual(7);
    expect(world.noticesOf(other)).toEqual(['swap-asked']);
    expect(await other.must('duty.showVolunteer', {})).toMatchObject({ swapsAsked: 1 });
    expect((await other.must('duty.listOwnShifts', {})).swaps).toMatchObject([
      { swapId, state: 'asked', isOwn: false },
    ]);
    expect(await answer(other, swapId, 'agree')).toEqual({ ok: true, value: { state: 'done' } });
    expect(other.tripsOfLast()).toBeLessThanOrEqual(20);
    expect([world.holders(given), world.holders(wanted)]).toEqual([['乙'], ['甲']]);
    expect(world.noticesOf(one)).toEqual(['swap-answered']);
    expect(await answer(other, swapId, 'agree')).toMatchObject({ ok: true });
    expect(swap(swapId).lapsesAt).toBeGreaterThan(dutyNow + 365 * 24 * HOUR_MS);
  });

  it('for nothing is a replacement: the one goes, the other comes', async () => {
    const { one, given } = await two();
    const third = world.enlist('丙');
    const swapId = await mustAsk(one, given, '丙', null);
    await answer(third, swapId, 'agree');
    expect(world.holders(given)).toEqual(['丙']);
    expect([world.diary(one), world.diary(third)]).toEqual([[], [given]]);
  });

  it('is undone by either within half an hour, and not a moment later', async () => {
    const { one, other, given, wanted } = await two();
    const swapId = await mustAsk(one, given, '乙', wanted);
    await answer(other, swapId, 'agree');
    itIs(dutyNow + 30 * MINUTE_MS - 1);
    expect((await one.must('duty.listOwnShifts', {})).swaps).toMatchObject([{ undoUntil: dutyNow + 30 * MINUTE_MS }]);
    expect(await answer(one, swapId, 'undo')).toMatchObject({ value: { state: 'undone' } });
    expect([world.holders(given), world.holders(wanted)]).toEqual([['甲'], ['乙']]);
    expect(await answer(other, swapId, 'undo')).toMatchObject({ value: { state: 'undone' } });
    const again = await mustAsk(one, given, '乙', wanted);
    await answer(other, again, 'agree');
    itIs(Date.now() + 30 * MINUTE_MS);
    expect(await answer(one, again, 'undo')).toMatchObject({ refusal: 'too-late' });
    expect(world.holders(given)).toEqual(['乙']);
  });

  it('is undone only by the last two while it was passed on, and into nobody’s hands who has left', async () => {
    const { one, given } = await two();
    const [third, fourth] = [world.enlist('丙'), world.enlist('丁')];
    expect(await ask(one, given, '甲', null)).toMatchObject({ refusal: 'partner-not-found' });
    const first = await mustAsk(one, given, '丙', null);
    await answer(third, first, 'agree');
    const second = await mustAsk(third, given, '丁', null);
    await answer(fourth, second, 'agree');
    for (const who of [one, third])
      expect(await answer(who, first, 'undo')).toMatchObject({ refusal: 'places-changed' });
    expect(await answer(one, second, 'undo')).toMatchObject({ refusal: 'swap-not-found' });
    expect(await answer(fourth, second, 'undo')).toMatchObject({ value: { state: 'undone' } });
    await one.must('duty.leaveVolunteering', {});
    expect(await answer(third, first, 'undo')).toMatchObject({ refusal: 'places-changed' });
    expect([world.holders(given), world.diary(one)]).toEqual([['丙'], []]);
  });

  it('waits for the head where the roster says so; the head’s word moves both, or neither', async () => {
    const { one, other, given, wanted } = await two({ swapNeedsHead: true });
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('elsewhere', 'station-head', 'weifang');
    const [head, elsewhere] = [cloud.as('head'), cloud.as('elsewhere')];
    const swapId = await mustAsk(one, given, '乙', wanted);
    expect(await head.ask('duty.decideSwap', { swapId, agree: true })).toMatchObject({ refusal: 'swap-not-found' });
    expect(await answer(other, swapId, 'agree')).toMatchObject({ value: { state: 'agreed' } });
    expect(await answer(other, swapId, 'agree')).toMatchObject({ value: { state: 'agreed' } });
    expect(world.noticesOf(head)).toEqual(['swap-waits-for-head']);
    expect(await elsewhere.ask('duty.decideSwap', { swapId, agree: true })).toMatchObject({
      refusal: 'outside-your-unions',
    });
    expect(await head.must('duty.decideSwap', { swapId, agree: true })).toMatchObject({ swap: { state: 'done' } });
    expect(head.tripsOfLast()).toBeLessThanOrEqual(22);
    expect([world.holders(given), world.holders(wanted)]).toEqual([['乙'], ['甲']]);
    expect(world.noticesOf(one)).toEqual(['swap-answered']);
    const back = await mustAsk(other, given, '甲', wanted);
    await answer(one, back, 'agree');
    expect(await head.must('duty.decideSwap', { swapId: back, agree: false })).toMatchObject({
      swap: { state: 'refused' },
    });
    expect(await head.ask('duty.decideSwap', { swapId: back, agree: true })).toMatchObject({
      refusal: 'answered-already',
    });
    expect(world.holders(given)).toEqual(['乙']);
  });

  it('is one between two people for a shift, also when it is asked twice at once', async () => {
    const { one, given, wanted } = await two();
    const twice = [ask(one, given, '乙', wanted, 'one tap'), ask(one, given, '乙', wanted, 'one tap')];
    expect(tally(await Promise.all(twice))).toEqual({ yes: 2 });
    expect(cloud.store('shift-swaps').find({})).toHaveLength(1);
    expect(await ask(one, given, '乙', null)).toMatchObject({ refusal: 'asked-already' });
    const third = world.enlist('丙');
    const both = [ask(one, given, '丙', null), ask(one, given, '丙', null)];
    expect(tally(await Promise.all(both))).toEqual({ yes: 1, 'asked-already': 1 });
    expect(world.noticesOf(third)).toEqual(['swap-asked']);
  });

  it('says whose rules stand against it', async () => {
    const { one, given, wanted } = await two();
    const third = world.enlist('丙');
    const beside = world.plan('同时', { ...onePlace, startsAt: shanghai('2026-11-25T10:00:00') });
    await world.take(third, beside);
    expect(await ask(one, given, '丙', null)).toMatchObject({ refusal: 'partner-cannot' });
    expect(await ask(one, given, '丙', wanted)).toMatchObject({ refusal: 'partner-cannot' });
    const night = world.plan('夜班', {
      ...onePlace,
      startsAt: shanghai('2026-11-27T22:00:00'),
      endsAt: shanghai('2026-11-28T01:00:00'),
    });
    await world.take(third, night);
    const old = world.enlist('老', { birthYear: 1950 });
    const short = world.plan('短班', {
      ...onePlace,
      startsAt: shanghai('2026-11-28T14:00:00'),
      endsAt: shanghai('2026-11-28T16:00:00'),
    });
    await world.take(old, short);
    expect(await ask(old, short, '丙', night)).toMatchObject({ refusal: 'you-cannot' });
    expect(await ask(one, given, '甲', null)).toMatchObject({ refusal: 'partner-not-found' });
    expect(await ask(third, given, '乙', null)).toMatchObject({ refusal: 'no-place' });
  });

  it('comes to nothing two hours before the earlier shift, and the asker is told', async () => {
    const { one, other, given, wanted } = await two();
    const swapId = await mustAsk(one, given, '乙', wanted);
    const lapses = world.shift(given).startsAt - 2 * HOUR_MS;
    itIs(lapses);
    expect(await answer(other, swapId, 'agree')).toMatchObject({ refusal: 'lapsed' });
    expect(await ask(one, given, '乙', wanted)).toMatchObject({ refusal: 'too-late' });
    const allowance = { trips: 50 };
    expect(await cloud.inside(() => lapseSwaps(lapses as never, allowance))).toBe(1);
    expect(await cloud.inside(() => lapseSwaps(lapses as never, allowance))).toBe(0);
    expect(swap(swapId).state).toBe('lapsed');
    expect(world.noticesOf(one)).toEqual(['swap-answered']);
    expect(await answer(other, swapId, 'agree')).toMatchObject({ refusal: 'lapsed' });
  });

  it('is somebody’s own to answer: the asker withdraws, the other declines, nobody else has a word', async () => {
    const { one, other, given, wanted } = await two();
    const swapId = await mustAsk(one, given, '乙', wanted);
    expect(await answer(one, swapId, 'agree')).toMatchObject({ refusal: 'not-yours' });
    expect(await answer(other, swapId, 'withdraw')).toMatchObject({ refusal: 'not-yours' });
    expect(await answer(world.enlist('丙'), swapId, 'agree')).toMatchObject({ refusal: 'swap-not-found' });
    expect(await answer(other, swapId, 'decline')).toMatchObject({ value: { state: 'declined' } });
    expect(await answer(one, swapId, 'withdraw')).toMatchObject({ refusal: 'answered-already' });
    expect(await answer(other, swapId, 'undo')).toMatchObject({ refusal: 'answered-already' });
  });

  it('is never half done when one gives their place back while the other agrees', async () => {
    for (let round = 0; round < 8; round += 1) {
      cloud.reset();
      const { one, other, given, wanted } = await two();
      const swapId = await mustAsk(one, given, '乙', wanted);
      const [released, agreed] = await Promise.all([
        one.ask('duty.release', { shiftId: given }),
        answer(other, swapId, 'agree'),
      ]);
      world.expectWhole();
      // Whoever was second finds the place gone.
      expect([released.ok, agreed.ok].filter(Boolean)).toHaveLength(1);
      expect(released.ok ? agreed : released).toMatchObject({ refusal: released.ok ? 'places-changed' : 'no-place' });
    }
  });

  it('is done once though it is agreed to twice at once, and either done or withdrawn', async () => {
    const { one, other, given, wanted } = await two();
    const first = await mustAsk(one, given, '乙', wanted);
    expect(tally(await Promise.all([answer(other, first, 'agree'), answer(other, first, 'agree')]))).toEqual({
      yes: 2,
    });
    expect(world.shift(given).log.filter(({ act }) => act === 'swapped')).toHaveLength(2);
    for (let round = 0; round < 8; round += 1) {
      cloud.reset();
      const again = await two();
      const swapId = await mustAsk(again.one, again.given, '乙', again.wanted);
      const answers = await Promise.all([answer(again.other, swapId, 'agree'), answer(again.one, swapId, 'withdraw')]);
      expect(tally(answers)).toEqual({ yes: 1, 'answered-already': 1 });
      expect(world.holders(again.given)).toEqual(swap(swapId).state === 'done' ? ['乙'] : ['甲']);
    }
  });

  it('of one shift with two people is done with whoever agrees first', async () => {
    const { one, other, given } = await two();
    const third = world.enlist('丙');
    const [a, b] = [await mustAsk(one, given, '乙', null), await mustAsk(one, given, '丙', null)];
    expect(tally(await Promise.all([answer(other, a, 'agree'), answer(third, b, 'agree')]))).toEqual({
      yes: 1,
      'places-changed': 1,
    });
  });
});
