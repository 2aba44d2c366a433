import { createHash } from 'node:crypto';
import type { ActionDefinition } from '../../types/contract';
import { eventContract, guardianConsentVersion } from '../../types/event';
import type { PersonId } from '../../types/ids';
import { SeriesId } from '../../types/ids';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventIdOf, eventNow } from '../testing/events';
import { storeWithGuests } from '../testing/guests';
import { lotOf } from '../testing/registrations';
import { aStation } from '../testing/stations';
import { admissionCode, hostCode } from './event-code';
import type { EventRecord } from './records';
import { registrationId } from './registration-records';
import { formOf } from './written-event';
import { twisted } from '../testing/twisted';

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
const seriesId = SeriesId.parse('s0123456789a');
const eventId = eventIdOf('讲座');
const exportId = `${eventId}:1`;

/** Something that every action takes, so that one part of it at a time can be replaced. */
function inputs(event: EventRecord, guest: PersonId): Readonly<Record<string, unknown>> {
  const requestKey = keyOf('wish');
  const lot = lotOf(registrationId(eventId, guest));
  const form = formOf(event);
  const { unionId, stationId, zoneId, audience, quotas, family, fields, walkIns, fee, programme, contact } = form;
  const rule = {
    ...{ every: 'week', weekdays: [5], nth: null, from: 720, until: 780, skipsHolidays: true },
    ...{ firstDay: '2026-12-01', lastDay: '2026-12-31' },
  };
  const turn = { title: '午间一小时', kind: 'one-hour', cover: 'leaf', text: '修伞', provider: null };
  const series = {
    ...{ name: '午间一小时', unionId, stationId, zoneId, rule, turns: [turn] },
    ...{
      opensDaysBefore: 7,
      closesMinutesBefore: 60,
      audience,
      quotas,
      family,
      fields,
      walkIns,
      fee,
      programme,
      contact,
    },
  };
  const register = {
    ...{ eventId, requestKey, slip: 'k1.AAAA.BBBB', name: '李小飞', quota: null, saysAge: true },
    ...{ children: [{ name: '李朵', age: 6 }], guardianConsent: guardianConsentVersion },
    answers: { wish: '靠窗' },
  };
  return {
    browse: { from: '2026-11-23', kind: 'lecture', street: '北蔡镇', stationId, programme: '浦工乐学', cursor: 'x' },
    show: { eventId },
    showSeries: { seriesId },
    showProgramme: { programme: '浦工乐学' },
    showDraw: { eventId, page: 0 },
    register,
    cancel: { eventId, reason: 'ill' },
    acceptOffer: { eventId },
    listOwn: {},
    copyOwn: {},
    checkIn: { code: hostCode(event.code, eventNow) },
    rate: { eventId, stars: 5, words: '很好' },
    excuse: { eventId, reason: 'ill', words: '发烧' },
    calendarFile: { eventId },
    listDesk: { which: 'to-come', cursor: 'x' },
    showDesk: { eventId },
    showForm: { eventId },
    save: { eventId: null, revision: 0, form, requestKey },
    publish: { eventId, revision: 1 },
    close: { eventId },
    callOff: { eventId, reason: '台风' },
    copy: { eventId, days: 7, requestKey },
    listRegistrants: { eventId, state: 'confirmed', cursor: 'x' },
    reveal: { eventId, lot, purpose: '核对' },
    decideExcuse: { eventId, lot, isAgreed: true },
    message: { eventId, to: 'everybody', text: '请带伞', requestKey },
    askExport: { eventId, purpose: '核对', withNames: true, requestKey },
    decideExport: { exportId, isAgreed: true },
    fetchExport: { exportId },
    seriesAttendance: { seriesId, year: 2026 },
    answerRating: { caseId: `event-rating:${eventId}:1`, answer: '会改进' },
    previewSeries: { rule },
    saveSeries: { seriesId: null, revision: 0, form: series, requestKey, fromDay: '2026-12-01' },
    showSeriesForm: { seriesId },
    endSeries: { seriesId, revision: 1 },
    showHostCodes: { eventId },
    admitGuest: { eventId, code: admissionCode(lot), at: eventNow },
    countWalkIn: { eventId, requestKey, people: 1, at: eventNow },
  };
}

