import { parse } from 'csv-parse/sync';
import type { EventId, PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { aRegistration } from '../testing/registrations';
import { lapseExports } from './lapse-exports';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (ms: number): EpochMs => EpochMs.parse(eventNow + ms);

const field = (fieldId: string, label: string, isSensitive: boolean) => ({
  fieldId,
  label,
  kind: 'text' as const,
  options: [],
  isRequired: false,
  isSensitive,
  askedIf: null,
  purgeDays: 30,
});

describe('a list of registrants as a table', () => {
  let cloud: TestCloud;
  let asker: Phone;
  let second: Phone;
  let above: Phone;
  let stranger: Phone;
  let event: EventRecord;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
    cloud.appoint('赵干事', 'clerk', 'beicai');
    cloud.appoint('周干事', 'clerk', 'beicai');
    cloud.appoint('吴主任', 'administrator', 'pudong');
    cloud.appoint('钱干事', 'clerk', 'weifang');
    asker = cloud.as('赵干事');
    second = cloud.as('周干事');
    above = cloud.as('吴主任');
    stranger = cloud.as('钱干事');
    event = anEvent('秋季健康讲座', { fields: [field('diet', '忌口', true), field('wish', '=留言', false)] });
    cloud.store('events').insert(event);
    comes('李小飞', { told: { name: '李小飞', children: [{ name: '李朵', age: 6 }], answers: { diet: '花生过敏' } } });
    comes('王建军', { state: 'waiting', told: { name: '王建军', answers: { wish: "=cmd|' /C calc'!A0" } } });
    comes('孙立', { state: 'cancelled', told: { name: '孙立' } });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const personOf = (name: string): PersonId => cloud.as(name).personId;
  const comes = (name: string, more: Parameters<typeof aRegistration>[2]): Registration => {
    const row = aRegistration(event, personOf(name), { state: 'confirmed', ...more });
    cloud.store('registrations').insert(row);
    return row;
  };
  const keyOf = (nth: number) => `request-${String(nth).padStart(14, '0')}` as never;
  const wish = (nth = 1, withNames = false, eventId: EventId = event._id) => ({
    eventId,
    purpose: '现场核对名单',
    withNames,
    requestKey: keyOf(nth),
  });
  const asks = async (nth = 1, withNames = false) =>
    (await asker.must('event.askExport', wish(nth, withNames))).exportId;
  const fetched = async (exportId: string) => asker.must('event.fetchExport', { exportId });
  const cellsOf = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });
  const looksOf = async (name: string) => (await cloud.as(name).must('member.showOwnData', {})).looks;

  it('waits in the queue of colleagues and of the union above, and is gone from it once decided', async () => {
    const exportId = await asks();
    for (const phone of [second, above]) {
      const { items } = await phone.must('review.listPending', {});
      expect(items).toMatchObject([{ kind: 'event-export', eventId: event._id, maskedName: '秋季健康讲座' }]);
    }
    expect((await stranger.must('review.listPending', {})).items).toEqual([]);
    expect(await second.must('event.decideExport', { exportId, isAgreed: true })).toEqual({ state: 'approved' });
    expect((await above.must('review.listPending', {})).items).toEqual([]);
    expect((await above.must('review.listDecided', {})).items).toMatchObject([
      { outcome: 'approved', decidedBy: '周干事' },
    ]);
  });

  it('takes a retry for the same request, and another request of the event for another', async () => {
    const first = await asks(1);
    const again = await Promise.all([asks(1), asks(1), asks(1)]);
    expect(new Set([first, ...again]).size).toBe(1);
    const other = (await second.must('event.askExport', wish(1))).exportId;
    expect(other).not.toBe(first);
    await second.must('event.decideExport', { exportId: first, isAgreed: true });
    expect([first, other]).not.toContain(await asks(2));
    expect((await above.must('review.listPending', {})).items).toHaveLength(2);
  });

  it('is asked for by one person once at a time: another waits until the first is answered or a day is over', async () => {
    const refused = { ok: false, refusal: 'asked-already' };
    const first = await asks(1);
    expect(await asker.ask('event.askExport', wish(2))).toEqual(refused);
    expect(await asker.ask('event.askExport', wish(3, true))).toEqual(refused);
    await second.must('event.decideExport', { exportId: first, isAgreed: false });
    await asks(4);
    itIs(at(DAY - 1));
    expect(await asker.ask('event.askExport', wish(5))).toEqual(refused);
    itIs(at(DAY));
    await asks(5);
    expect(cloud.store('event-exports').count()).toBe(3);
  });

  it('is asked for once when a person asks from three windows at one instant', async () => {
    const answers = await Promise.all([1, 2, 3].map((nth) => asker.ask('event.askExport', wish(nth))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await above.must('review.listPending', {})).items).toHaveLength(1);
  });

  it('opens the case that a crash kept from being opened, and closes the one that it kept open', async () => {
    const exportId = await asks();
    const pending = cloud.store('cases').find({ kind: 'event-export' });
    cloud.store('cases').clear();
    await asks();
    expect(cloud.store('cases').find({ kind: 'event-export' })).toEqual(pending);
    await second.must('event.decideExport', { exportId, isAgreed: false });
    cloud.store('cases').clear();
    cloud.store('cases').insertMany([...pending]);
    expect(await above.ask('event.decideExport', { exportId, isAgreed: true })).toEqual({
      ok: false,
      refusal: 'decided-already',
    });
    expect(cloud.store('cases').find()).toMatchObject([{ outcome: 'declined', decidedBy: '周干事' }]);
  });

  it('refuses who asked as the one who agrees', async () => {
    const exportId = await asks();
    expect(await asker.ask('event.decideExport', { exportId, isAgreed: true })).toEqual({
      ok: false,
      refusal: 'own-request',
    });
  });

  it('hears one of two who decide at once, and hears a retry as the same decision', async () => {
    const exportId = await asks();
    const answers = await Promise.all([
      second.ask('event.decideExport', { exportId, isAgreed: true }),
      above.ask('event.decideExport', { exportId, isAgreed: false }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [first] = answers;
    const winner = first.ok ? { phone: second, isAgreed: true } : { phone: above, isAgreed: false };
    expect(await winner.phone.ask('event.decideExport', { exportId, isAgreed: winner.isAgreed })).toMatchObject({
      ok: true,
    });
    expect(await winner.phone.ask('event.decideExport', { exportId, isAgreed: !winner.isAgreed })).toEqual({
      ok: false,
      refusal: 'decided-already',
    });
  });

  it('is handed out only to who asked, and only after a yes', async () => {
    const exportId = await asks();
    expect(await asker.ask('event.fetchExport', { exportId })).toEqual({ ok: false, refusal: 'not-approved' });
    await second.must('event.decideExport', { exportId, isAgreed: true });
    for (const phone of [second, above])
      expect(await phone.ask('event.fetchExport', { exportId })).toEqual({ ok: false, refusal: 'export-not-found' });
    expect(await stranger.ask('event.fetchExport', { exportId })).toEqual({
      ok: false,
      refusal: 'outside-your-unions',
    });
    expect(cloud.store('ledger').count()).toBe(0);
    expect((await fetched(exportId)).text).toContain('李*飞');
  });

  it('is over a day after it was asked for, and a day after the yes, to the millisecond', async () => {
    const late = (await above.must('event.askExport', wish(1))).exportId;
    const inTime = await asks(2);
    itIs(at(DAY - 1));
    await second.must('event.decideExport', { exportId: inTime, isAgreed: true });
    itIs(at(DAY));
    expect(await second.ask('event.decideExport', { exportId: late, isAgreed: true })).toEqual({
      ok: false,
      refusal: 'export-over',
    });
    itIs(at(2 * DAY - 2));
    await fetched(inTime);
    itIs(at(2 * DAY - 1));
    expect(await asker.ask('event.fetchExport', { exportId: inTime })).toEqual({ ok: false, refusal: 'export-over' });
  });

  it('leaves the queue when nobody decided in time, and says so at the desk', async () => {
    await asks();
    expect(await cloud.inside(() => lapseExports(at(DAY - 1)))).toBe(0);
    itIs(at(DAY));
    expect(await cloud.inside(() => lapseExports(at(DAY)))).toBe(1);
    expect(await cloud.inside(() => lapseExports(at(DAY)))).toBe(0);
    expect((await above.must('review.listPending', {})).items).toEqual([]);
    expect((await above.must('review.listDecided', {})).items).toMatchObject([{ outcome: 'lapsed', decidedBy: null }]);
    const { exports } = await second.must('event.showDesk', { eventId: event._id });
    expect(exports).toMatchObject([{ state: 'expired', mayDecide: false, mayFetch: false }]);
  });

  it('refuses who lost the role, or whose event went to another union, when the table is fetched', async () => {
    const exportId = await asks();
    await second.must('event.decideExport', { exportId, isAgreed: true });
    cloud.appoint('赵干事', 'clerk', 'weifang');
    expect(await asker.ask('event.fetchExport', { exportId })).toEqual({ ok: false, refusal: 'outside-your-unions' });
    cloud.appoint('赵干事', 'volunteer', 'beicai');
    expect(await asker.ask('event.fetchExport', { exportId })).toEqual({ ok: false, refusal: 'not-allowed' });
    cloud.appoint('赵干事', 'clerk', 'beicai', '2026-11-22');
    expect(await asker.ask('event.fetchExport', { exportId })).toEqual({ ok: false, refusal: 'not-allowed' });
    cloud.appoint('赵干事', 'clerk', 'beicai');
    cloud.store('events').update({ _id: event._id }, { $set: { scope: ['weifang', 'pudong'] } });
    expect(await asker.ask('event.fetchExport', { exportId })).toEqual({ ok: false, refusal: 'outside-your-unions' });
    expect(cloud.store('ledger').count()).toBe(0);
  });

  it('says at its top who took it, why and under which number, and masks who is in it', async () => {
    const exportId = await asks();
    await second.must('event.decideExport', { exportId, isAgreed: true });
    const { fileName, text } = await fetched(exportId);
    expect(fileName).toMatch(/^报名名单-[^-]{1,20}-\d{4}-\d\d-\d\d-[A-Za-z0-9]{6}\.csv$/);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const rows = cellsOf(text);
    const head = rows.slice(0, 7).flat().join('\n');
    expect(head).toContain('不得外传');
    expect(head).toContain('导出人：赵干事（北蔡镇总工会），同意人：周干事');
    expect(head).toContain('用途：现场核对名单');
    expect(head).toContain(`2026-11-23 10:00，导出编号：${exportId}`);
    expect(text).toContain('李*飞');
    expect(text).not.toMatch(/李小飞|李朵|花生|孙/);
    expect(rows[7]).not.toContain('忌口');
  });

  it('holds names, children and sensitive answers only where a second person agreed to names', async () => {
    const exportId = await asks(1, true);
    await above.must('event.decideExport', { exportId, isAgreed: true });
    const { text } = await fetched(exportId);
    const li = cellsOf(text).find((cells) => cells.includes('李小飞'));
    expect(li).toEqual(expect.arrayContaining(['李朵（6岁）', '花生过敏']));
  });

  it('runs no cell as a formula, wherever the text came from', async () => {
    const exportId = (await asker.must('event.askExport', { ...wish(), purpose: '=1+1 核对' })).exportId;
    await second.must('event.decideExport', { exportId, isAgreed: true });
    const cells = cellsOf((await fetched(exportId)).text).flat();
    expect(cells).toContain("'=留言");
    expect(cells).toContain("'=cmd|' /C calc'!A0");
    expect(cells.filter((cell) => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
  });

  it('can be read by everybody in it on their own page, each time that it was taken', async () => {
    const exportId = await asks();
    await second.must('event.decideExport', { exportId, isAgreed: true });
    await fetched(exportId);
    await fetched(exportId);
    const look = { office: '北蔡镇总工会', act: 'export', about: '秋季健康讲座', purpose: '现场核对名单' };
    expect(await looksOf('李小飞')).toMatchObject([look, look]);
    expect(await looksOf('王建军')).toMatchObject([look, look]);
    expect(await looksOf('孙立')).toEqual([]);
    expect(cloud.store('event-exports').get(exportId)).toMatchObject({ fetched: 2 });
  });

  it('holds no more than its contract says of round trips when two thousand are in it', async () => {
    const many = Array.from({ length: 2_000 }, (_, nth) =>
      aRegistration(event, `p${String(nth).padStart(22, '0')}` as PersonId, {
        state: 'confirmed',
        registeredAt: EpochMs.parse(event.opensAt + nth),
      }),
    );
    cloud.store('registrations').insertMany(many);
    const exportId = await asks();
    await second.must('event.decideExport', { exportId, isAgreed: true });
    const { text } = await fetched(exportId);
    expect(cellsOf(text)).toHaveLength(7 + 1 + 2_002);
    expect(cloud.store('ledger').count({ act: 'export' })).toBe(2_002);
  });

  it('is not asked for where nobody registered, nor for a stranger’s event', async () => {
    cloud.store('registrations').clear();
    expect(await asker.ask('event.askExport', wish())).toEqual({ ok: false, refusal: 'nobody-to-tell' });
    expect(await stranger.ask('event.askExport', wish())).toEqual({ ok: false, refusal: 'outside-your-unions' });
    for (const exportId of ['', '../x', '__proto__', 'e'.repeat(60), '{"$gt":""}']) {
      const refused = { ok: false, refusal: 'export-not-found' };
      expect(await second.ask('event.decideExport', { exportId, isAgreed: true })).toEqual(refused);
      expect(await asker.ask('event.fetchExport', { exportId })).toEqual(refused);
    }
  });

  it('leaves no name and no answer where it was not sealed', async () => {
    const exportId = await asks(1, true);
    await above.must('event.decideExport', { exportId, isAgreed: true });
    await fetched(exportId);
    expect(cloud.everythingWritten()).not.toMatch(/李小飞|李朵|花生过敏/);
  });
});
