import { parse } from 'csv-parse/sync';
import type { OutputOf } from '../../types/contract';
import type { InputFor } from '../../types/contracts';
import type { hoursActions } from '../../types/duty-hours';
import { EpochMs, NEVER } from '../../types/time';
import type { ServedOf } from '../testing/books';
import { aBook } from '../testing/books';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aVolunteer, dutyNow, numberOf, shiftIdOf } from '../testing/duty';
import { aStation } from '../testing/stations';
import { verifyChain } from './chain';
import { book } from './hours-records';
import { volunteers } from './volunteer-records';

type OwnHours = OutputOf<(typeof hoursActions)['listOwnHours']>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (ms: number): EpochMs => EpochMs.parse(dutyNow + ms);
let keys = 0;
const aKey = () => `key-${String((keys += 1)).padStart(18, '0')}` as never;

describe('the book of hours', () => {
  let cloud: TestCloud;
  let chen: Phone;
  let zhao: Phone;
  let zhou: Phone;
  let stranger: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    cloud.appoint('赵站长', 'station-head', 'beicai');
    cloud.appoint('周干事', 'clerk', 'beicai');
    cloud.appoint('钱站长', 'station-head', 'weifang');
    [chen, zhao, zhou, stranger] = [cloud.as('陈阿姨'), cloud.as('赵站长'), cloud.as('周干事'), cloud.as('钱站长')];
    cloud.store('stations').insert(aStation('beicai-1'));
    cloud.store('stations').insert(aStation('beicai-2'));
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  /** Somebody with a book. */
  const keeps = (name: string, served: readonly ServedOf[], more: Parameters<typeof aVolunteer>[2] = {}) => {
    const { personId } = cloud.as(name);
    const { entries, chain } = aBook(personId, served);
    cloud.store('volunteers').insert(aVolunteer(name, personId, { chain, ...more }));
    cloud.store('hours-book').insertMany(entries);
    return personId;
  };
  const readBook = (phone: Phone) =>
    cloud.inside(async () => {
      const volunteer = await volunteers.get(phone.personId);
      const entries = await book.find({ personId: phone.personId }, { limit: 1_000 });
      return { entries, chain: volunteer?.chain ?? { length: 0, head: '' } };
    });
  /** Two hours of yesterday afternoon. */
  const aClaim = (more: Partial<InputFor<'duty.enterHours'>> = {}): InputFor<'duty.enterHours'> => ({
    number: numberOf('陈阿姨'),
    stationId: 'beicai-1' as never,
    corrects: null,
    from: at(-DAY + 4 * HOUR),
    until: at(-DAY + 6 * HOUR),
    title: '敬老活动',
    reason: '当天签到设备停电',
    requestKey: aKey(),
    ...more,
  });
  const told = (phone: Phone) =>
    cloud
      .store('notices')
      .find({ personId: phone.personId })
      .map(({ kind }) => kind);

  describe('read by its volunteer', () => {
    it('has the latest first, with the totals of the year and of all time', async () => {
      keeps('陈阿姨', [{ daysAgo: 400, evidence: 'near' }, { daysAgo: 3 }, { daysAgo: 2, hours: 2 }]);
      const { entries, thisYear, total, mix } = await chen.must('duty.listOwnHours', { before: null });
      expect(entries.map(({ seq, minutes }) => [seq, minutes])).toEqual([
        [3, 120],
        [2, 180],
        [1, 180],
      ]);
      expect([thisYear, total]).toEqual([300, 480]);
      expect(mix).toEqual([
        { evidence: 'rotating-code', minutes: 300 },
        { evidence: 'near', minutes: 180 },
      ]);
      expect(chen.tripsOfLast()).toBe(3);
    });

    it('comes thirty at a time, each entry once', async () => {
      keeps(
        '陈阿姨',
        Array.from({ length: 70 }, (_, nth) => ({ daysAgo: 90 - nth })),
      );
      const seen: number[] = [];
      for (let before: number | null = null, pages = 0; pages === 0 || before !== null; pages += 1) {
        const page: OwnHours = await chen.must('duty.listOwnHours', { before });
        seen.push(...page.entries.map(({ seq }) => seq));
        before = page.next;
      }
      expect(seen).toEqual(Array.from({ length: 70 }, (_, nth) => 70 - nth));
    });

    it('a year ends at midnight in Shanghai', async () => {
      keeps('陈阿姨', [{ daysAgo: 1 }]);
      itIs(Date.parse('2026-12-31T23:59:59+08:00'));
      expect((await chen.must('duty.listOwnHours', { before: null })).thisYear).toBe(180);
      itIs(Date.parse('2027-01-01T00:00:00+08:00'));
      expect((await chen.must('duty.listOwnHours', { before: null })).thisYear).toBe(0);
    });

    it('is nobody’s who is no volunteer', async () => {
      expect(await stranger.ask('duty.listOwnHours', { before: null })).toMatchObject({ refusal: 'not-a-volunteer' });
    });
  });

  describe('hours that staff enter', () => {
    beforeEach(() => keeps('陈阿姨', [{ daysAgo: 3 }, { daysAgo: 2 }]));

    it('stand when a second person has confirmed them, and the volunteer is told', async () => {
      const { claimId } = await zhao.must('duty.enterHours', aClaim());
      expect(zhao.tripsOfLast()).toBeLessThanOrEqual(6);
      expect((await chen.must('duty.listOwnHours', { before: null })).total).toBe(360);
      expect(await zhou.must('duty.decideHours', { claimId, agree: true, reason: null })).toEqual({ seq: 3 });
      expect(zhou.tripsOfLast()).toBeLessThanOrEqual(14);
      const { entries, total } = await chen.must('duty.listOwnHours', { before: null });
      expect(total).toBe(480);
      expect(entries[0]).toMatchObject({
        seq: 3,
        kind: 'staff-entry',
        enteredBy: '赵站长',
        confirmedBy: '周干事',
        mix: [{ evidence: 'staff-entry', minutes: 120 }],
      });
      expect([told(chen), told(zhao)]).toEqual([['hours-entered'], ['hours-answered']]);
      const { entries: stored, chain } = await readBook(chen);
      expect(verifyChain(stored, chain)).toBeNull();
    });

    it('are never confirmed by whoever entered them', async () => {
      const { claimId } = await zhao.must('duty.enterHours', aClaim());
      expect(await zhao.ask('duty.decideHours', { claimId, agree: true, reason: null })).toMatchObject({
        refusal: 'second-person-needed',
      });
      expect((await readBook(chen)).entries).toHaveLength(2);
    });

    it('are neither entered nor confirmed by whoever served them', async () => {
      keeps('赵站长', []);
      keeps('周干事', []);
      expect(await zhao.ask('duty.enterHours', aClaim({ number: numberOf('赵站长') }))).toMatchObject({
        refusal: 'own-hours',
      });
      const { claimId } = await zhao.must('duty.enterHours', aClaim({ number: numberOf('周干事') }));
      expect(await zhou.ask('duty.decideHours', { claimId, agree: true, reason: null })).toMatchObject({
        refusal: 'own-hours',
      });
    });

    it('are one claim and one entry, however often the same is asked', async () => {
      const input = aClaim();
      const { claimId } = await zhao.must('duty.enterHours', input);
      expect(await zhao.must('duty.enterHours', input)).toEqual({ claimId });
      await zhou.must('duty.decideHours', { claimId, agree: true, reason: null });
      expect(await zhou.must('duty.decideHours', { claimId, agree: true, reason: null })).toEqual({ seq: 3 });
      expect((await readBook(chen)).entries).toHaveLength(3);
      expect(told(chen)).toEqual(['hours-entered']);
    });

    it('are one entry when six of staff confirm at once; one of them did it', async () => {
      const { claimId } = await zhao.must('duty.enterHours', aClaim());
      const others = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => {
        cloud.appoint(name, 'clerk', 'beicai');
        return cloud.as(name);
      });
      const answers = await Promise.all(
        others.map((phone) => phone.ask('duty.decideHours', { claimId, agree: true, reason: null })),
      );
      expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { seq: 3 } }]);
      const refusals = answers.flatMap((answer) => ('refusal' in answer ? [answer.refusal] : []));
      expect(new Set(refusals)).toEqual(new Set(['decided-already']));
      const { entries, chain } = await readBook(chen);
      expect(verifyChain(entries, chain)).toBeNull();
      expect(entries).toHaveLength(3);
    });

    it('of one time, confirmed twice at once, count once', async () => {
      const first = await zhao.must('duty.enterHours', aClaim());
      const second = await zhao.must('duty.enterHours', aClaim({ until: at(-DAY + 5 * HOUR) }));
      const answers = await Promise.all(
        [first, second].map(({ claimId }) => zhou.ask('duty.decideHours', { claimId, agree: true, reason: null })),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers).toContainEqual(expect.objectContaining({ refusal: 'overlaps-entry' }));
      expect((await readBook(chen)).entries).toHaveLength(3);
    });

    it('that were turned down never stand, and the reason is told to whoever entered them', async () => {
      const { claimId } = await zhao.must('duty.enterHours', aClaim());
      expect(await zhou.ask('duty.decideHours', { claimId, agree: false, reason: null })).toMatchObject({
        refusal: 'reason-needed',
      });
      const no = { claimId, agree: false, reason: '当天站点闭站' };
      expect(await zhou.must('duty.decideHours', no)).toEqual({ seq: null });
      expect(await zhou.ask('duty.decideHours', { ...no, agree: true })).toMatchObject({ refusal: 'decided-already' });
      expect((await readBook(chen)).entries).toHaveLength(2);
      expect([told(chen), told(zhao)]).toEqual([[], ['hours-answered']]);
    });

    it.each([
      ['over hours that stand already', { from: at(-2 * DAY), until: at(-2 * DAY + HOUR) }, 'overlaps-entry'],
      ['that are still to come', { from: at(-HOUR), until: at(1) }, 'in-future'],
      ['that end before they begin', { from: at(-DAY), until: at(-DAY - 1) }, 'times-wrong'],
      ['of no length', { from: at(-DAY), until: at(-DAY) }, 'times-wrong'],
      ['longer than anybody serves', { from: at(-DAY), until: at(-DAY + 16 * HOUR + 1) }, 'times-wrong'],
      ['of nobody', { number: 'V00000000' as never }, 'volunteer-not-found'],
      ['at no station', { stationId: 'nowhere' as never }, 'station-not-found'],
      ['that correct what is not there', { corrects: 9 }, 'entry-not-found'],
      ['that correct another station’s entry', { corrects: 1, stationId: 'beicai-2' as never }, 'entry-not-found'],
    ])('%s are refused', async (_, more, refusal) => {
      expect(await zhao.ask('duty.enterHours', aClaim(more))).toMatchObject({ refusal });
    });

    it('right after those that stand are taken', async () => {
      expect(
        await zhao.ask('duty.enterHours', aClaim({ from: at(-2 * DAY + 2 * HOUR), until: at(-2 * DAY + 3 * HOUR) })),
      ).toMatchObject({ ok: true });
    });

    it('of a time before anybody kept a roster are refused', async () => {
      const enter = (more: Parameters<typeof aClaim>[0]) => zhao.ask('duty.enterHours', aClaim(more));
      const long = { from: EpochMs.parse(0), until: EpochMs.parse(HOUR) };
      expect(await enter(long)).toMatchObject({ refusal: 'times-wrong' });
      expect(await enter({ ...long, corrects: 1 })).toMatchObject({ refusal: 'times-wrong' });
    });

    it('at another union’s station are refused', async () => {
      expect(await stranger.ask('duty.enterHours', aClaim())).toMatchObject({ refusal: 'outside-your-unions' });
      const { claimId } = await zhao.must('duty.enterHours', aClaim());
      expect(await stranger.ask('duty.decideHours', { claimId, agree: true, reason: null })).toMatchObject({
        refusal: 'outside-your-unions',
      });
    });

    it('wait while the shift of these hours may still be clocked by taps without a network', async () => {
      const startsAt = at(-DAY + 4 * HOUR);
      cloud
        .store('volunteers')
        .update(
          { _id: chen.personId },
          { $set: { diary: { [shiftIdOf('昨天')]: { startsAt, endsAt: at(-DAY + 7 * HOUR), isStandby: false } } } },
        );
      expect(await zhao.ask('duty.enterHours', aClaim())).toMatchObject({ refusal: 'clock-still-open' });
      itIs(dutyNow + 9 * HOUR);
      expect(await zhao.ask('duty.enterHours', aClaim())).toMatchObject({ ok: true });
    });

    it.each([
      ['the quarter of an hour before it', [-15, 0], [-16, -15]],
      ['the half hour after it', [180, 210], [210, 211]],
    ])('wait also for %s, which its clock may count', async (_what, within, beside) => {
      const startsAt = at(-DAY);
      const diary = { [shiftIdOf('昨天')]: { startsAt, endsAt: at(-DAY + 3 * HOUR), isStandby: false } };
      cloud.store('volunteers').update({ _id: chen.personId }, { $set: { diary } });
      const enter = ([from = 0, until = 0]: readonly number[]) =>
        zhao.ask('duty.enterHours', aClaim({ from: at(-DAY + from * MINUTE), until: at(-DAY + until * MINUTE) }));
      expect(await enter(within)).toMatchObject({ refusal: 'clock-still-open' });
      expect(await enter(beside)).toMatchObject({ ok: true });
    });
  });

  describe('a correction', () => {
    beforeEach(() => keeps('陈阿姨', [{ daysAgo: 26 }, { daysAgo: 2 }]));
    const correct = async (corrects: number, from: EpochMs, until: EpochMs) => {
      const { claimId } = await zhao.must('duty.enterHours', aClaim({ corrects, from, until }));
      return zhou.must('duty.decideHours', { claimId, agree: true, reason: null });
    };

    it('is a new entry that takes the place of the old one, which stays to be read', async () => {
      await correct(2, at(-2 * DAY - HOUR), at(-2 * DAY));
      const { entries, total } = await chen.must('duty.listOwnHours', { before: null });
      expect(
        entries.map(({ seq, minutes, corrects, correctedBy }) => ({ seq, minutes, corrects, correctedBy })),
      ).toEqual([
        { seq: 3, minutes: 60, corrects: 2, correctedBy: null },
        { seq: 2, minutes: 180, corrects: null, correctedBy: 3 },
        { seq: 1, minutes: 180, corrects: null, correctedBy: null },
      ]);
      expect(total).toBe(240);
    });

    it('may say that nothing of it stands', async () => {
      await correct(2, at(-2 * DAY), at(-2 * DAY));
      expect((await chen.must('duty.listOwnHours', { before: null })).total).toBe(180);
    });

    it('is itself corrected by naming it, and what was corrected is not corrected twice', async () => {
      await correct(2, at(-2 * DAY), at(-2 * DAY));
      const again = aClaim({ corrects: 2, from: at(-2 * DAY), until: at(-2 * DAY + HOUR) });
      expect(await zhao.ask('duty.enterHours', again)).toMatchObject({ refusal: 'corrected-already' });
      await correct(3, at(-2 * DAY), at(-2 * DAY + HOUR));
      expect((await chen.must('duty.listOwnHours', { before: null })).total).toBe(240);
    });

    it('of another day’s hours is no correction', async () => {
      const elsewhere = aClaim({ corrects: 2, from: at(-9 * DAY), until: at(-9 * DAY + HOUR) });
      expect(await zhao.ask('duty.enterHours', elsewhere)).toMatchObject({ refusal: 'times-wrong' });
    });

    it('of two that wait for one entry, the second comes to nothing', async () => {
      const claims = await Promise.all(
        [1, 2].map((hours) =>
          zhao.must('duty.enterHours', aClaim({ corrects: 2, from: at(-2 * DAY), until: at(-2 * DAY + hours * HOUR) })),
        ),
      );
      const answers = [];
      for (const { claimId } of claims)
        answers.push(await zhou.ask('duty.decideHours', { claimId, agree: true, reason: null }));
      expect(answers).toEqual([
        { ok: true, value: { seq: 3 } },
        expect.objectContaining({ refusal: 'corrected-already' }),
      ]);
    });

    it('counts in the month that it corrects', async () => {
      const month = (wanted: string) =>
        zhao.must('duty.exportMonth', { stationId: 'beicai-1' as never, month: wanted });
      expect([(await month('2026-10')).minutes, (await month('2026-11')).minutes]).toEqual([180, 180]);
      await correct(1, at(-26 * DAY), at(-26 * DAY + HOUR));
      expect([(await month('2026-10')).minutes, (await month('2026-11')).minutes]).toEqual([60, 180]);
    });
  });

  describe('read by staff', () => {
    it('is shown to heads above, and the look stands in the ledger once a day', async () => {
      const personId = keeps('陈阿姨', [{}]);
      const shown = await zhao.must('duty.showBook', { number: numberOf('陈阿姨'), before: null });
      expect(shown).toMatchObject({ name: '陈阿姨', total: 180 });
      await zhao.must('duty.showBook', { number: numberOf('陈阿姨'), before: null });
      expect(cloud.store('ledger').find({ subjectId: personId })).toEqual([
        expect.objectContaining({ actorId: zhao.personId, act: 'view', office: '北蔡镇总工会' }),
      ]);
    });

    it('is not shown to others', async () => {
      keeps('陈阿姨', [{}]);
      const wish = { number: numberOf('陈阿姨'), before: null };
      expect(await stranger.ask('duty.showBook', wish)).toMatchObject({ refusal: 'outside-your-unions' });
      expect(await chen.ask('duty.showBook', wish)).toMatchObject({ refusal: 'not-allowed' });
      expect(await zhao.ask('duty.showBook', { ...wish, number: 'V00000000' as never })).toMatchObject({
        refusal: 'volunteer-not-found',
      });
    });
  });

  describe('the month as a table', () => {
    it('has a line for each volunteer, with the minutes of each evidence, and runs no formula', async () => {
      keeps('陈阿姨', [
        { daysAgo: 3 },
        { daysAgo: 2, hours: 2, evidence: 'near' },
        { daysAgo: 1, stationId: 'beicai-2' },
      ]);
      keeps('=老张', [
        { daysAgo: 4, stretches: [{ from: at(-4 * DAY), until: at(-4 * DAY + 90 * 60_000), evidence: 'tap' }] },
      ]);
      const {
        csv,
        fileName,
        volunteers: people,
        minutes,
      } = await zhao.must('duty.exportMonth', {
        stationId: 'beicai-1' as never,
        month: '2026-11',
      });
      expect(zhao.tripsOfLast()).toBe(5);
      expect([fileName, people, minutes, csv.startsWith('\uFEFF')]).toEqual(['beicai-1-2026-11.csv', 2, 390, true]);
      const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
      expect(rows.find(({ 姓名 }) => 姓名 === '陈阿姨')).toMatchObject({
        志愿者编号: numberOf('陈阿姨'),
        班次数: '2',
        小时: '5.0',
        '现场动态码（分钟）': '180',
        '仅手机在附近（分钟）': '120',
      });
      expect(rows.find(({ 姓名 }) => 姓名 === "'=老张")).toMatchObject({ 小时: '1.5' });
      expect(cloud.store('ledger').count({ act: 'export' })).toBe(2);
    });

    it('is for those who answer for the station', async () => {
      const wish = { stationId: 'beicai-1' as never, month: '2026-11' };
      expect(await stranger.ask('duty.exportMonth', wish)).toMatchObject({ refusal: 'outside-your-unions' });
    });

    it('is whole with more entries than one question carries', async () => {
      for (let nth = 0; nth < 120; nth += 1)
        keeps(
          `志愿者${nth}`,
          Array.from({ length: 10 }, (_, day) => ({ daysAgo: 1 + day })),
        );
      const { minutes, volunteers: people } = await zhao.must('duty.exportMonth', {
        stationId: 'beicai-1' as never,
        month: '2026-11',
      });
      expect([people, minutes]).toEqual([120, 120 * 10 * 180]);
    });
  });

  describe('thanks', () => {
    it('names those who like to be named for the month before, in no order of merit', async () => {
      keeps('周伯伯', [{ daysAgo: 30 }, { daysAgo: 31 }], { thanks: true });
      keeps('陈阿姨', [{ daysAgo: 30 }], { thanks: true });
      keeps('老张', [{ daysAgo: 30 }]);
      keeps('老李', [{ daysAgo: 30 }], { thanks: true, state: 'left' });
      keeps('老王', [{ daysAgo: 2 }], { thanks: true });
      // Nobody has looked at what they would like to be called.
      keeps('老赵', [{ daysAgo: 30 }], { thanks: true, calledName: 'V00000009', heldName: '投资老赵' });
      const answer = await cloud.nobody('duty', { action: 'listThanks', input: { stationId: 'beicai-1' } });
      expect(answer.result).toEqual({ ok: true, value: { month: '2026-10', names: ['陈阿姨', '周伯伯'], others: 3 } });
    });

    it('are empty where nobody served', async () => {
      expect(await chen.must('duty.listThanks', { stationId: 'beicai-2' as never })).toEqual({
        month: '2026-10',
        names: [],
        others: 0,
      });
      expect(chen.tripsOfLast()).toBe(1);
    });
  });

  it('names and persons are in no log', async () => {
    keeps('陈阿姨', [{}], { verifyAt: NEVER });
    await zhao.must('duty.showBook', { number: numberOf('陈阿姨'), before: null });
    const logged = cloud
      .everythingWritten()
      .split('\n')
      .filter((line) => line.includes('"action"'));
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join('\n')).not.toMatch(/陈阿姨|V\d{8}/);
  });
});