const wish = { path: 'live.free.anyone', state: 'confirmed' };

const actions = Object.entries(eventContract as Readonly<Record<string, ActionDefinition>>).filter(
  ([, { caller }]) => caller !== 'timer',
);
const ofStaff = actions.filter(([, { caller }]) => typeof caller === 'object');

describe('events, as somebody hostile calls them', () => {
  let cloud: TestCloud;
  let event: EventRecord;
  let guest: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
    cloud.appoint('赵干事', 'clerk', 'beicai');
    cloud.appoint('钱干事', 'clerk', 'weifang');
    guest = cloud.as('李小飞');
    cloud.store('stations').insert(aStation('beicai-1'));
    const plain = anEvent('讲座', {
      family: { mostChildren: 2, ageFrom: 3, ageUpTo: 12 },
      fields: [
        {
          ...{ fieldId: 'wish', label: '留言', kind: 'text', options: [], isRequired: false, isSensitive: false },
          ...{ askedIf: null, purgeDays: 30 },
        },
      ],
      programme: '浦工乐学',
    });
    event = storeWithGuests(cloud, plain, [{ personId: guest.personId }]);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const everything = (): string =>
    [
      'events',
      'registrations',
      'event-attendance',
      'event-guests',
      'event-exports',
      'event-series',
      'ledger',
      'notices',
    ]
      .map((name) => JSON.stringify(cloud.store(name).find()))
      .join('\n');

  it('has an input here for every action, and one that is read', async () => {
    const all = inputs(event, guest.personId);
    expect(Object.keys(all).sort()).toEqual(actions.map(([name]) => name).sort());
    for (const [action, input] of Object.entries(all)) {
      const answer = await cloud.as('赵干事').send('event', { action, input });
      expect({ action, answer }).not.toMatchObject({ answer: { refusal: 'input-invalid' } });
    }
  });

  it.each(actions)('%s answers in words of its contract, whatever is sent', async (name, { refusals }) => {
    const clerk = cloud.as('赵干事');
    const common = ['sign-in-needed', 'not-allowed', 'input-invalid', 'busy'];
    for (const input of twisted(inputs(event, guest.personId)[name], wish)) {
      const answer = await clerk.send('event', { action: name, input });
      const { ok, refusal } = answer as { ok?: boolean; refusal?: string };
      const isExpected = ok === true || [...refusals, ...common].includes(refusal ?? '');
      if (!isExpected) throw new Error(`${JSON.stringify(answer)} to ${JSON.stringify(input).slice(0, 300)}`);
    }
    expect(Object.prototype).not.toHaveProperty('state');
  });

  it.each(ofStaff)('%s is refused to staff of another union and to people without a role', async (name, { caller }) => {
    const before = everything();
    const input = inputs(event, guest.personId)[name];
    const answer = (await cloud.as('钱干事').send('event', { action: name, input })) as { ok: boolean; value: unknown };
    // Three of them are about nothing that is anybody's.
    if (name === 'listDesk') expect(answer).toEqual({ ok: true, value: { items: [], next: null } });
    else if (name !== 'previewSeries') expect(answer).toMatchObject({ ok: false });
    expect(typeof caller).toBe('object');
    expect(await cloud.as('路人').send('event', { action: name, input })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    });
    const { result } = await cloud.nobody('event', { action: name, input });
    expect(result).toEqual({ ok: false, refusal: 'sign-in-needed' });
    expect(everything()).toBe(before);
  });

  it('touches nobody else’s registration, whatever somebody does about their own', async () => {
    const before = everything();
    const other = cloud.as('王建军');
    const asked = { eventId: event._id };
    const refused = { ok: false, refusal: 'not-registered' };
    // Whose registration it is, is said by the platform: what the request says beside it is not read.
    const more = { personId: guest.personId, _id: registrationId(event._id, guest.personId) };
    for (const [action, input] of Object.entries({
      cancel: { ...asked, ...more, reason: null },
      acceptOffer: { ...asked, ...more },
      rate: { ...asked, ...more, stars: 1, words: null },
      excuse: { ...asked, ...more, reason: 'ill', words: null },
    }))
      expect(await other.send('event', { action, input })).toEqual(refused);
    expect(await other.must('event.listOwn', {})).toEqual({ registrations: [] });
    expect(everything()).toBe(before);
  });

  it('tells strangers neither who comes nor by which number', async () => {
    const lot = lotOf(registrationId(event._id, guest.personId));
    for (const name of ['browse', 'show', 'showProgramme', 'calendarFile']) {
      const asked = inputs(event, guest.personId)[name];
      const input = name === 'browse' ? { ...(asked as object), cursor: null } : asked;
      for (const seen of [
        (await cloud.nobody('event', { action: name, input })).result,
        await cloud.as('王建军').send('event', { action: name, input }),
      ]) {
        const text = JSON.stringify(seen);
        expect(text).toContain('"ok":true');
        expect(text).not.toContain(guest.personId);
        expect(text).not.toContain(lot);
        expect(text).not.toMatch(/李小飞|李\*飞|holders|sealed|claim/);
      }
    }
  });

  it('takes the same key of two people, or for two events, for different wishes', async () => {
    const other = anEvent('另一场');
    cloud.store('events').insert(other);
    const wish = { ...(inputs(event, guest.personId)['register'] as object), slip: null, children: [] };
    const send = (name: string, id: string) =>
      cloud.as(name).send('event', { action: 'register', input: { ...wish, eventId: id } });
    for (const [name, id] of [
      ['甲', event._id],
      ['乙', event._id],
      ['甲', other._id],
    ] as const)
      expect(await send(name, id)).toMatchObject({ ok: true, value: { eventId: id, state: 'confirmed' } });
    expect(cloud.store('registrations').count()).toBe(4);
  });

  it('believes no slip but one’s own, for this event', async () => {
    const forMembers = anEvent('会员专场', { audience: { who: 'members', occupations: [], age: null } });
    const facts = { isMember: true, unions: [], occupation: null, missed: 0 };
    cloud.store('events').insert(forMembers);
    const stranger = cloud.as('王建军');
    const { writeSlip } = await import('./slip');
    const slips = [
      writeSlip(forMembers, guest.personId, facts, eventNow),
      writeSlip(event, stranger.personId, facts, eventNow),
      writeSlip({ ...forMembers, revision: 2 }, stranger.personId, facts, eventNow),
      writeSlip(forMembers, stranger.personId, facts, (eventNow - 600_000) as never),
      'k1.AAAA.BBBB',
    ];
    const wish = { ...(inputs(event, guest.personId)['register'] as object), children: [], eventId: forMembers._id };
    for (const slip of slips)
      expect(await stranger.send('event', { action: 'register', input: { ...wish, slip } })).toEqual({
        ok: false,
        refusal: 'members-only',
      });
  });

  it('keeps markup as the text that it is, and refuses what cannot be seen', async () => {
    const wish = { ...(inputs(event, guest.personId)['register'] as object), slip: null };
    const markup = '<img src=x onerror=alert(1)>';
    const send = (input: object) => cloud.as('王建军').send('event', { action: 'register', input });
    expect(await send({ ...wish, name: markup })).toMatchObject({ ok: false, refusal: 'input-invalid' });
    expect(await send({ ...wish, children: [{ name: '朵\u202e', age: 6 }] })).toMatchObject({
      ok: false,
      refusal: 'input-invalid',
    });
    expect(await send({ ...wish, answers: { wish: 'a\u0000b' } })).toMatchObject({ ok: false });
    const unasked = { wish: markup, constructor: 'x', isAdmin: true };
    expect(await send({ ...wish, answers: unasked })).toMatchObject({ ok: true });
    const { items } = await cloud
      .as('赵干事')
      .must('event.listRegistrants', { eventId: event._id, state: null, cursor: null });
    expect(items.map(({ answers }) => answers)).toContainEqual({ wish: markup });
  });
});
