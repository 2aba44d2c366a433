import type { CaseId, EventId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventIdOf } from '../testing/events';
import { storeWithGuests } from '../testing/guests';
import { nobodyCame } from './attendance';
import { ratingCase, settleRatings } from './rating-cases';
import type { EventRecord } from './records';
import { Attendance, Guest, registrationId } from './registration-records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const start = at('2026-11-28T14:00:00');
const end = at('2026-11-28T16:00:00');
const MINUTE = 60_000;

let cloud: TestCloud;
let clerk: Phone;
let event: EventRecord;

beforeAll(async () => {
  cloud = await openTestCloud();
});
beforeEach(() => {
  cloud.reset();
  cloud.appoint('clerk', 'clerk', 'beicai');
  cloud.appoint('elsewhere', 'clerk', 'weifang');
  clerk = cloud.as('clerk');
  itIs(end);
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => cloud.close());

const guests = (count: number): Phone[] => Array.from({ length: count }, (_, nth) => cloud.as(`guest ${nth}`));
/** An event that these people came to. */
const visitedBy = (phones: readonly Phone[], more: Partial<EventRecord> = {}): EventRecord => {
  const places = [{ group: 'anyone' as const, places: Math.max(10, phones.length) }];
  const stored = storeWithGuests(
    cloud,
    anEvent('用药讲座', { state: 'held', quotas: places, ...more }),
    phones.map(({ personId }) => ({ personId })),
  );
  const ids = phones.map(({ personId }) => personId);
  cloud.store('event-attendance').insert({
    ...nobodyCame(stored._id),
    present: { [String(start)]: Object.fromEntries(ids.map((id) => [id, { at: start, by: 'self' }])) },
    came: Object.fromEntries(ids.map((id) => [id, true])),
    attended: ids.length,
  });
  return stored;
};
const attendance = (): Attendance => Attendance.parse(cloud.store('event-attendance').get(event._id));
const change = (more: Partial<Attendance>): void => {
  const before = attendance();
  cloud.store('event-attendance').remove({ _id: event._id });
  cloud.store('event-attendance').insert({ ...before, ...more });
};
const rowOf = (phone: Phone) => cloud.store('registrations').get(registrationId(event._id, phone.personId));
const rate = (phone: Phone, stars: number, words: string | null = null, eventId: EventId = event._id) =>
  phone.ask('event.rate', { eventId, stars, words });
const cases = () => cloud.store('cases').find({});
const noticesOf = (phone: Phone, kind: string) => cloud.store('notices').find({ personId: phone.personId, kind });
const refused = (refusal: string) => ({ ok: false, refusal });
/** Every count of ratings is what their marks say. */
const expectWhole = (): void => {
  const { given, ratings, stars } = attendance();
  expect(ratings).toBe(Object.keys(given).length);
  expect(stars).toBe(Object.values(given).reduce((sum, one) => sum + one, 0));
};

describe('a rating', () => {
  let lin: Phone;
  beforeEach(() => {
    lin = cloud.as('lin');
    event = visitedBy([lin]);
  });

  it('is given by who came, with words that the union reads', async () => {
    const answer = await rate(lin, 5, '讲得很清楚');
    expect(answer).toMatchObject({
      ok: true,
      value: { rating: { stars: 5, words: '讲得很清楚' }, may: { rate: false }, attended: [start] },
    });
    expect(attendance()).toMatchObject({ ratings: 1, stars: 5 });
    expect(rowOf(lin)).toMatchObject({ rating: { stars: 5, words: '讲得很清楚' } });
    expect(cases()).toEqual([]);
  });

  it('is given once: the same again is heard again, another is refused', async () => {
    await rate(lin, 5, '好');
    expect(await rate(lin, 5, '好')).toMatchObject({ ok: true });
    expect(await rate(lin, 1, '好')).toEqual(refused('rated-already'));
    expect(await rate(lin, 5, '很好')).toEqual(refused('rated-already'));
    expectWhole();
    expect(attendance()).toMatchObject({ ratings: 1, stars: 5 });
  });

  it('is one when five taps arrive at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => rate(lin, 4)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(attendance()).toMatchObject({ ratings: 1, stars: 4 });
  });

  it('is not given by who had a place and did not come, nor by who never registered', async () => {
    const zhang = cloud.as('zhang');
    expect(await rate(zhang, 1)).toEqual(refused('not-registered'));
    event = storeWithGuests(cloud, anEvent('另一场', { state: 'held' }), [{ personId: zhang.personId }]);
    expect(await rate(zhang, 1)).toEqual(refused('not-there'));
    cloud.store('event-attendance').insert(nobodyCame(event._id));
    expect(await rate(zhang, 1)).toEqual(refused('not-there'));
    expect(attendance()).toMatchObject({ ratings: 0, stars: 0 });
    expect(cases()).toEqual([]);
  });

  it('of another event that one came to counts there alone', async () => {
    const other = visitedBy([lin], { _id: eventIdOf('另一场'), code: '0THER000' });
    await rate(lin, 5, null, other._id);
    expect(attendance()).toMatchObject({ ratings: 0 });
  });

  it('is given from the end of the first session until the event is archived', async () => {
    itIs(end - 1);
    expect(await rate(lin, 5)).toEqual(refused('too-early'));
    event = visitedBy([lin], { _id: eventIdOf('旧的'), code: 'ARCH1VED', state: 'archived' });
    itIs(end);
    expect(await rate(lin, 5)).toEqual(refused('too-late'));
  });

  it('has whole stars from one to five, and words that can be seen', async () => {
    for (const stars of [0, 6, 2.5]) expect(await rate(lin, stars)).toMatchObject(refused('input-invalid'));
    expect(await rate(lin, 5, 'a'.repeat(201))).toMatchObject(refused('input-invalid'));
    expect(await rate(lin, 5, '\u202E好')).toMatchObject(refused('input-invalid'));
    const markup = '<b onclick="x">好</b> {{name}} $inc';
    expect(await rate(lin, 5, markup)).toMatchObject({ ok: true, value: { rating: { words: markup } } });
  });

  it('that was counted before a crash is written where it belongs when it is sent again', async () => {
    change({ given: { [lin.personId]: 4 }, ratings: 1, stars: 4 });
    expect(await rate(lin, 4, '好')).toMatchObject({ ok: true, value: { rating: { stars: 4, words: '好' } } });
    expect(rowOf(lin)).toMatchObject({ rating: { stars: 4, words: '好' } });
    expect(attendance()).toMatchObject({ ratings: 1, stars: 4 });
  });
});

