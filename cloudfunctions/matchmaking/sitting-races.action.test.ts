import { UnionId } from '../../types/ids';
import type { SlotId } from '../../types/match-sitting';
import type { EpochMs } from '../../types/time';
import { NEVER, ShanghaiDay, startOfDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { tally } from '../testing/duty-world';
import { aPledge, aProfile, aStudio, matchNow } from '../testing/matchmaking';
import { aMember } from '../testing/members';
import { forgetSittings } from './forget-sittings';
import type { Booking, Sitting } from './sitting-records';
import { sittingIdOf } from './sitting-records';

const studioId = UnionId.parse('beicai');
const day = ShanghaiDay.parse('2026-11-27');
const at = (time: string): EpochMs => Date.parse(`2026-11-27T${time}:00+08:00`) as EpochMs;
const WEEK_MS = 7 * 86_400_000;

describe('many at once at a sitting', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(matchNow);
  });
  afterEach(() => expectWhole());
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const open = async (form: Parameters<typeof aStudio>[1] = {}): Promise<void> => {
    cloud.store('match-studios').insert(aStudio({}, form));
    await cloud.tick('matchmaking');
  };
  const members = (count: number): Phone[] =>
    Array.from({ length: count }, (_, nth) => {
      const phone = cloud.as(`职工${nth}`);
      cloud.store('members').insert(aMember(`职工${nth}`, phone.personId));
      return phone;
    });
  const one = (): Phone => {
    const [phone] = members(1);
    if (phone === undefined) throw new Error('Nobody was made.');
    return phone;
  };
  const matchmakers = (count: number): Phone[] =>
    Array.from({ length: count }, (_, nth) => {
      cloud.appoint(`红娘${nth}`, 'matchmaker', 'beicai');
      const phone = cloud.as(`红娘${nth}`);
      cloud.store('match-pledges').insert(aPledge(phone.personId));
      return phone;
    });
  const book = (phone: Phone, startsAt: EpochMs = at('13:30')) =>
    phone.ask('matchmaking.bookSitting', { studioId, startsAt });
  const sittings = (): Sitting[] => cloud.store('match-sittings').find({}) as unknown as Sitting[];
  const bookings = (): Booking[] => cloud.store('match-bookings').find({}) as unknown as Booking[];
  const taken = (sitting: Sitting) => Object.entries(sitting.slots).filter(([, { personId }]) => personId !== null);

  /** Every table that is taken is somebody's appointment and the other way round; a day knows everybody on it. */
  function expectWhole(): void {
    const fromDays = sittings().flatMap((sitting) =>
      taken(sitting)
        .filter(([, { endsAt }]) => endsAt > Date.now())
        .map(([slotId, { personId }]) => `${personId ?? ''} ${sitting.day} ${slotId}`),
    );
    const fromPeople = bookings()
      .filter(({ endsAt }) => endsAt > Date.now())
      .map((booking) => `${booking._id} ${booking.day} ${booking.slotId}`);
    expect(fromDays.sort()).toEqual(fromPeople.sort());
    for (const sitting of sittings())
      expect([...sitting.people].sort()).toEqual(
        [...new Set(taken(sitting).map(([, { personId }]) => personId))].sort(),
      );
  }

  /** Somebody who came on each of eight days of the last months. */
  const pastDays = ({ personId }: Phone): Sitting[] =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((nth) => {
      const past = ShanghaiDay.parse(`2026-10-0${nth}`);
      const [startsAt, endsAt] = [9, 10].map((hour) => (startOfDay(past) + hour * 3_600_000) as EpochMs) as [
        never,
        never,
      ];
      const slot = { startsAt, endsAt, state: 'came', personId, profileId: null, named: null } as const;
      return {
        ...{ _id: sittingIdOf(studioId, past), studioId, day: past, startsAt, endsAt, slots: { '0900a': slot } },
        ...{ people: [personId], isCalledOff: false, reason: null, told: ['tomorrow'], revision: 1, dueAt: NEVER },
      };
    });

  it('the last time is taken by one of fifty, and the others hear that it is full', async () => {
    await open({ until: 830, tables: 1 });
    const phones = members(50);
    expect(tally(await Promise.all(phones.map((phone) => book(phone))))).toEqual({ yes: 1, full: 49 });
    expect(bookings()).toHaveLength(1);
  });

  it('a time asked for twice by one tap too many is one time, and both taps hear of it', async () => {
    await open();
    const phone = one();
    expect(tally(await Promise.all([book(phone), book(phone), book(phone)]))).toEqual({ yes: 3 });
    expect(sittings().flatMap((sitting) => taken(sitting))).toHaveLength(1);
  });

  it('one person who asks for two days on two phones has one', async () => {
    await open();
    const phone = one();
    const answers = await Promise.all([book(phone), book(phone, (at('13:30') + WEEK_MS) as EpochMs)]);
    expect(tally(answers)).toEqual({ yes: 1, 'booked-already': 1 });
    expect(sittings().flatMap((sitting) => taken(sitting))).toHaveLength(1);
  });

  it('whoever gives a time up while others want it leaves it to one of them, whole', async () => {
    await open({ until: 830, tables: 1 });
    const [holder, ...others] = members(12);
    if (holder === undefined) throw new Error('Nobody holds it.');
    await book(holder);
    const [given, ...answers] = await Promise.all([
      holder.ask('matchmaking.cancelSitting', {}),
      ...others.map((phone) => book(phone)),
    ]);
    expect(given).toMatchObject({ value: { cancelled: true } });
    const { yes = 0, full = 0 } = tally(answers);
    expect(yes).toBeLessThanOrEqual(1);
    expect(yes + full).toBe(11);
  });

  it('one person who gives up and books at once ends with what the day says', async () => {
    await open();
    const phone = one();
    await book(phone);
    await Promise.all([
      phone.ask('matchmaking.cancelSitting', {}),
      book(phone, at('14:10')),
      phone.ask('matchmaking.cancelSitting', {}),
      book(phone, at('14:30')),
    ]);
    expect(bookings().length).toBeLessThanOrEqual(1);
  });

  it('whoever books while they are taken off every day has both the time and the appointment, or neither', async () => {
    await open({ tables: 5 });
    const days = cloud.store('match-sittings').find({});
    for (const [nth, phone] of members(15).entries()) {
      cloud.store('match-sittings').clear();
      cloud.store('match-sittings').insertMany([...pastDays(phone), ...days] as never);
      cloud.store('match-bookings').clear();
      await book(phone);
      const leaving = cloud.inside(() => forgetSittings(phone.personId, matchNow));
      for (let late = 0; late < nth * 3; late += 1) await new Promise((resolve) => setImmediate(resolve));
      await Promise.all([leaving, book(phone)]);
      expectWhole();
    }
  });

  it('an appointment whose time is gone goes when whoever left is looked through once more', async () => {
    await open();
    const phone = one();
    cloud.store('match-profiles').insert(aProfile('单', phone.personId));
    await book(phone);
    const [left] = bookings();
    if (left === undefined) throw new Error('Nothing was booked.');
    await phone.must('matchmaking.leave', { understood: true });
    cloud.store('match-bookings').insert(left);
    itIs(matchNow + 15 * 60_000);
    await cloud.tick('matchmaking');
    expect(bookings()).toEqual([]);
    expect(await book(phone)).toMatchObject({ ok: true });
  });

  it('a day that is called off while people book leaves nobody on it, and everybody who was on it is told', async () => {
    await open({ tables: 5 });
    const [matchmaker] = matchmakers(1);
    if (matchmaker === undefined) throw new Error('There is no matchmaker.');
    const phones = members(20);
    const [early, late] = [phones.slice(0, 10), phones.slice(10)];
    await Promise.all(early.map((phone, nth) => book(phone, (at('13:30') + nth * 20 * 60_000) as EpochMs)));
    const [, ...answers] = await Promise.all([
      matchmaker.must('matchmaking.callOffDay', { studioId, day, reason: '停电' }),
      ...late.map((phone) => book(phone)),
    ]);
    const { yes = 0, 'called-off': off = 0 } = tally(answers);
    expect(yes + off).toBe(10);
    await cloud.tick('matchmaking');
    expect([bookings(), sittings().flatMap((sitting) => taken(sitting))]).toEqual([[], []]);
    expect(cloud.store('notices').find({})).toHaveLength(10 + yes);
  });

  it('of 400 singles a hundred book twenty times at five tables while five matchmakers mark: nobody twice, all counted', async () => {
    await open({ from: 780, until: 1_180, tables: 5 });
    const everybody = members(400);
    for (const [nth, phone] of everybody.entries())
      cloud.store('match-profiles').insert(aProfile(`单${nth}`, phone.personId));
    const marking = matchmakers(5);
    const early = everybody.slice(0, 20);
    const times = Array.from({ length: 20 }, (_, nth) => (at('13:00') + nth * 20 * 60_000) as EpochMs);
    for (const phone of early) expect(await book(phone, times[0])).toMatchObject({ ok: early.indexOf(phone) < 5 });
    itIs(at('13:00'));
    const seated = taken(sittings()[0] as Sitting).map(([slotId]) => slotId as SlotId);
    expect(seated).toHaveLength(5);
    const wanting = everybody.slice(100, 200);
    const [marks, answers] = await Promise.all([
      Promise.all(
        marking.map((phone, nth) =>
          phone.ask('matchmaking.markSitting', {
            ...{ studioId, day, slotId: seated[nth] as SlotId, outcome: nth % 2 === 0 ? 'came' : 'missed' },
          }),
        ),
      ),
      Promise.all(wanting.map((phone, nth) => book(phone, times[1 + (nth % 19)]))),
    ]);
    expect(tally(marks)).toEqual({ yes: 5 });
    // A hundred for nineteen times at five tables: five times are wanted by six.
    expect(tally(answers)).toEqual({ yes: 95, full: 5 });
    const [sitting] = sittings();
    if (sitting === undefined) throw new Error('There is no day.');
    expect(taken(sitting)).toHaveLength(100);
    expect(new Set(taken(sitting).map(([, { personId }]) => personId)).size).toBe(100);
    const states = Object.values(sitting.slots).map(({ state }) => state);
    expect(states.filter((state) => state === 'came')).toHaveLength(3);
    expect(states.filter((state) => state === 'missed')).toHaveLength(2);
    expect(states.filter((state) => state === 'booked')).toHaveLength(95);
  });
});
