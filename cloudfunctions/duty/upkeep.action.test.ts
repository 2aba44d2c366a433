import { createHash } from 'node:crypto';
import type { InputFor } from '../../types/contracts';
import type { RequestKey } from '../../types/evidence';
import { StationId, WishId } from '../../types/ids';
import { agree } from '../../types/result';
import { EpochMs, NEVER, ShanghaiDay } from '../../types/time';
import { joinWith } from '../testing/applicant';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aShift, aVolunteer, dutyNow, numberOf } from '../testing/duty';
import { aStation } from '../testing/stations';
import { aSteward, anUpkeep, beicaiGround, wishIdOfTest } from '../testing/upkeep';
import { playWeChat } from '../testing/wechat';
import { sealedPhoto } from './incident-photo';
import { stationTag } from './shift-index';
import { sweepUpkeep } from './sweep-upkeep';
import { withCounts, withIncident } from './upkeep';
import { actOnUpkeep } from './upkeep-keeping';
import type { StewardRecord, UpkeepRecord } from './upkeep-records';
import type { VolunteerRecord } from './volunteer-records';

const id = StationId.parse('beicai-1');
const other = StationId.parse('beicai-2');
const MINUTE_MS = 60_000;
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const keyOf = (text: string): RequestKey => createHash('sha256').update(text).digest('base64url').slice(0, 22) as never;
const oneBottle = [{ code: 'water', quantity: 1, expiresOn: null }];

