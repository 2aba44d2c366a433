import type { FormField } from '../../types/event-form';
import type { RegistrationState } from '../../types/event-kind';
import type { Lot, PersonId } from '../../types/ids';
import { SeriesId } from '../../types/ids';
import { SeriesForm } from '../../types/event-series';
import { EpochMs, NEVER, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { aRegistration, lotOf } from '../testing/registrations';
import type { Unindexed } from './event-index';
import { nobodyCame, sessionKey } from './attendance';
import { personIdFor } from '../runtime/serve';
import type { EventRecord } from './records';
import type { SeriesRecord } from './series-records';
import type { Registration } from './registration-records';

const question: FormField = {
  fieldId: 'diet',
  label: '忌口',
  kind: 'text',
  options: [],
  isRequired: false,
  isSensitive: true,
  askedIf: null,
  purgeDays: 30,
};
const size: FormField = { ...question, fieldId: 'size', label: '尺码', isSensitive: false };

describe('who is coming, as staff read it', () => {
  let cloud: TestCloud;
  let clerk: Phone;
  let stranger: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
    cloud.appoint('赵干事', 'clerk', 'beicai');
    cloud.appoint('钱干事', 'clerk', 'weifang');
    clerk = cloud.as('赵干事');
    stranger = cloud.as('钱干事');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const held = (more: Partial<Unindexed> = {}): EventRecord => {
    const event = anEvent('秋季健康讲座', { fields: [question, size], ...more });
    cloud.store('events').insert(event);
    return event;
  };
  const count = (collection: string): number => cloud.store(collection).count();
  const personOf = (name: string): PersonId => cloud.as(name).personId;
  const comes = (
    event: EventRecord,
    name: string,
    more: Partial<Registration> = {},
    answers: Record<string, string> = {},
  ): Registration => {
    const row = aRegistration(event, personOf(name), { state: 'confirmed', told: { name, answers }, ...more });
    cloud.store('registrations').insert(row);
    return row;
  };
  const list = (event: EventRecord, state: RegistrationState | null = null, cursor: string | null = null) =>
    clerk.must('event.listRegistrants', { eventId: event._id, state, cursor: cursor as never });

  it('masks names, leaves sensitive answers out, and says who came when', async () => {
    const event = held();
    const came = comes(event, '李小飞', { group: 'anyone' }, { diet: '花生过敏', size: 'M' });
    comes(event, '王建军', { state: 'waiting' });
    const [session] = event.sessions;
    cloud.store('event-attendance').insert({
      ...nobodyCame(event._id),
      present: { [sessionKey(session?.startsAt ?? eventNow)]: { [came.personId]: { at: eventNow, by: 'host' } } },
      came: { [came.personId]: true },
      attended: 1,
    });
    const { items, next } = await list(event);
    expect(next).toBeNull();
    const first = items.find(({ lot }) => lot === came.lot);
    expect(first).toMatchObject({
      maskedName: '李*飞',
      quota: 'anyone',
      attended: [session?.startsAt],
      answers: { size: 'M' },
      hasSensitive: true,
    });
    expect(JSON.stringify(items)).not.toMatch(/李小飞|王建军|花生|p[A-Za-z0-9_-]{22}/);
  });

  it('turns pages without losing or repeating anybody, also of one state', async () => {
    const event = held();
    for (let nth = 0; nth < 60; nth += 1)
      comes(event, `来宾${nth}`, {
        state: nth % 2 === 0 ? 'confirmed' : 'waiting',
        registeredAt: EpochMs.parse(event.opensAt + nth),
      });
    const first = await list(event);
    const second = await list(event, null, first.next);
    expect(first.items).toHaveLength(50);
    expect(new Set([...first.items, ...second.items].map(({ lot }) => lot)).size).toBe(60);
    expect(second.next).toBeNull();
    const waiting = await list(event, 'waiting');
    expect(waiting.items).toHaveLength(30);
    expect(waiting.items.every(({ state }) => state === 'waiting')).toBe(true);
  });

  it('shows a name only after it is written down who looked and why, and the person reads it', async () => {
    const event = held();
    const row = comes(event, '李小飞', {}, { diet: '花生过敏' });
    const asked = { eventId: event._id, lot: row.lot, purpose: '安排午餐' };
    expect(await clerk.must('event.reveal', asked)).toEqual({
      name: '李小飞',
      children: [],
      answers: { diet: '花生过敏' },
    });
    const { looks } = await cloud.as('李小飞').must('member.showOwnData', {});
    expect(looks).toEqual([
      { at: eventNow, office: '北蔡镇总工会', act: 'reveal', about: '秋季健康讲座', purpose: '安排午餐' },
    ]);
  });

  it('hands everything that is kept to the person that it is about, and nothing of anybody else', async () => {
    const event = held();
    comes(event, '李小飞', {}, { diet: '花生过敏', size: 'M' });
    comes(event, '王建军');
    const { json } = await cloud.as('李小飞').must('event.copyOwn', {});
    expect(JSON.parse(json)).toMatchObject([
      { event: '秋季健康讲座', state: 'confirmed', name: '李小飞', answers: { diet: '花生过敏', size: 'M' } },
    ]);
    expect(JSON.parse((await cloud.as('路人').must('event.copyOwn', {})).json)).toEqual([]);
  });

  it('shows nobody who left the list, and nobody of another event', async () => {
    const event = held();
    const other = anEvent('另一场');
    cloud.store('events').insert(other);
    const gone = comes(event, '李小飞', { state: 'cancelled' });
    const elsewhere = comes(other, '王建军');
    const ask = (lot: Lot) => clerk.ask('event.reveal', { eventId: event._id, lot, purpose: '核对' });
    for (const lot of [gone.lot, elsewhere.lot, lotOf('nobody')])
      expect(await ask(lot)).toEqual({ ok: false, refusal: 'not-registered' });
    expect(count('ledger')).toBe(0);
  });

  it('refuses staff of another union, and people without a role', async () => {
    const event = held();
    const row = comes(event, '李小飞');
    const eventId = event._id;
    for (const phone of [stranger, cloud.as('路人')]) {
      const answers = [
        await phone.ask('event.listRegistrants', { eventId, state: null, cursor: null }),
        await phone.ask('event.reveal', { eventId, lot: row.lot, purpose: '核对' }),
        await phone.ask('event.message', { eventId, to: 'everybody', text: '你好', requestKey: keyOf(1) }),
      ];
      const refusal = phone === stranger ? 'outside-your-unions' : 'not-allowed';
      expect(answers).toEqual(answers.map(() => ({ ok: false, refusal })));
    }
    expect(count('ledger') + count('notices')).toBe(0);
  });

  describe('messages', () => {
    const write = (event: EventRecord, nth: number, to: 'confirmed' | 'waiting' | 'everybody' = 'everybody') =>
      clerk.ask('event.message', { eventId: event._id, to, text: '请带身份证', requestKey: keyOf(nth) });
    const inboxOf = async (name: string) => (await cloud.as(name).must('notice.listOwn', {})).items;

    it('reaches whom it is for, once, however often it is sent', async () => {
      const event = held();
      comes(event, '李小飞');
      comes(event, '王建军', { state: 'waiting' });
      comes(event, '孙立', { state: 'cancelled' });
      expect(await write(event, 1, 'confirmed')).toEqual({ ok: true, value: { told: 1 } });
      expect(await write(event, 1, 'confirmed')).toEqual({ ok: true, value: { told: 1 } });
      expect(await inboxOf('李小飞')).toMatchObject([{ kind: 'event-message', words: '请带身份证' }]);
      expect(await inboxOf('王建军')).toEqual([]);
      expect(await write(event, 2)).toEqual({ ok: true, value: { told: 2 } });
      expect(await inboxOf('王建军')).toHaveLength(1);
      expect(await inboxOf('孙立')).toEqual([]);
      expect(cloud.store('events').get(event._id)).toMatchObject({ revision: 1, tellings: [] });
    });

    it('is refused the fourth time in a Shanghai day, also when eight write at once, and may go on after midnight', async () => {
      const event = held();
      comes(event, '李小飞');
      itIs(Date.parse('2026-11-23T23:59:00+08:00'));
      const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((nth) => write(event, nth)));
      const told = answers.filter(({ ok }) => ok).length;
      expect(told).toBeLessThanOrEqual(3);
      for (let nth = 9; nth <= 12; nth += 1) await write(event, nth);
      expect(await write(event, 13)).toEqual({ ok: false, refusal: 'enough-today' });
      expect(await inboxOf('李小飞')).toHaveLength(3);
      itIs(Date.parse('2026-11-24T00:00:00+08:00'));
      expect(await write(event, 14)).toMatchObject({ ok: true });
    });

    it('has nobody to tell in a draft, where nobody registered, and once it is called off', async () => {
      const event = held({ state: 'cancelled' });
      comes(event, '李小飞');
      const empty = anEvent('没人报名');
      cloud.store('events').insert(empty);
      expect(await write(event, 1)).toEqual({ ok: false, refusal: 'nobody-to-tell' });
      expect(await write(empty, 2)).toEqual({ ok: false, refusal: 'nobody-to-tell' });
    });

    it('keeps the key of one event from silencing another', async () => {
      const event = held();
      const other = anEvent('另一场');
      cloud.store('events').insert(other);
      comes(event, '李小飞');
      comes(other, '李小飞');
      await write(event, 1);
      await write(other, 1);
      expect(await inboxOf('李小飞')).toHaveLength(2);
    });
  });

  describe('how often people came to a series', () => {
    const seriesId = SeriesId.parse('s0123456789a');
    const beijing = (text: string) => EpochMs.parse(Date.parse(`${text}+08:00`));
    const date = (day: string): EventRecord => {
      const event = anEvent(`安全例会${day}`, {
        seriesId,
        state: 'held',
        sessions: [{ startsAt: beijing(`${day}T07:30:00`), endsAt: beijing(`${day}T08:30:00`) }],
      });
      cloud.store('events').insert(event);
      return event;
    };

    it('adds up a year by person, and counts neither the year before nor what is to come', async () => {
      cloud.store('event-series').insert(aSeries(anEvent('样子'), seriesId));
      const dates = ['2025-12-31', '2026-01-01', '2026-06-01', '2026-12-31'].map(date);
      for (const event of dates) {
        const li = comes(event, '李小飞');
        comes(event, '王建军', { missed: 'counts' });
        comes(event, '孙立', { missed: 'excused' });
        cloud
          .store('event-attendance')
          .insert({ ...nobodyCame(event._id), came: { [li.personId]: true }, attended: 1 });
      }
      const answer = await clerk.must('event.seriesAttendance', { seriesId, year: 2026 });
      expect(answer).toEqual({
        dates: 2,
        people: [
          { maskedName: '李*飞', came: 2, missed: 0 },
          { maskedName: '孙*', came: 0, missed: 0 },
          { maskedName: '王*军', came: 0, missed: 2 },
        ],
      });
      const rename = (event: EventRecord | undefined, from: string, to: string) =>
        cloud.store('registrations').update({ eventId: event?._id, maskedName: from }, { $set: { maskedName: to } });
      // Whichever date is read first.
      for (const event of dates.slice(1, 3)) {
        rename(event, '李*飞', '*');
        const { people } = await clerk.must('event.seriesAttendance', { seriesId, year: 2026 });
        expect(people[0]).toEqual({ maskedName: '李*飞', came: 2, missed: 0 });
        rename(event, '*', '李*飞');
      }
      const inTwoPages = Array.from({ length: 1_200 }, (_, nth) =>
        aRegistration(dates[1] ?? held(), personIdFor('web', `guest-${nth}`), { state: 'confirmed' }),
      );
      cloud.store('registrations').insertMany(inTwoPages);
      expect((await clerk.must('event.seriesAttendance', { seriesId, year: 2026 })).people).toHaveLength(1_203);
      expect(await stranger.ask('event.seriesAttendance', { seriesId, year: 2026 })).toEqual({
        ok: false,
        refusal: 'outside-your-unions',
      });
    });
  });
});

const aSeries = (event: EventRecord, _id: SeriesId): SeriesRecord => ({
  _id,
  revision: 1,
  form: SeriesForm.parse({
    ...event,
    name: '每月安全例会',
    rule: {
      every: 'month',
      weekdays: [1],
      nth: 1,
      from: 450,
      until: 510,
      firstDay: ShanghaiDay.parse('2025-12-01'),
      lastDay: ShanghaiDay.parse('2026-12-31'),
      skipsHolidays: false,
    },
    turns: [{ title: event.title, kind: event.kind, cover: event.cover, text: event.text, provider: null }],
    opensDaysBefore: 7,
    closesMinutesBefore: 0,
  }),
  offices: event.offices,
  scope: event.scope,
  madeUpTo: null,
  makeAt: NEVER,
});

const keyOf = (nth: number) => `request-${String(nth).padStart(14, '0')}` as never;