describe('ratings below three stars', () => {
  let people: Phone[];
  const caseId = (round = 1): CaseId => ratingCase(event._id, round);
  const answer = (by: Phone = clerk, text = '下次换大一点的教室。', round = 1) =>
    by.ask('event.answerRating', { caseId: caseId(round), answer: text });
  beforeEach(() => {
    people = guests(20);
    event = visitedBy(people);
  });

  it('open one case before the offices of the event, for whom it is about nobody by name', async () => {
    const [lin] = people;
    if (lin === undefined) throw new Error('nobody');
    await rate(lin, 2, '教室太小');
    expect(cases()).toMatchObject([
      {
        _id: caseId(),
        kind: 'event-rating',
        eventId: event._id,
        subjectId: null,
        state: 'pending',
        maskedName: '用药讲座',
        scope: ['beicai', 'pudong'],
      },
    ]);
    expect(attendance()).toMatchObject({ round: 1, awaitsAnswer: true, unsettledAt: NEVER });
    expect(JSON.stringify(cases())).not.toContain(lin.personId);
  });

  it('are all counted when twenty arrive at once, and open one case', async () => {
    const answers = await Promise.all(people.map((phone, nth) => rate(phone, 1 + (nth % 3))));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(attendance()).toMatchObject({ ratings: 20, round: 1 });
    expectWhole();
    expect(cases()).toHaveLength(1);
    expect(Object.values(attendance().low ?? {})).toEqual(Array<number>(14).fill(1));
  });

  it('are answered once, and those who gave them are told what the union does', async () => {
    await Promise.all(people.map((phone, nth) => rate(phone, 1 + (nth % 3))));
    expect(await answer()).toEqual({ ok: true, value: { caseId: caseId() } });
    expect(cases()).toMatchObject([{ state: 'closed', outcome: 'answered', decidedBy: 'clerk' }]);
    const told = people.filter((phone) => noticesOf(phone, 'rating-answered').length === 1);
    expect(told.map(({ personId }) => personId)).toEqual(
      people.filter((_, nth) => nth % 3 < 2).map(({ personId }) => personId),
    );
    expect(noticesOf(people[0] ?? clerk, 'rating-answered')).toMatchObject([
      { subject: '用药讲座', words: '下次换大一点的教室。', eventId: event._id },
    ]);
    expect(await answer()).toMatchObject({ ok: true });
    expect(await answer(clerk, '另一句话')).toEqual(refused('case-decided-already'));
    expect(cloud.store('notices').find({})).toHaveLength(14);
  });

  it('stand at the event’s desk while they await an answer, each time with the case of their own', async () => {
    const awaited = async () => (await clerk.must('event.showDesk', { eventId: event._id })).ratingCase;
    const [one, two, three] = people;
    if (one === undefined || two === undefined || three === undefined) throw new Error('nobody');
    expect(await awaited()).toBeNull();
    await rate(one, 3);
    expect(await awaited()).toBeNull();
    await rate(two, 2);
    expect(await awaited()).toBe(caseId(1));
    await answer();
    expect(await awaited()).toBeNull();
    await rate(three, 1);
    expect(await awaited()).toBe(caseId(2));
    expect(await answer(clerk, '下次换大一点的教室。', 2)).toMatchObject({ ok: true });
  });

  it('that come after the answer open the next case, of their own', async () => {
    const [one, two] = people;
    if (one === undefined || two === undefined) throw new Error('nobody');
    await rate(one, 1);
    await answer();
    await rate(two, 1);
    expect(cases().map(({ _id }) => _id)).toEqual([caseId(1), caseId(2)]);
    expect(await answer(clerk, '再次答复', 1)).toEqual(refused('case-decided-already'));
    await answer(clerk, '第二次答复', 2);
    expect(noticesOf(one, 'rating-answered')).toHaveLength(1);
    expect(noticesOf(two, 'rating-answered')).toMatchObject([{ words: '第二次答复' }]);
  });

  it('that arrive while the union answers are answered with the others or open the next case, none forgotten', async () => {
    const [first, ...others] = people;
    if (first === undefined) throw new Error('nobody');
    await rate(first, 1);
    // One after another, so that some have looked before the answer is stored and write after it.
    const after = async <Answer>(ticks: number, act: () => Promise<Answer>): Promise<Answer> => {
      for (let tick = 0; tick < ticks; tick += 1) await new Promise(setImmediate);
      return act();
    };
    const rating = others.map((phone, nth) => after(nth, () => rate(phone, 1)));
    const [answered, ...rated] = await Promise.all([after(6, answer), ...rating]);
    expect([answered, ...rated].every(({ ok }) => ok)).toBe(true);
    const { low = {}, awaitsAnswer } = attendance();
    const told = people.map((phone) => noticesOf(phone, 'rating-answered').length);
    expect(told).toEqual(people.map(({ personId }) => (low[personId] === 1 ? 1 : 0)));
    expect(awaitsAnswer).toBe(Object.values(low).includes(2));
    expect(cases().filter(({ state }) => state === 'pending')).toHaveLength(awaitsAnswer === true ? 1 : 0);
  });

  it('are answered by one of two clerks who answer at once', async () => {
    cloud.appoint('second', 'administrator', 'pudong');
    await rate(people[0] ?? clerk, 1);
    const answers = await Promise.all([answer(clerk, '一'.repeat(3)), answer(cloud.as('second'), '二'.repeat(3))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(noticesOf(people[0] ?? clerk, 'rating-answered')).toHaveLength(1);
  });

  it('are answered by the event’s own union or one above, and by nobody else', async () => {
    await rate(people[0] ?? clerk, 1);
    expect(await answer(cloud.as('elsewhere'))).toEqual(refused('outside-your-unions'));
    expect(await answer(people[0])).toEqual(refused('not-allowed'));
    for (const wrong of [
      'enrolment:p1234567890123456789012:1',
      `event-export:${event._id}:1`,
      `event-rating:enowhere:1`,
    ])
      expect(await clerk.ask('event.answerRating', { caseId: wrong as CaseId, answer: '好的' })).toEqual(
        refused('event-not-found'),
      );
    expect(await answer(clerk, '好的', 7)).toEqual(refused('case-decided-already'));
  });

  it('whose call died before the case was opened have it from the timer', async () => {
    const [lin] = people;
    if (lin === undefined) throw new Error('nobody');
    change({
      given: { [lin.personId]: 1 },
      low: { [lin.personId]: 1 },
      ratings: 1,
      stars: 1,
      round: 1,
      awaitsAnswer: true,
      unsettledAt: EpochMs.parse(end + MINUTE),
    });
    await cloud.tick('event');
    expect(cases()).toEqual([]);
    itIs(end + MINUTE);
    await cloud.tick('event');
    expect(cases()).toMatchObject([{ _id: caseId(), state: 'pending' }]);
    expect(attendance()).toMatchObject({ unsettledAt: NEVER });
  });

  it('whose answer died half way reach everybody by the timer, once, in as many runs as it takes', async () => {
    await Promise.all(people.map((phone) => rate(phone, 1)));
    const many = Object.fromEntries(
      Array.from({ length: 230 }, (_, nth) => [cloud.as(`rater ${nth}`).personId, 1] as const),
    );
    change({
      low: many,
      awaitsAnswer: false,
      answer: {
        round: 1,
        words: '下次换教室。',
        at: end,
        by: 'clerk',
        byId: clerk.personId,
        office: '北蔡镇总工会',
        after: null,
        isSettled: false,
      },
      unsettledAt: EpochMs.parse(end + MINUTE),
    });
    const later = EpochMs.parse(end + MINUTE);
    for (let run = 0; run < 6; run += 1) await cloud.inside(() => settleRatings(later, 7));
    expect(cloud.store('notices').find({ kind: 'rating-answered' })).toHaveLength(230);
    expect(cases()).toMatchObject([{ state: 'closed', decidedBy: 'clerk' }]);
    expect(attendance()).toMatchObject({ unsettledAt: NEVER, answer: { isSettled: true } });
  });
});

describe('who did not come', () => {
  const known = at('2026-11-29T18:00:00');
  let lin: Phone;
  let zhang: Phone;
  beforeEach(() => {
    [lin, zhang] = [cloud.as('lin'), cloud.as('zhang')];
    event = storeWithGuests(cloud, anEvent('用药讲座', { sweepAt: end, state: 'closed' }), [
      { personId: lin.personId },
      { personId: zhang.personId },
    ]);
  });
  const linCame = (): void => {
    cloud.store('event-attendance').insert({
      ...nobodyCame(event._id),
      present: { [String(start)]: { [lin.personId]: { at: start, by: 'host' } } },
      came: { [lin.personId]: true },
      attended: 1,
    });
  };
  const sweptAt = async (now: EpochMs): Promise<void> => {
    itIs(now);
    expect(await cloud.tick('event')).not.toHaveProperty('sweep.fault');
  };
  const missesOf = (phone: Phone) => cloud.store('event-guests').get(phone.personId)?.['missed'];
  const excuse = (phone: Phone, reason = 'ill', words: string | null = null) =>
    phone.ask('event.excuse', { eventId: event._id, reason: reason as 'ill', words });
  const decide = (isAgreed: boolean, by: Phone = clerk) =>
    by.ask('event.decideExcuse', { eventId: event._id, lot: String(rowOf(zhang)?.['lot']) as never, isAgreed });

  it('is marked and told when no scan can be on its way any more, and who came is not', async () => {
    linCame();
    await sweptAt(end);
    await sweptAt(EpochMs.parse(end + 24 * 60 * MINUTE));
    expect(rowOf(zhang)).toMatchObject({ missed: null });
    await sweptAt(known);
    expect(rowOf(zhang)).toMatchObject({ missed: 'counts' });
    expect(rowOf(lin)).toMatchObject({ missed: null });
    expect(missesOf(zhang)).toMatchObject([{ eventId: event._id, counts: true, expiresAt: end + 60 * 86_400_000 }]);
    expect(missesOf(lin)).toBeUndefined();
    expect(noticesOf(zhang, 'event-missed')).toHaveLength(1);
    expect(noticesOf(lin, 'event-missed')).toHaveLength(0);
  });

  it('is marked once, whatever the timer does twice or a crash left half done', async () => {
    linCame();
    await sweptAt(end);
    cloud.store('event-guests').insert({
      _id: zhang.personId,
      revision: 1,
      missed: [{ eventId: event._id, title: event.title, at: end, expiresAt: end + 60 * 86_400_000, counts: true }],
      purgeAt: end + 60 * 86_400_000,
    });
    itIs(known);
    await Promise.all([cloud.tick('event'), cloud.tick('event')]);
    await sweptAt(EpochMs.parse(known + MINUTE));
    expect(missesOf(zhang)).toHaveLength(1);
    expect(noticesOf(zhang, 'event-missed')).toHaveLength(1);
    expect(rowOf(zhang)).toMatchObject({ missed: 'counts' });
  });

  it('is nobody where nobody at all was checked in: the list was not kept', async () => {
    await sweptAt(end);
    await sweptAt(known);
    expect([rowOf(lin), rowOf(zhang)]).toMatchObject([{ missed: null }, { missed: null }]);
    expect(cloud.store('notices').find({ kind: 'event-missed' })).toEqual([]);
  });

  it('is not somebody who gave the place back, waited, or whose scan arrived late', async () => {
    cloud.appoint('host', 'volunteer', 'beicai');
    const ids = guests(2);
    cloud.store('registrations').remove({ _id: registrationId(event._id, zhang.personId) });
    cloud.store('events').remove({ _id: event._id });
    cloud.store('registrations').remove({ _id: registrationId(event._id, lin.personId) });
    event = storeWithGuests(cloud, anEvent('用药讲座', { sweepAt: end, state: 'closed' }), [
      { personId: lin.personId },
      { personId: zhang.personId, row: { state: 'cancelled' } },
      ...ids.map(({ personId }) => ({ personId })),
    ]);
    await sweptAt(end);
    itIs(end + 23 * 60 * MINUTE);
    for (const phone of [lin, ...ids]) {
      const { registrations } = await phone.must('event.listOwn', {});
      const code = registrations[0]?.own.admissionCode ?? '';
      await cloud.as('host').must('event.admitGuest', { eventId: event._id, code, at: EpochMs.parse(end - 1) });
    }
    await sweptAt(known);
    expect(cloud.store('event-guests').find({})).toEqual([]);
    expect(attendance().attended).toBe(3);
  });

  describe('and explains it', () => {
    beforeEach(async () => {
      linCame();
      await sweptAt(end);
      await sweptAt(known);
    });

    it('is not counted from that moment, and asks the union', async () => {
      expect(await excuse(zhang, 'ill', '发烧了')).toMatchObject({
        ok: true,
        value: { missed: 'excuse-waits', may: { excuse: false } },
      });
      expect(missesOf(zhang)).toMatchObject([{ counts: false }]);
      expect(rowOf(zhang)).toMatchObject({ missed: 'excuse-waits', excuse: { reason: 'ill', words: '发烧了' } });
    });

    it('is heard once, also when the same tap arrives three times', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => excuse(zhang)));
      expect(answers.every(({ ok }) => ok)).toBe(true);
      expect(await excuse(zhang, 'work')).toEqual(refused('nothing-to-excuse'));
    });

    it('is let go for good when the union agrees', async () => {
      await excuse(zhang);
      expect(await decide(true)).toEqual({ ok: true, value: { missed: 'excused' } });
      expect(missesOf(zhang)).toMatchObject([{ counts: false }]);
      expect(noticesOf(zhang, 'excuse-answered')).toHaveLength(1);
      expect(await decide(false)).toEqual(refused('nothing-to-excuse'));
      expect(missesOf(zhang)).toMatchObject([{ counts: false }]);
    });

    it('is counted again when it does not, and cannot explain twice', async () => {
      await excuse(zhang);
      expect(await decide(false)).toEqual({ ok: true, value: { missed: 'counts' } });
      expect(await decide(false)).toEqual({ ok: true, value: { missed: 'counts' } });
      expect(missesOf(zhang)).toMatchObject([{ counts: true }]);
      expect(noticesOf(zhang, 'excuse-answered')).toHaveLength(1);
      const { registrations } = await zhang.must('event.listOwn', {});
      expect(registrations.map(({ own }) => own.missed)).toEqual(['not-excused']);
      expect(await excuse(zhang)).toEqual(refused('nothing-to-excuse'));
      expect(missesOf(zhang)).toMatchObject([{ counts: true }]);
    });

    it('has one answer of two clerks who decide at once', async () => {
      await excuse(zhang);
      const [yes, no] = await Promise.all([decide(true), decide(false)]);
      expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1);
      expect(rowOf(zhang)).toMatchObject({ missed: yes.ok ? 'excused' : 'counts' });
      expect(missesOf(zhang)).toMatchObject([{ counts: !yes.ok }]);
    });

    it('has two weeks for it', async () => {
      itIs(end + 14 * 86_400_000);
      expect(await excuse(zhang)).toEqual(refused('too-late'));
      itIs(end + 14 * 86_400_000 - 1);
      expect(await excuse(zhang)).toMatchObject({ ok: true });
    });

    it('is decided by the event’s union alone, and only where there is something to decide', async () => {
      expect(await decide(true)).toEqual(refused('nothing-to-excuse'));
      await excuse(zhang);
      expect(await decide(true, cloud.as('elsewhere'))).toEqual(refused('outside-your-unions'));
      expect(await decide(true, zhang)).toEqual(refused('not-allowed'));
      const other = storeWithGuests(cloud, anEvent('另一场'), []);
      const lot = String(rowOf(zhang)?.['lot']) as never;
      expect(await clerk.ask('event.decideExcuse', { eventId: other._id, lot, isAgreed: true })).toEqual(
        refused('not-registered'),
      );
      expect(rowOf(zhang)).toMatchObject({ missed: 'excuse-waits' });
    });

    it('is not asked of who came, nor of strangers', async () => {
      expect(await excuse(lin)).toEqual(refused('nothing-to-excuse'));
      expect(await excuse(cloud.as('rider'))).toEqual(refused('not-registered'));
    });

    it('whose call died before the count was lifted has it lifted by asking again', async () => {
      await excuse(zhang);
      const guest = cloud.store('event-guests').get(zhang.personId);
      cloud.store('event-guests').remove({ _id: zhang.personId });
      cloud.store('event-guests').insert({
        ...guest,
        _id: zhang.personId,
        missed: Guest.parse(guest).missed.map((miss) => ({ ...miss, counts: true })),
      });
      expect(missesOf(zhang)).toMatchObject([{ counts: true }]);
      await excuse(zhang);
      expect(missesOf(zhang)).toMatchObject([{ counts: false }]);
    });

    it('is forgotten sixty days after the event', async () => {
      await sweptAt(EpochMs.parse(end + 60 * 86_400_000));
      expect(cloud.store('event-guests').find({})).toEqual([]);
    });
  });

  it('is found among three hundred, in as many runs as it takes, nobody twice', async () => {
    cloud.reset();
    const all = guests(300);
    event = storeWithGuests(
      cloud,
      anEvent('大讲堂', { sweepAt: end, state: 'closed', quotas: [{ group: 'anyone', places: 300 }] }),
      all.map(({ personId }) => ({ personId })),
    );
    const came = all.slice(0, 20).map(({ personId }) => personId);
    cloud.store('event-attendance').insert({
      ...nobodyCame(event._id),
      present: { [String(start)]: Object.fromEntries(came.map((id) => [id, { at: start, by: 'host' }])) },
      came: Object.fromEntries(came.map((id) => [id, true])),
      attended: 20,
    });
    await sweptAt(end);
    for (let run = 0; run < 4; run += 1) await sweptAt(EpochMs.parse(known + run * 3 * MINUTE));
    expect(cloud.store('registrations').find({ missed: 'counts' })).toHaveLength(280);
    expect(cloud.store('event-guests').find({})).toHaveLength(280);
    expect(cloud.store('notices').find({ kind: 'event-missed' })).toHaveLength(280);
  });
});
