import { aDraft, allChecks, applyFor, caseOf, joinWith } from '../testing/applicant';
import { anIdCard } from '../testing/made-up-id-card';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { transferCaseId } from './membership';

describe('being a member', () => {
  let cloud: TestCloud;
  let member: Phone;
  let clerk: Phone;
  let other: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(async () => {
    cloud.reset();
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    [member, clerk, other] = [cloud.as('wang'), cloud.as('chen'), cloud.as('zhou')];
    await joinWith(member, clerk);
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const later = (ms: number): void => itIs(Date.now() + ms);

  const codeOf = async (phone: Phone): Promise<string> => (await phone.must('member.showCard', {})).code ?? '';
  const sides = (round = 1) => ({
    release: transferCaseId('release', member.personId, round),
    accept: transferCaseId('accept', member.personId, round),
  });
  const askForTransfer = () =>
    member.must('member.requestTransfer', { toUnionId: 'weifang' as never, reason: '换到潍坊的站点' });

  describe('the card', () => {
    it('is verified live by somebody else, who learns a masked name and a state', async () => {
      const check = await cloud.as('door').must('member.verifyCard', { code: await codeOf(member) });
      expect(check).toEqual({
        valid: true,
        state: 'active',
        maskedName: '李*飞',
        unionName: '北蔡镇总工会',
        checkedAt: expect.any(Number) as number,
      });
    });

    it('changes its code each time and refuses a copied one', async () => {
      const code = await codeOf(member);
      expect(await codeOf(member)).not.toBe(code);
      await cloud.as('door').must('member.verifyCard', { code });
      expect(await cloud.as('elsewhere').ask('member.verifyCard', { code })).toEqual({
        ok: false,
        refusal: 'code-used',
      });
    });

    it('admits once when two doors are shown one code at the same moment', async () => {
      const code = await codeOf(member);
      const answers = await Promise.all(
        ['a', 'b', 'c'].map((door) => cloud.as(door).ask('member.verifyCard', { code })),
      );
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    });

    it('tells the same door the same again when the answer got lost', async () => {
      const code = await codeOf(member);
      const door = cloud.as('door');
      const first = await door.must('member.verifyCard', { code });
      later(5_000);
      // A picture of the code held out at the same door shows when it was looked at first.
      expect(await door.must('member.verifyCard', { code })).toEqual(first);
    });

    it('lets a code die after a minute', async () => {
      const code = await codeOf(member);
      later(60_000);
      expect(await cloud.as('door').ask('member.verifyCard', { code })).toEqual({ ok: false, refusal: 'code-expired' });
    });

    it('reads no code that it did not make', async () => {
      const code = await codeOf(member);
      for (const forged of [
        'x',
        '310115199001010011',
        `${code}A`,
        code.replace('US1.', 'US2.'),
        code.slice(0, -2),
        `US1.k1.${member.personId}`,
      ])
        expect(await cloud.as('door').ask('member.verifyCard', { code: forged })).toEqual({
          ok: false,
          refusal: 'code-unreadable',
        });
    });

    it('shows a suspended card as what it is, without a code', async () => {
      const { cardNumber, code } = await member.must('member.showCard', {});
      if (cardNumber === null || code === null) throw new Error('no card');
      await clerk.must('member.suspend', { cardNumber, note: '等待核实' });
      expect(await member.must('member.showCard', {})).toMatchObject({ state: 'suspended', code: null });
      expect(await cloud.as('door').must('member.verifyCard', { code })).toMatchObject({
        valid: false,
        state: 'suspended',
      });
      await clerk.must('member.restore', { cardNumber, note: '已核实' });
      expect(await codeOf(member)).not.toBe('');
    });

    it('finds a member of another street for nobody', async () => {
      const { cardNumber } = await member.must('member.showCard', {});
      if (cardNumber === null) throw new Error('no card');
      expect(await other.ask('member.findMember', { cardNumber })).toEqual({ ok: false, refusal: 'member-not-found' });
      expect(await other.ask('member.suspend', { cardNumber, note: '试试' })).toEqual({
        ok: false,
        refusal: 'member-not-found',
      });
      expect(await clerk.must('member.findMember', { cardNumber })).toMatchObject({
        maskedName: '李*飞',
        may: { suspend: true, restore: false },
      });
    });
  });

  describe('a transfer', () => {
    it('moves when both unions have said yes, the card good all the while', async () => {
      await askForTransfer();
      const doorOpens = async () =>
        (await cloud.as('door').must('member.verifyCard', { code: await codeOf(member) })).valid;
      expect(await doorOpens()).toBe(true);
      await other.must('member.confirmTransfer', { caseId: sides().accept });
      expect(await member.must('member.showMembership', {})).toMatchObject({
        state: 'transferring',
        unionName: '北蔡镇总工会',
      });
      expect(await doorOpens()).toBe(true);
      await clerk.must('member.confirmTransfer', { caseId: sides().release });
      expect(await member.must('member.showMembership', {})).toMatchObject({
        state: 'active',
        unionName: '潍坊新村街道总工会',
        transfer: null,
      });
      expect(await doorOpens()).toBe(true);
    });

    it('takes the file along: the old union reads it no more', async () => {
      await askForTransfer();
      await other.must('member.confirmTransfer', { caseId: sides().accept });
      await clerk.must('member.confirmTransfer', { caseId: sides().release });
      expect(await clerk.ask('member.showApplication', { caseId: sides().release })).toEqual({
        ok: false,
        refusal: 'outside-your-unions',
      });
      await other.must('member.showApplication', { caseId: sides().accept });
    });

    it('belongs to one union when both clerks confirm at the same moment', async () => {
      await askForTransfer();
      const confirm = (phone: Phone, caseId: ReturnType<typeof sides>['accept']) =>
        phone.ask('member.confirmTransfer', { caseId });
      const answers = await Promise.all([confirm(other, sides().accept), confirm(clerk, sides().release)]);
      for (const [place, answer] of answers.entries())
        if (!answer.ok) await confirm(place === 0 ? other : clerk, place === 0 ? sides().accept : sides().release);
      expect(await member.must('member.showMembership', {})).toMatchObject({
        state: 'active',
        unionName: '潍坊新村街道总工会',
      });
      expect(cloud.store('cases').count({ state: 'pending' })).toBe(0);
    });

    it('lets each side decide for itself only', async () => {
      await askForTransfer();
      expect(await clerk.ask('member.confirmTransfer', { caseId: sides().accept })).toEqual({
        ok: false,
        refusal: 'outside-your-unions',
      });
      expect(await other.ask('member.confirmTransfer', { caseId: sides().release })).toEqual({
        ok: false,
        refusal: 'outside-your-unions',
      });
    });

    it('stays when one side declines, and ends the other side’s case', async () => {
      await askForTransfer();
      await other.must('member.declineTransfer', { caseId: sides().accept, note: '工作地址不在本街道' });
      const view = await member.must('member.showMembership', {});
      expect(view).toMatchObject({ state: 'active', unionName: '北蔡镇总工会', transfer: null });
      expect(view.history.at(-1)).toMatchObject({ step: 'decline-transfer', note: '工作地址不在本街道' });
      expect(await clerk.ask('member.confirmTransfer', { caseId: sides().release })).toEqual({
        ok: false,
        refusal: 'case-decided-already',
      });
      expect(cloud.store('cases').count({ state: 'pending' })).toBe(0);
    });

    it('can be thought better of, and asked for again', async () => {
      await askForTransfer();
      await member.must('member.cancelTransfer', {});
      expect(await member.must('member.showMembership', {})).toMatchObject({ state: 'active', transfer: null });
      await askForTransfer();
      await other.must('member.confirmTransfer', { caseId: sides(2).accept });
      expect(await other.ask('member.confirmTransfer', { caseId: sides(1).accept })).toEqual({
        ok: false,
        refusal: 'case-decided-already',
      });
    });

    it('is asked for once, however often the button is pressed', async () => {
      await Promise.all([askForTransfer(), askForTransfer(), askForTransfer()]);
      expect(cloud.store('cases').count({ state: 'pending' })).toBe(2);
    });

    it('goes nowhere from nowhere: not to the same union, not to one that is none', async () => {
      const ask = (toUnionId: string) =>
        member.ask('member.requestTransfer', { toUnionId: toUnionId as never, reason: '换工作' });
      expect(await ask('beicai')).toEqual({ ok: false, refusal: 'same-union' });
      expect(await ask('atlantis')).toEqual({ ok: false, refusal: 'union-not-found' });
      expect(
        await cloud.as('stranger').ask('member.requestTransfer', { toUnionId: 'weifang' as never, reason: '换工作' }),
      ).toEqual({ ok: false, refusal: 'not-a-member' });
    });

    it('carries somebody whose union dissolved to a new one', async () => {
      const { cardNumber } = await member.must('member.showCard', {});
      if (cardNumber === null) throw new Error('no card');
      await clerk.must('member.retain', { cardNumber, note: '工会撤销，会籍保留' });
      expect(await codeOf(member)).not.toBe('');
      await askForTransfer();
      await other.must('member.declineTransfer', { caseId: sides().accept, note: '请先到区总工会登记' });
      expect(await member.must('member.showMembership', {})).toMatchObject({ state: 'retained' });
    });
  });

  describe('leaving', () => {
    it('is free, ends the card at once and lets one come back', async () => {
      await askForTransfer();
      const code = await codeOf(member);
      await member.must('member.leave', { understood: true });
      expect(await member.must('member.showCard', {})).toMatchObject({ state: 'left', code: null });
      expect(await cloud.as('door').must('member.verifyCard', { code })).toMatchObject({ valid: false, state: 'left' });
      expect(cloud.store('cases').count({ state: 'pending' })).toBe(0);
      expect(await member.ask('member.showMembership', {})).toEqual({ ok: false, refusal: 'not-a-member' });
      expect(await member.must('member.showSelf', {})).toMatchObject({ card: 'left', unionName: null });
      const caseId = await applyFor(member);
      expect(caseId).toBe(caseOf(member, 2));
      await clerk.must('member.approve', { caseId, checks: allChecks });
      expect(await member.must('member.showCard', {})).toMatchObject({ state: 'active' });
    });

    it('frees the ID card for another phone', async () => {
      await member.must('member.leave', { understood: true });
      await joinWith(cloud.as('new-phone'), clerk);
      expect(await cloud.as('new-phone').must('member.showCard', {})).toMatchObject({ state: 'active' });
    });

    it('clears the sealed numbers after thirty days and keeps the roll', async () => {
      await askForTransfer();
      await member.must('member.leave', { understood: true });
      later(30 * 24 * 3_600_000 + 1);
      await cloud.tick('member');
      const record = cloud.store('members').get(member.personId);
      expect(JSON.stringify(record)).not.toContain('换到潍坊的站点');
      expect(record).toMatchObject({
        mobile: null,
        document: null,
        form: { name: '李小飞', employerName: null },
        membership: { state: 'left' },
      });
    });
  });

  describe('my data', () => {
    it('says what is held, why and until when, and copies it whole', async () => {
      const { held } = await member.must('member.showOwnData', {});
      expect(held).toContainEqual({
        field: 'document',
        shown: expect.stringMatching(/^310115\*+/) as string,
        purpose: 'identity-document',
        keptUntil: 'while-member',
        deletedOn: null,
      });
      const { json } = await member.must('member.copyOwnData', {});
      expect(JSON.parse(json)).toMatchObject({ mobile: '13912345678', document: { number: anIdCard(1) } });
    });

    it('tells somebody who left and applies anew the clock of the new application', async () => {
      const clocks = async () =>
        new Set((await member.must('member.showOwnData', {})).held.map(({ keptUntil }) => keptUntil));
      await member.must('member.leave', { understood: true });
      expect(await clocks()).toEqual(new Set(['left-30-days', 'membership-record']));
      const caseId = await applyFor(member);
      expect(await clocks()).toEqual(new Set(['draft-90-days', 'membership-record']));
      await clerk.must('member.reject', { caseId, reason: 'not-voluntary', note: null });
      expect(await clocks()).toEqual(new Set(['refused-180-days', 'membership-record']));
    });

    it('corrects what changes in a working life', async () => {
      await member.must('member.correctOwnData', { mobile: '13800000001', occupation: 'courier' });
      const { held } = await member.must('member.showOwnData', {});
      expect(held.find(({ field }) => field === 'mobile')?.shown).toBe('138****0001');
      expect(held.find(({ field }) => field === 'occupation')?.shown).toBe('快递员');
    });

    it('withdraws one consent and keeps the rest', async () => {
      const given = { purpose: 'notices', version: '2026-11' } as const;
      await member.must('member.giveConsents', { consents: [given] });
      const { receipts } = await member.must('member.withdrawConsent', { purpose: 'notices' });
      expect(receipts.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose)).toEqual([
        'membership',
        'identity-document',
      ]);
      expect(await member.ask('member.withdrawConsent', { purpose: 'membership' })).toEqual({
        ok: false,
        refusal: 'leave-union-first',
      });
    });

    it('belongs to the person who asks and to nobody named in the request', async () => {
      const answer = await cloud
        .as('thief')
        .send('member', { action: 'copyOwnData', input: { personId: member.personId }, personId: member.personId });
      expect(JSON.stringify(answer)).not.toContain('李小飞');
    });

    it('deletes the number of a draft the minute its consent is withdrawn', async () => {
      const rider = cloud.as('rider');
      await applyFor(rider, aDraft({ document: { kind: 'id-card', number: anIdCard(9) } }));
      expect(await rider.ask('member.withdrawConsent', { purpose: 'identity-document' })).toEqual({
        ok: false,
        refusal: 'withdraw-application-first',
      });
      await rider.must('member.withdraw', {});
      await rider.must('member.withdrawConsent', { purpose: 'identity-document' });
      expect(cloud.store('members').get(rider.personId)).toMatchObject({ document: null });
    });
  });
});