describe('what is to be done at a station', () => {
  let cloud: TestCloud;
  let head: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    cloud.store('stations').insertMany([
      aStation(id, {
        facilities: [
          { code: 'microwave', count: 1, state: 'broken', checkedAt: EpochMs.parse(dutyNow - 60 * MINUTE_MS) },
          { code: 'fridge', count: 1, state: 'ok', checkedAt: null },
        ],
      }),
      aStation(other),
    ]);
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('stranger', 'station-head', 'weifang');
    head = cloud.as('head');
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
  const steward = (name: string, station: string): Phone => {
    const phone = cloud.as(name);
    cloud.store('stewards').insert(aSteward(name, phone.personId, station));
    return phone;
  };
  const put = (upkeep: UpkeepRecord): void => {
    cloud.store('upkeep').remove({ _id: upkeep._id });
    cloud.store('upkeep').insert(upkeep);
  };
  const kept = (station: string = id) => cloud.store('upkeep').get(station) as unknown as UpkeepRecord;
  const water = () => kept().items['water']?.quantity;
  const closing = (key: string, more: Partial<InputFor<'duty.closeTask'>> = {}): InputFor<'duty.closeTask'> => ({
    stationId: id,
    key,
    quantity: null,
    expiresOn: null,
    note: '',
    requestKey: keyOf(key),
    ...more,
  });
  const tally = (answers: readonly unknown[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const answer of answers as { ok: boolean; refusal?: string }[]) {
      const word = answer.ok ? 'yes' : (answer.refusal ?? 'fault');
      counts[word] = (counts[word] ?? 0) + 1;
    }
    return counts;
  };
  const toldTo = (phone: Phone, kind: string) =>
    cloud.store('notices').find({ personId: phone.personId, kind }) as unknown as { _id: string }[];

  describe('tasks', () => {
    it('are seen by volunteers, stewards and staff of the station, in five round trips', async () => {
      put(anUpkeep(id, oneBottle));
      for (const phone of [volunteer('zhang'), steward('rider', id), head]) {
        const { tasks, stationName } = await phone.must('duty.listTasks', { stationId: id });
        expect(tasks.map(({ key }) => key)).toEqual(['short:water', 'facility:microwave']);
        expect(stationName).toBe('beicai-1驿站');
        expect(phone.tripsOfLast()).toBe(5);
      }
    });

    it('are nobody else’s business', async () => {
      const notForYou = { ok: false, refusal: 'not-for-you' };
      const phones = [
        cloud.as('passer-by'),
        cloud.as('stranger'),
        steward('rider', other),
        volunteer('asks', { state: 'asked' }),
        volunteer('rests', { state: 'paused' }),
        volunteer('elsewhere', { tags: [stationTag('weifang-1')] }),
      ];
      for (const phone of phones) {
        expect(await phone.ask('duty.listTasks', { stationId: id })).toEqual(notForYou);
        expect(await phone.ask('duty.claimTask', { stationId: id, key: 'facility:microwave', claim: true })).toEqual(
          notForYou,
        );
        expect(await phone.ask('duty.closeTask', closing('facility:microwave'))).toEqual(notForYou);
      }
      expect(await head.ask('duty.listTasks', { stationId: StationId.parse('nowhere') })).toEqual({
        ok: false,
        refusal: 'station-not-found',
      });
    });

    it('are a neighbour’s, too, while they are on their shift there', async () => {
      const phone = cloud.as('neighbour');
      const startsAt = at('2026-11-23T09:00:00');
      const endsAt = at('2026-11-23T12:00:00');
      const shift = aShift('上午班', { startsAt, endsAt, places: { [phone.personId]: aPlace('neighbour') } });
      cloud.store('shifts').insert(shift);
      volunteer('neighbour', {
        tags: [stationTag('weifang-1')],
        diary: { [shift._id]: { startsAt, endsAt, isStandby: false } },
      });
      expect(await phone.ask('duty.listTasks', { stationId: id })).toMatchObject({ ok: true });
      expect(phone.tripsOfLast()).toBe(6);
      expect(await phone.ask('duty.listTasks', { stationId: other })).toEqual({ ok: false, refusal: 'not-for-you' });
      itIs(at('2026-11-23T12:30:00'));
      expect(await phone.ask('duty.listTasks', { stationId: id })).toEqual({ ok: false, refusal: 'not-for-you' });
    });

    it('are claimed by one, who may think better of it', async () => {
      const [zhang, wang] = [volunteer('zhang'), volunteer('wang')];
      const claim = { stationId: id, key: 'facility:microwave', claim: true };
      const { task } = await zhang.must('duty.claimTask', claim);
      expect(task.claimedBy).toEqual({ calledName: 'zhang', isSelf: true, at: dutyNow });
      expect(await wang.ask('duty.claimTask', claim)).toEqual({ ok: false, refusal: 'claimed-by-other' });
      await zhang.must('duty.claimTask', { ...claim, claim: false });
      expect((await wang.must('duty.claimTask', claim)).task.claimedBy).toMatchObject({ isSelf: true });
      expect(await wang.ask('duty.claimTask', { ...claim, key: 'short:constructor' })).toEqual({
        ok: false,
        refusal: 'task-gone',
      });
    });

    it('are done by one of twenty who say so at once; the others hear that it is done', async () => {
      put(anUpkeep(id, oneBottle));
      const phones = Array.from({ length: 20 }, (_, nth) => volunteer(`v${nth}`));
      const answers = await Promise.all(
        phones.map((phone, nth) =>
          phone.ask('duty.closeTask', closing('short:water', { quantity: 24, requestKey: keyOf(`close ${nth}`) })),
        ),
      );
      expect(tally(answers)).toEqual({ yes: 1, 'task-gone': 19 });
      expect(kept().done).toHaveLength(1);
      expect(water()).toBe(24);
    });

    it('tell the map of a thing that works again, whoever of twenty was first', async () => {
      const phones = Array.from({ length: 20 }, (_, nth) => volunteer(`v${nth}`));
      const answers = await Promise.all(
        phones.map((phone, nth) =>
          phone.ask('duty.closeTask', closing('facility:microwave', { requestKey: keyOf(`close ${nth}`) })),
        ),
      );
      expect(tally(answers)).toEqual({ yes: 1, 'task-gone': 19 });
      const [microwave] = (cloud.store('stations').get(id)?.['facilities'] ?? []) as { state: string }[];
      expect(microwave?.state).toBe('ok');
    });

    it('say the same to a retry, and to a double tap', async () => {
      put(anUpkeep(id, oneBottle));
      const zhang = volunteer('zhang');
      const wish = closing('short:water', { quantity: 24 });
      const [one, two] = await Promise.all([zhang.ask('duty.closeTask', wish), zhang.ask('duty.closeTask', wish)]);
      const three = await zhang.ask('duty.closeTask', wish);
      expect([one, two, three].map(({ ok }) => ok)).toEqual([true, true, true]);
      expect(three).toEqual(one);
      expect(kept().done).toHaveLength(1);
    });

    it('can be done anew, soon after a call died before the station had heard', async () => {
      const done = { key: 'facility:microwave', about: 'microwave', calledName: '李', at: dutyNow, once: 'dead' };
      put(anUpkeep(id, [], { done: [done] }));
      const zhang = volunteer('zhang');
      const gone = { ok: false, refusal: 'task-gone' };
      expect(await zhang.ask('duty.closeTask', closing('facility:microwave'))).toEqual(gone);
      expect(zhang.tripsOfLast()).toBe(5);
      itIs(dutyNow + 2 * MINUTE_MS);
      expect((await zhang.must('duty.closeTask', closing('facility:microwave'))).tasks).toEqual([]);
      expect(zhang.tripsOfLast()).toBeLessThanOrEqual(26);
    });

    it('ask what is there now, and are not done while it is too little or too old', async () => {
      put(anUpkeep(id, [...oneBottle, { code: 'cooling-drops', quantity: 3, expiresOn: day('2026-11-22') }]));
      const zhang = volunteer('zhang');
      const refusalOf = async (wish: InputFor<'duty.closeTask'>) => {
        const answer = await zhang.ask('duty.closeTask', wish);
        return 'refusal' in answer ? answer.refusal : 'done';
      };
      expect(await refusalOf(closing('short:water'))).toBe('quantity-needed');
      expect(await refusalOf(closing('short:water', { quantity: 9 }))).toBe('still-short');
      expect(await refusalOf(closing('short:water', { quantity: 10, expiresOn: day('2026-11-22') }))).toBe(
        'still-expired',
      );
      expect(await refusalOf(closing('expired:cooling-drops', { quantity: 3 }))).toBe('still-expired');
      expect(await refusalOf(closing('expired:cooling-drops', { quantity: 3, expiresOn: day('2026-11-22') }))).toBe(
        'still-expired',
      );
      // The day that is printed is still good.
      expect(await refusalOf(closing('short:water', { quantity: 10, expiresOn: day('2026-11-23') }))).toBe('done');
      expect(await refusalOf(closing('expired:cooling-drops', { quantity: 0 }))).toBe('done');
      expect((await zhang.must('duty.listTasks', { stationId: id })).tasks.map(({ key }) => key)).toEqual([
        'short:cooling-drops',
        'facility:microwave',
      ]);
    });

    it('of an incident are for staff', async () => {
      const incident = {
        incidentId: wishIdOfTest('fall'),
        kind: 'damage',
        words: '玻璃裂了',
        hasPhoto: false,
        by: numberOf('zhang'),
        calledName: 'zhang',
        shiftId: aShift('上午班')._id,
      } as const;
      put(withIncident(anUpkeep(id, []), incident, dutyNow));
      const wish = closing(`incident:${incident.incidentId}`);
      expect(await volunteer('zhang').ask('duty.closeTask', wish)).toEqual({ ok: false, refusal: 'staff-only' });
      expect(await head.ask('duty.closeTask', wish)).toMatchObject({ ok: true });
      expect(kept().incidents[incident.incidentId]?.closedAt).toBe(dutyNow);
    });
  });

  describe('the shelf', () => {
    const item = (code: string, name: string, atLeast = 1) => ({ code, name, unit: '件', isMedicine: false, atLeast });

    it('is the usual one until staff say what belongs on it', async () => {
      const shelf = await head.must('duty.showShelf', { stationId: id });
      expect(shelf).toMatchObject({ revision: 0, deliveries: [] });
      expect(shelf.items.map(({ code }) => code)).toEqual(['water', 'cooling-drops', 'plasters', 'disinfectant']);
      await head.must('duty.saveShelf', { stationId: id, revision: 0, items: [item('own-recliner', '躺椅', 750)] });
      const saved = await head.must('duty.showShelf', { stationId: id });
      expect(saved).toMatchObject({ revision: 1, items: [{ code: 'own-recliner', atLeast: 750, quantity: 0 }] });
    });

    it('is saved by one of two who changed it at once', async () => {
      const save = (name: string) =>
        head.ask('duty.saveShelf', { stationId: id, revision: 0, items: [item(`own-${name}`, name)] });
      expect(tally(await Promise.all([save('tea'), save('rice')]))).toEqual({ yes: 1, 'changed-meanwhile': 1 });
    });

    it('saved once more, since its answer was lost, says the same', async () => {
      const items = [item('water', '水'), item('own-tea', '茶')];
      const save = (of = items) => head.ask('duty.saveShelf', { stationId: id, revision: 0, items: of });
      expect(await save()).toEqual({ ok: true, value: { revision: 1 } });
      expect(await save()).toEqual({ ok: true, value: { revision: 1 } });
      expect(await save(items.slice(0, 1))).toMatchObject({ refusal: 'changed-meanwhile' });
      expect(await save([item('water', '水', 2), item('own-tea', '茶')])).toMatchObject({
        refusal: 'changed-meanwhile',
      });
    });

    it.each(['0001-01-01', '1970-01-01', '9999-12-31'])('takes %s for a date on a package', async (expiresOn) => {
      const delivery = { code: 'water', quantity: 5, donor: null, requestKey: keyOf('x') };
      const kept = { stationId: id, ...delivery, expiresOn: ShanghaiDay.parse(expiresOn) };
      expect(await head.ask('duty.deliver', kept)).toEqual({ ok: true, value: { quantity: 5 } });
      const { tasks } = await head.must('duty.listTasks', { stationId: id });
      expect(tasks.filter(({ kind }) => kind === 'expired')).toHaveLength(expiresOn < '2026' ? 1 : 0);
    });

    it('takes no thing that is none', async () => {
      const save = (items: ReturnType<typeof item>[]) =>
        head.ask('duty.saveShelf', { stationId: id, revision: 0, items });
      const wrong = { ok: false, refusal: 'items-wrong' };
      expect(await save([item('constructor', '水')])).toEqual(wrong);
      expect(await save([item('water', '水'), item('water', '茶')])).toEqual(wrong);
      expect(await save([item('__proto__', '水')])).toMatchObject({ refusal: 'input-invalid' });
      const delivery = { stationId: id, quantity: 5, expiresOn: null, donor: null, requestKey: keyOf('x') };
      expect(await head.ask('duty.deliver', { ...delivery, code: 'constructor' })).toEqual({
        ok: false,
        refusal: 'item-unknown',
      });
    });

    it('is for those alone who answer for the station', async () => {
      const stranger = cloud.as('stranger');
      const outside = { ok: false, refusal: 'outside-your-unions' };
      expect(await stranger.ask('duty.showShelf', { stationId: id })).toEqual(outside);
      expect(await stranger.ask('duty.saveShelf', { stationId: id, revision: 0, items: [] })).toEqual(outside);
      expect(
        await stranger.ask('duty.deliver', {
          stationId: id,
          code: 'water',
          quantity: 5,
          expiresOn: null,
          donor: null,
          requestKey: keyOf('x'),
        }),
      ).toEqual(outside);
      expect(await volunteer('zhang').ask('duty.showShelf', { stationId: id })).toMatchObject({
        refusal: 'not-allowed',
      });
    });

    describe('after a delivery', () => {
      const deliver = (request: string, quantity = 24, who = head) =>
        who.ask('duty.deliver', {
          stationId: id,
          code: 'water',
          quantity,
          expiresOn: day('2027-05-31'),
          donor: '浦东新区总工会',
          requestKey: keyOf(request),
        });

      it('is fuller by it once, however often it is sent', async () => {
        put(anUpkeep(id, oneBottle));
        const answers = await Promise.all(Array.from({ length: 5 }, () => deliver('lorry')));
        answers.push(await deliver('lorry'));
        expect(answers).toEqual(answers.map(() => ({ ok: true, value: { quantity: 25 } })));
        const { deliveries, items } = await head.must('duty.showShelf', { stationId: id });
        expect(deliveries).toHaveLength(1);
        expect(deliveries[0]).toMatchObject({ name: '瓶装水', quantity: 24, donor: '浦东新区总工会', by: 'head' });
        expect(items[0]).toMatchObject({ quantity: 25, expiresOn: '2027-05-31' });
      });

      it('takes eight round trips where nobody is in the way', async () => {
        put(anUpkeep(id, oneBottle));
        await deliver('lorry');
        expect(head.tripsOfLast()).toBe(8);
      });

      it('has lost nothing when volunteers count it meanwhile', async () => {
        put(anUpkeep(id, oneBottle));
        const looked = EpochMs.parse(dutyNow - MINUTE_MS);
        const count = () =>
          cloud.inside(() =>
            actOnUpkeep(
              beicaiGround(id),
              (upkeep) => agree(withCounts(upkeep, [{ code: 'water', quantity: 7, expiresOn: null }], looked)),
              dutyNow,
            ),
          );
        const answers = await Promise.all([count(), deliver('one', 10), count(), deliver('two', 20), count()]);
        const busy = answers.filter((answer) => !answer.ok);
        expect(busy).toEqual([]);
        expect(water()).toBe(37);
      });

      it('is also right where the station had none', async () => {
        const answers = await Promise.all([deliver('one', 10), deliver('two', 20)]);
        expect(tally(answers)).toEqual({ yes: 2 });
        expect(water()).toBe(30);
      });
    });
  });

  describe('what is out of date', () => {
    const sweep = () => cloud.inside(() => sweepUpkeep(EpochMs.parse(Date.now()), { trips: 800 }));

    it('is told from midnight on, once, to the head and the stewards', async () => {
      const rider = steward('rider', id);
      steward('neighbour', other);
      put(anUpkeep(id, [{ code: 'cooling-drops', quantity: 3, expiresOn: day('2026-11-23') }]));
      itIs(at('2026-11-24T00:00:00') - 1);
      expect(await sweep()).toBe(0);
      itIs(at('2026-11-24T00:00:00'));
      expect(await sweep()).toBe(1);
      expect(await sweep()).toBe(0);
      expect(toldTo(head, 'supply-expired')).toHaveLength(1);
      expect(toldTo(rider, 'supply-expired')).toHaveLength(1);
      expect(toldTo(cloud.as('neighbour'), 'supply-expired')).toEqual([]);
      expect(toldTo(cloud.as('stranger'), 'supply-expired')).toEqual([]);
      expect(kept()).toMatchObject({ told: ['expired:cooling-drops'], dueAt: NEVER });
    });

    it('is told once by two timers at once, and by one that died before it was written', async () => {
      const old = { code: 'cooling-drops', quantity: 3, expiresOn: day('2026-11-23') };
      put(anUpkeep(id, [old]));
      itIs(at('2026-11-24T00:00:00'));
      await Promise.all([sweep(), sweep()]);
      put(anUpkeep(id, [old]));
      await sweep();
      expect(toldTo(head, 'supply-expired')).toHaveLength(1);
    });

    it('is told again when what came for it is out of date as well', async () => {
      const rider = steward('rider', id);
      put(anUpkeep(id, [{ code: 'cooling-drops', quantity: 3, expiresOn: day('2026-11-23') }]));
      itIs(at('2026-11-24T08:00:00'));
      await sweep();
      await rider.must(
        'duty.closeTask',
        closing('expired:cooling-drops', { quantity: 5, expiresOn: day('2026-12-31') }),
      );
      itIs(at('2027-01-01T08:00:00'));
      await sweep();
      expect(toldTo(rider, 'supply-expired')).toHaveLength(2);
    });
  });

  describe('stewards', () => {
    const offer = (phone: Phone, stationId: StationId = id, more: Partial<InputFor<'duty.offerSteward'>> = {}) =>
      phone.ask('duty.offerSteward', { stationId, calledName: '小李', offer: true, ...more });

    it('must be members', async () => {
      expect(await offer(cloud.as('rider'))).toEqual({ ok: false, refusal: 'not-a-member' });
    });

    it('offer, are accepted and told, do tasks that are counted, and stop at once', async () => {
      cloud.appoint('clerk', 'clerk', 'beicai');
      const rider = cloud.as('rider');
      await joinWith(rider, cloud.as('clerk'));
      const offered = await offer(rider);
      expect(offered).toMatchObject({ ok: true, value: { steward: { state: 'asked', closed: 0 } } });
      expect(await rider.ask('duty.listTasks', { stationId: id })).toMatchObject({ refusal: 'not-for-you' });
      const [record] = cloud.store('stewards').find({}) as unknown as StewardRecord[];
      const stewardId = WishId.parse(record?._id);
      expect(await cloud.as('stranger').ask('duty.answerSteward', { stewardId, accept: true })).toMatchObject({
        refusal: 'outside-your-unions',
      });
      await head.must('duty.answerSteward', { stewardId, accept: true });
      await head.must('duty.answerSteward', { stewardId, accept: true });
      expect(toldTo(rider, 'steward-answered')).toHaveLength(1);
      expect(await rider.must('duty.listStewardships', {})).toMatchObject({ stewardships: [{ tasks: 1 }] });
      const wish = closing('facility:microwave');
      await rider.must('duty.closeTask', wish);
      await rider.must('duty.closeTask', wish);
      expect(await rider.must('duty.listStewardships', {})).toMatchObject({
        stewardships: [{ tasks: 0, closed: 1, state: 'accepted' }],
      });
      await offer(rider, id, { offer: false });
      expect(await rider.ask('duty.listTasks', { stationId: id })).toMatchObject({ refusal: 'not-for-you' });
      expect(await rider.must('duty.listStewardships', {})).toEqual({ stewardships: [] });
    });

    it('wait for the head once more when they would be called what others may not like to read', async () => {
      const weChat = playWeChat();
      cloud.appoint('clerk', 'clerk', 'beicai');
      const rider = cloud.as('rider');
      await joinWith(rider, cloud.as('clerk'));
      expect(await offer(rider, id, { calledName: '赌博王' })).toEqual({
        ok: false,
        refusal: 'words-refused',
        fields: [{ path: 'calledName', problem: 'characters' }],
      });
      await offer(rider);
      const [record] = cloud.store('stewards').find({}) as unknown as StewardRecord[];
      await head.must('duty.answerSteward', { stewardId: WishId.parse(record?._id), accept: true });
      expect(await offer(rider, id, { calledName: '李师傅' })).toMatchObject({
        value: { steward: { state: 'accepted' } },
      });
      expect(await offer(rider, id, { calledName: '投资王' })).toMatchObject({
        value: { steward: { state: 'asked' } },
      });
      expect(await rider.ask('duty.listTasks', { stationId: id })).toMatchObject({ refusal: 'not-for-you' });
      // To stop needs no name that anybody likes.
      expect(await offer(rider, id, { calledName: '赌博王', offer: false })).toMatchObject({ ok: true });
      weChat.restore();
    });

    it('look after three stations at most, those asked for included', async () => {
      cloud.appoint('clerk', 'clerk', 'beicai');
      cloud.store('stations').insertMany([aStation('beicai-3'), aStation('beicai-4')]);
      const rider = cloud.as('rider');
      await joinWith(rider, cloud.as('clerk'));
      for (const station of ['beicai-1', 'beicai-2', 'beicai-3'])
        expect(await offer(rider, StationId.parse(station))).toMatchObject({ ok: true });
      const fourth = StationId.parse('beicai-4');
      expect(await offer(rider, fourth)).toEqual({ ok: false, refusal: 'too-many' });
      // The same station again is no fourth.
      expect(await offer(rider)).toMatchObject({ ok: true });
      await offer(rider, id, { offer: false });
      expect(await offer(rider, fourth)).toMatchObject({ ok: true });
    });

    it('are let go by the head, and an offer is answered by one of two', async () => {
      const record: StewardRecord = { ...aSteward('rider', cloud.as('rider').personId, id), state: 'asked' };
      cloud.store('stewards').insert(record);
      const answer = (accept: boolean) => head.ask('duty.answerSteward', { stewardId: record._id, accept });
      expect(tally(await Promise.all([answer(true), answer(true)]))).toEqual({ yes: 2 });
      expect(toldTo(cloud.as('rider'), 'steward-answered')).toHaveLength(1);
      expect(await answer(false)).toMatchObject({ ok: true, value: { steward: { state: 'ended' } } });
      expect(await answer(true)).toEqual({ ok: false, refusal: 'answered-already' });
    });
  });

  describe('an incident', () => {
    const incidentId = wishIdOfTest('glass');
    const photo = Buffer.from('a picture').toString('base64') as never;
    beforeEach(async () => {
      volunteer('zhang', { name: '张桂芳' });
      const incident = {
        incidentId,
        kind: 'damage',
        words: '玻璃裂了',
        hasPhoto: true,
        by: numberOf('zhang'),
        calledName: '张阿姨',
        shiftId: aShift('上午班')._id,
      } as const;
      put(withIncident(anUpkeep(id, []), incident, dutyNow));
      await cloud.inside(() =>
        Promise.resolve(cloud.store('incident-photos').insert(sealedPhoto(incidentId, photo, dutyNow))),
      );
    });

    it('is read by the head with its picture, and the look is in the ledger', async () => {
      expect(await head.must('duty.showIncident', { stationId: id, incidentId })).toEqual({
        kind: 'damage',
        words: '玻璃裂了',
        photo,
        at: dutyNow,
        by: '张桂芳',
      });
      const looks = cloud.store('ledger').find({ subjectId: cloud.as('zhang').personId });
      expect(looks).toMatchObject([{ act: 'view', actorId: head.personId, purpose: 'incident' }]);
    });

    it('loses its picture after thirty days, and is still read without it', async () => {
      const thirtyDays = EpochMs.parse(dutyNow + 30 * 86_400_000);
      const sweepAt = (now: number) => cloud.inside(() => sweepUpkeep(EpochMs.parse(now), { trips: 800 }));
      await sweepAt(thirtyDays - 1);
      expect(cloud.store('incident-photos').find({})).toHaveLength(1);
      await sweepAt(thirtyDays);
      expect(cloud.store('incident-photos').find({})).toEqual([]);
      expect(await head.must('duty.showIncident', { stationId: id, incidentId })).toMatchObject({ photo: null });
    });

    it('is nobody else’s to read, and its picture is stored under seal', async () => {
      expect(await cloud.as('stranger').ask('duty.showIncident', { stationId: id, incidentId })).toEqual({
        ok: false,
        refusal: 'outside-your-unions',
      });
      expect(await head.ask('duty.showIncident', { stationId: other, incidentId })).toEqual({
        ok: false,
        refusal: 'incident-not-found',
      });
      expect(cloud.store('ledger').find({ purpose: 'incident' })).toEqual([]);
      expect(cloud.everythingWritten()).not.toContain(photo);
    });
  });
});
