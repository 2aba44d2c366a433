import type { InputFor } from '../../types/contracts';
import { EpochMs } from '../../types/time';
import { allChecks, applyFor } from '../testing/applicant';
import type { ServedOf } from '../testing/books';
import { aBook } from '../testing/books';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aVolunteer, dutyNow, numberOf } from '../testing/duty';
import { readPdf } from '../testing/pdf-reading';
import { aStation } from '../testing/stations';
import { sheetWords } from './certificate-words';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (ms: number): EpochMs => EpochMs.parse(dutyNow + ms);
let keys = 0;
const aKey = () => `key-${String((keys += 1)).padStart(18, '0')}` as never;

describe('a certificate', () => {
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
    keeps('陈阿姨', [{ daysAgo: 5 }, { daysAgo: 4, role: 'helping', evidence: 'near' }, { daysAgo: 3 }], '陈桂芳');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  function keeps(phone: string, served: readonly ServedOf[], name = phone): void {
    const { personId } = cloud.as(phone);
    const { entries, chain } = aBook(personId, served);
    cloud.store('volunteers').insert(aVolunteer(phone, personId, { chain, name, verifyAt: dutyNow }));
    cloud.store('hours-book').insertMany(entries);
  }
  const wish = (more: Partial<InputFor<'duty.askCertificate'>> = {}): InputFor<'duty.askCertificate'> => ({
    from: '2026-01-01' as never,
    until: '2026-11-23' as never,
    requestKey: aKey(),
    ...more,
  });
  const yes = { agree: true, responsible: '赵建国', contact: '021-58921234', reason: null } as const;
  const issue = async (phone: Phone = zhao) => {
    const { certificate } = await chen.must('duty.askCertificate', wish());
    const issued = await phone.must('duty.issueCertificate', { certificateId: certificate.certificateId, ...yes });
    return { ...issued.certificate, code: issued.certificate.code ?? '' };
  };
  const verify = async (code: string): Promise<unknown> =>
    (await cloud.nobody('duty', { action: 'verifyCertificate', input: { code } })).result;
  const told = (phone: Phone) =>
    cloud
      .store('notices')
      .find({ personId: phone.personId })
      .map(({ kind }) => String(kind))
      .sort();
  const tamper = (seq: number, change: Readonly<Record<string, unknown>>) =>
    cloud.store('hours-book').update({ personId: chen.personId, seq }, { $set: change });

  describe('asked for', () => {
    it('says what the book says of the days, and waits', async () => {
      const { certificate } = await chen.must('duty.askCertificate', wish());
      expect(chen.tripsOfLast()).toBe(4);
      expect(certificate).toMatchObject({
        state: 'asked',
        code: null,
        name: '陈桂芳',
        document: null,
        volunteerNo: numberOf('陈阿姨'),
        minutes: 540,
        mix: [
          { evidence: 'rotating-code', minutes: 360 },
          { evidence: 'near', minutes: 180 },
        ],
        content: ['beicai-1驿站 驿站值守（2次）', 'beicai-1驿站 便民服务（1次）'],
        issuer: null,
        number: null,
      });
    });

    it('is one, however often the same is asked, and nobody has two that wait', async () => {
      const input = wish();
      const { certificate } = await chen.must('duty.askCertificate', input);
      expect((await chen.must('duty.askCertificate', input)).certificate).toEqual(certificate);
      expect(await chen.ask('duty.askCertificate', wish())).toMatchObject({ refusal: 'asked-already' });
    });

    it('is one when two phones ask at once', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => chen.ask('duty.askCertificate', wish())));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(cloud.store('certificates').count()).toBe(1);
    });

    it.each([
      ['days that end before they begin', { from: '2026-11-02', until: '2026-11-01' }, 'days-wrong'],
      ['days to come', { from: '2026-11-01', until: '2026-11-24' }, 'days-wrong'],
      ['days without hours', { from: '2026-01-01', until: '2026-01-31' }, 'no-hours'],
    ])('for %s it is refused', async (_, days, refusal) => {
      expect(await chen.ask('duty.askCertificate', wish(days as never))).toMatchObject({ refusal });
    });

    it('counts nothing that is only assumed', async () => {
      keeps('老张', [
        { daysAgo: 3, evidence: 'tap', hours: 1 },
        { daysAgo: 2, evidence: 'assumed' },
      ]);
      const { certificate } = await cloud.as('老张').must('duty.askCertificate', wish());
      expect(certificate).toMatchObject({ minutes: 60, mix: [{ evidence: 'tap', minutes: 60 }] });
    });

    it('is refused to whoever is no volunteer', async () => {
      expect(await stranger.ask('duty.askCertificate', wish())).toMatchObject({ refusal: 'not-a-volunteer' });
    });
  });

  describe('issued', () => {
    it('has a number, a code and an issuer, and its volunteer is told', async () => {
      const certificate = await issue();
      expect(zhao.tripsOfLast()).toBeLessThanOrEqual(9);
      expect(certificate).toMatchObject({
        state: 'issued',
        minutes: 540,
        issuer: { unionName: '北蔡镇总工会', responsible: '赵建国', handler: '赵站长', contact: '021-58921234' },
        issuedOn: '2026-11-23',
      });
      expect(certificate.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      expect(certificate.number).toBe(`beicai-2026-${certificate.code.slice(0, 6)}`);
      expect(told(chen)).toEqual(['certificate-answered']);
    });

    it('names the document that the union has seen of a member', async () => {
      const caseId = await applyFor(chen);
      await zhou.must('member.approve', { caseId, checks: allChecks });
      expect((await issue()).document).toMatch(/^居民身份证 \*{4}\d{3}[\dX]$/);
    });

    it('is of the hours as they are when it is issued', async () => {
      const { certificate } = await chen.must('duty.askCertificate', wish());
      const { claimId } = await zhao.must('duty.enterHours', {
        ...{
          number: numberOf('陈阿姨'),
          stationId: 'beicai-1' as never,
          corrects: null,
          title: '敬老',
          reason: '停电',
        },
        ...{ from: at(-DAY), until: at(-DAY + HOUR), requestKey: aKey() },
      });
      await zhou.must('duty.decideHours', { claimId, agree: true, reason: null });
      const wanted = { certificateId: certificate.certificateId, ...yes };
      expect((await zhao.must('duty.issueCertificate', wanted)).certificate.minutes).toBe(600);
    });

    it('is so once: again by the same person it is the same, by another it is decided', async () => {
      const certificate = await issue();
      const again = { certificateId: certificate.certificateId, ...yes };
      expect((await zhao.must('duty.issueCertificate', again)).certificate.code).toBe(certificate.code);
      expect(await zhou.ask('duty.issueCertificate', again)).toMatchObject({ refusal: 'decided-already' });
      expect(told(chen)).toEqual(['certificate-answered']);
    });

    it('by two heads at once has one code', async () => {
      const { certificate } = await chen.must('duty.askCertificate', wish());
      const wanted = { certificateId: certificate.certificateId, ...yes };
      const answers = await Promise.all([zhao, zhou].map((phone) => phone.ask('duty.issueCertificate', wanted)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers).toContainEqual(expect.objectContaining({ refusal: 'decided-already' }));
    });

    it('is never issued to oneself, nor by others than those who answer for the station', async () => {
      keeps('赵站长', [{}]);
      const { certificate } = await zhao.must('duty.askCertificate', wish());
      const wanted = { certificateId: certificate.certificateId, ...yes };
      expect(await zhao.ask('duty.issueCertificate', wanted)).toMatchObject({ refusal: 'own-hours' });
      expect(await stranger.ask('duty.issueCertificate', wanted)).toMatchObject({ refusal: 'outside-your-unions' });
      expect(await zhou.ask('duty.issueCertificate', { ...wanted, contact: null })).toMatchObject({
        refusal: 'details-needed',
      });
    });

    it('is not issued from a book that does not hold', async () => {
      const { certificate } = await chen.must('duty.askCertificate', wish());
      tamper(2, { mix: [{ evidence: 'near', minutes: 900 }] });
      expect(
        await zhao.ask('duty.issueCertificate', { certificateId: certificate.certificateId, ...yes }),
      ).toMatchObject({ refusal: 'book-broken' });
    });

    it('may be turned down with a reason, and asked for anew', async () => {
      const { certificate } = await chen.must('duty.askCertificate', wish());
      const no = { ...yes, certificateId: certificate.certificateId, agree: false };
      expect(await zhao.ask('duty.issueCertificate', no)).toMatchObject({ refusal: 'reason-needed' });
      const refused = await zhao.must('duty.issueCertificate', { ...no, reason: '请先补齐五月的班次' });
      expect(refused.certificate).toMatchObject({ state: 'refused', reason: '请先补齐五月的班次', code: null });
      expect(await chen.ask('duty.askCertificate', wish())).toMatchObject({ ok: true });
    });
  });

  describe('verified by a stranger', () => {
    it('shows whose it is by a masked name, and what its hours rest on', async () => {
      const { code, number } = await issue();
      expect(await verify(code)).toEqual({
        ok: true,
        value: {
          ...{ code, number, state: 'issued', maskedName: '陈*芳', volunteerNo: numberOf('陈阿姨') },
          ...{ from: '2026-01-01', until: '2026-11-23', minutes: 540, unionName: '北蔡镇总工会' },
          mix: [
            { evidence: 'rotating-code', minutes: 360 },
            { evidence: 'near', minutes: 180 },
          ],
          content: ['beicai-1驿站 驿站值守（2次）', 'beicai-1驿站 便民服务（1次）'],
          ...{ contact: '021-58921234', issuedOn: '2026-11-23', revokedOn: null, minutesNow: null, chainHolds: true },
        },
      });
      await stranger.must('duty.verifyCertificate', { code });
      expect(stranger.tripsOfLast()).toBe(2);
    });

    it('is found however its code was typed or scanned', async () => {
      const { code } = await issue();
      const [one, two, three] = [code.slice(0, 4), code.slice(4, 8), code.slice(8)];
      for (const shown of [
        `${one} ${two} ${three}`,
        `${one}-${two}-${three}`.toLowerCase(),
        code.replaceAll('0', 'o').replaceAll('1', 'l'),
        `features/duty/pages/verify-certificate/index?code=${code}`,
        `https://union.example/certificates?code=${one}-${two}-${three}`,
        encodeURIComponent(`code=${code}`),
        `核验码：${one} ${two} ${three}`,
      ])
        expect([shown, await verify(shown)]).toEqual([shown, expect.objectContaining({ ok: true })]);
    });

    it('is not found by any other code', async () => {
      await issue();
      for (const code of ['0000 0000 0000', 'certificates', '%E0%A4%A', 'asked:someone', '没有这个号码'])
        expect(await verify(code)).toMatchObject({ refusal: 'certificate-not-found' });
    });

    it('is not found before it is issued', async () => {
      const { certificate } = await chen.must('duty.askCertificate', wish());
      expect(await verify(certificate.certificateId)).toMatchObject({ refusal: 'certificate-not-found' });
    });

    it('tells when hours were corrected since, and what they come to by now', async () => {
      const { code } = await issue();
      const { claimId } = await zhao.must('duty.enterHours', {
        ...{
          number: numberOf('陈阿姨'),
          stationId: 'beicai-1' as never,
          corrects: 1,
          title: '更正',
          reason: '提前离岗',
        },
        ...{ from: at(-5 * DAY - HOUR), until: at(-5 * DAY), requestKey: aKey() },
      });
      await zhou.must('duty.decideHours', { claimId, agree: true, reason: null });
      expect(await verify(code)).toMatchObject({ value: { minutes: 540, minutesNow: 420, chainHolds: true } });
    });

    it('tells that it was revoked', async () => {
      const { code, certificateId } = await issue();
      const revoked = await zhou.must('duty.revokeCertificate', { certificateId, reason: '时长有误' });
      expect(revoked.certificate).toMatchObject({ state: 'revoked', reason: '时长有误' });
      const number = revoked.certificate.volunteerNo;
      const { certificates } = await zhou.must('duty.showBook', { number, before: null });
      expect(certificates).toEqual([revoked.certificate]);
      expect(await verify(code)).toMatchObject({
        value: { state: 'revoked', revokedOn: '2026-11-23', chainHolds: true },
      });
      expect(told(chen)).toEqual(['certificate-answered', 'certificate-revoked']);
      expect(await zhou.must('duty.revokeCertificate', { certificateId, reason: '时长有误' })).toEqual(revoked);
      expect(await zhao.ask('duty.revokeCertificate', { certificateId, reason: '另一个原因' })).toMatchObject({
        refusal: 'not-issued',
      });
    });

    it.each<[string, () => void]>([
      ['an entry was changed', () => tamper(2, { mix: [{ evidence: 'near', minutes: 900 }] })],
      ['an entry was changed to what is no entry', () => tamper(2, { mix: 'many' })],
      ['an entry was taken out', () => cloud.store('hours-book').remove({ personId: chen.personId, seq: 2 })],
      [
        'the last entry was taken out and the book’s end moved',
        () => {
          const before = cloud.store('hours-book').find({ personId: chen.personId, seq: 2 })[0];
          cloud.store('hours-book').remove({ personId: chen.personId, seq: 3 });
          cloud
            .store('volunteers')
            .update({ _id: chen.personId }, { $set: { chain: { length: 2, head: before?.['hash'] } } });
        },
      ],
      [
        'the certificate itself was changed',
        () => cloud.store('certificates').update({}, { $set: { minutes: 9_000 } }),
      ],
      ['its name was changed', () => cloud.store('certificates').update({}, { $set: { name: '王小明' } })],
    ])('says so when %s, and so does the timer', async (_, act) => {
      const { code } = await issue();
      expect(await cloud.tick('duty')).toMatchObject({ verifyBooks: { value: { read: 1, broken: 0 } } });
      act();
      expect(await verify(code)).toMatchObject({ value: { chainHolds: false } });
      itIs(dutyNow + 31 * DAY);
      expect(await cloud.tick('duty')).toMatchObject({ verifyBooks: { value: { read: 1, broken: 1 } } });
      expect(cloud.everythingWritten()).toContain('{"alarm":"books-broken","count":1}');
    });

    it('of a revoked one that was made good again in the store says so', async () => {
      const { code, certificateId } = await issue();
      await zhou.must('duty.revokeCertificate', { certificateId, reason: '时长有误' });
      cloud.store('certificates').update({}, { $set: { state: 'issued', revokedAt: null } });
      expect(await verify(code)).toMatchObject({ value: { chainHolds: false } });
    });
  });

  describe('on paper', () => {
    it('is one sheet with everything that the law asks for, small enough for a phone', async () => {
      const { certificateId, number } = await issue();
      const { fileName, base64 } = await chen.must('duty.certificatePdf', { certificateId });
      expect(chen.tripsOfLast()).toBe(1);
      expect(fileName).toBe(`${number ?? ''}.pdf`);
      expect(base64.length).toBeLessThan(200_000);
      const { pages, fonts, signs } = readPdf(Buffer.from(base64, 'base64'));
      expect(pages).toBe(1);
      expect(fonts).toBeGreaterThan(3);
      const written = `${sheetWords.title}陈桂芳${numberOf('陈阿姨')}北蔡镇总工会赵建国赵站长021-58921234驿站值守${sheetWords.howToVerify}`;
      expect(Array.from(written).filter((sign) => !signs.has(sign))).toEqual([]);
    });

    it('has a mark where no font has a sign of a name, and says what to do', async () => {
      cloud.store('volunteers').update({ _id: chen.personId }, { $set: { name: '陈䶮' } });
      const { certificateId } = await issue();
      const { base64 } = await chen.must('duty.certificatePdf', { certificateId });
      const { signs } = readPdf(Buffer.from(base64, 'base64'));
      expect([signs.has('〓'), signs.has('䶮'), signs.has('缺')]).toEqual([true, false, true]);
    });

    it('is for its volunteer alone, and only while it stands', async () => {
      const { certificate } = await chen.must('duty.askCertificate', wish());
      const { certificateId } = certificate;
      expect(await chen.ask('duty.certificatePdf', { certificateId })).toMatchObject({ refusal: 'not-issued' });
      await zhao.must('duty.issueCertificate', { certificateId, ...yes });
      expect(await zhao.ask('duty.certificatePdf', { certificateId })).toMatchObject({
        refusal: 'certificate-not-found',
      });
      await zhao.must('duty.revokeCertificate', { certificateId, reason: '时长有误' });
      expect(await chen.ask('duty.certificatePdf', { certificateId })).toMatchObject({ refusal: 'not-issued' });
    });
  });
});
