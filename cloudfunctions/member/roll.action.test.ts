import type { CardNumber } from '../../types/ids';
import { aDraft, allChecks, applyFor, joinWith } from '../testing/applicant';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anIdCard } from '../testing/made-up-id-card';
import { transferCaseId } from './membership';

describe('keeping the roll', () => {
  let cloud: TestCloud;
  let member: Phone;
  let clerk: Phone;
  let cardNumber: CardNumber;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(async () => {
    cloud.reset();
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    cloud.appoint('shen', 'administrator', 'pudong');
    [member, clerk] = [cloud.as('wang'), cloud.as('chen')];
    await joinWith(member, clerk);
    cardNumber = await numberOf(member);
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const caseOf = (phone: Phone) => `enrolment:${phone.personId}:1` as never;

  const numberOf = async (phone: Phone): Promise<CardNumber> => {
    const { cardNumber: number } = await phone.must('member.showCard', {});
    if (number === null) throw new Error('no card');
    return number;
  };

  it('lets nobody lift their own suspension', async () => {
    const district = cloud.as('shen');
    await joinWith(clerk, district, aDraft({ document: { kind: 'id-card', number: anIdCard(2) } }));
    const own = await numberOf(clerk);
    await district.must('member.suspend', { cardNumber: own, note: '等待核实' });
    expect(await clerk.ask('member.restore', { cardNumber: own, note: '我自己恢复' })).toEqual({
      ok: false,
      refusal: 'own-membership',
    });
    expect((await clerk.must('member.findMember', { cardNumber: own })).may).toEqual({
      suspend: false,
      restore: false,
      retain: false,
      correct: false,
    });
  });

  it('writes down who suspended somebody', async () => {
    await clerk.must('member.suspend', { cardNumber, note: '等待核实' });
    expect(cloud.store('ledger').find({ act: 'suspend' })).toEqual([
      expect.objectContaining({ actorId: clerk.personId, subjectId: member.personId }),
    ]);
  });

  it('suspends once when the answer got lost', async () => {
    await clerk.must('member.suspend', { cardNumber, note: '等待核实' });
    expect(await clerk.must('member.suspend', { cardNumber, note: '等待核实' })).toMatchObject({ state: 'suspended' });
    expect(cloud.store('members').find({ 'membership.state': 'suspended' })[0]?.['membership']).toMatchObject({
      history: [{}, { step: 'suspend' }],
    });
  });

  it('suspends somebody in the middle of a transfer, and ends the transfer', async () => {
    await member.must('member.requestTransfer', { toUnionId: 'weifang' as never, reason: '换到潍坊的站点' });
    await clerk.must('member.suspend', { cardNumber, note: '等待核实' });
    expect(cloud.store('cases').count({ state: 'pending' })).toBe(0);
    const caseId = transferCaseId('accept', member.personId, 1);
    expect(await cloud.as('zhou').ask('member.confirmTransfer', { caseId })).toEqual({
      ok: false,
      refusal: 'case-decided-already',
    });
  });

  it('tells the clerk that somebody left while suspended and now applies again', async () => {
    await clerk.must('member.suspend', { cardNumber, note: '等待核实' });
    await member.must('member.leave', { understood: true });
    const caseId = await applyFor(member);
    expect(await clerk.must('member.showApplication', { caseId })).toMatchObject({ leftWhileSuspended: true });
  });

  describe('a wrong name or document', () => {
    it('is corrected by a clerk, and the member sees that it was', async () => {
      await clerk.must('member.correctRecord', {
        cardNumber,
        name: '李晓飞',
        document: { kind: 'id-card', number: anIdCard(3) },
        note: '核对身份证原件',
      });
      expect(await member.must('member.showCard', {})).toMatchObject({ name: '李晓飞' });
      const { history } = await member.must('member.showMembership', {});
      expect(history.at(-1)).toMatchObject({ step: 'correct', office: '北蔡镇总工会', note: '核对身份证原件' });
      expect(cloud.everythingWritten()).not.toContain(anIdCard(3));
    });

    it('is corrected once when the answer got lost, and not at all when nothing differs', async () => {
      const wish = { cardNumber, name: '李晓飞', note: '核对身份证原件' };
      await clerk.must('member.correctRecord', wish);
      await clerk.must('member.correctRecord', wish);
      const { history } = await member.must('member.showMembership', {});
      expect(history.filter(({ step }) => step === 'correct')).toHaveLength(1);
      const same = await clerk.ask('member.correctRecord', { ...wish, note: '再核对一次' });
      expect(same).toEqual({ ok: false, refusal: 'nothing-to-correct' });
    });

    it('is not taken in again of somebody who left', async () => {
      await member.must('member.leave', { understood: true });
      const late = await clerk.ask('member.correctRecord', { cardNumber, name: '李晓飞', note: '核对身份证原件' });
      expect(late).toEqual({ ok: false, refusal: 'member-not-found' });
    });

    it('frees the wrong ID card and claims the right one', async () => {
      await clerk.must('member.correctRecord', {
        cardNumber,
        document: { kind: 'id-card', number: anIdCard(3) },
        note: '核对身份证原件',
      });
      await applyFor(cloud.as('first-owner'), aDraft());
      const thief = cloud.as('thief');
      await expect(applyFor(thief, aDraft({ document: { kind: 'id-card', number: anIdCard(3) } }))).rejects.toThrow(
        'id-card-in-use',
      );
    });

    it('is not corrected into somebody else', async () => {
      await joinWith(cloud.as('other'), clerk, aDraft({ document: { kind: 'id-card', number: anIdCard(4) } }));
      const taken = { cardNumber, document: { kind: 'id-card' as const, number: anIdCard(4) }, note: '核对身份证原件' };
      expect(await clerk.ask('member.correctRecord', taken)).toEqual({ ok: false, refusal: 'id-card-in-use' });
      expect(await cloud.as('zhou').ask('member.correctRecord', { ...taken, name: '别人' })).toEqual({
        ok: false,
        refusal: 'member-not-found',
      });
      expect(await clerk.ask('member.correctRecord', { cardNumber, note: '什么也不改' })).toEqual({
        ok: false,
        refusal: 'nothing-to-correct',
      });
    });
  });

  it('refuses a code that the same door was shown a while ago', async () => {
    const { code } = await member.must('member.showCard', {});
    const door = cloud.as('door');
    await door.must('member.verifyCard', { code: code ?? '' });
    await door.must('member.verifyCard', { code: code ?? '' });
    itIs(Date.now() + 11_000);
    expect(await door.ask('member.verifyCard', { code: code ?? '' })).toEqual({ ok: false, refusal: 'code-used' });
  });

  it('does not take a case of one sort for one of another', async () => {
    await member.must('member.requestTransfer', { toUnionId: 'weifang' as never, reason: '换到潍坊的站点' });
    const caseId = transferCaseId('release', member.personId, 1);
    expect(await clerk.ask('member.approve', { caseId, checks: allChecks })).toEqual({
      ok: false,
      refusal: 'case-not-found',
    });
    expect(await clerk.ask('member.confirmTransfer', { caseId: caseOf(member) })).toEqual({
      ok: false,
      refusal: 'case-not-found',
    });
  });

  it('says yes again to what was done when the answer got lost', async () => {
    await member.must('member.requestTransfer', { toUnionId: 'weifang' as never, reason: '换到潍坊的站点' });
    await member.must('member.cancelTransfer', {});
    await member.must('member.cancelTransfer', {});
    await member.must('member.giveConsents', { consents: [{ purpose: 'notices', version: '2026-11' }] });
    await member.must('member.withdrawConsent', { purpose: 'notices' });
    await member.must('member.withdrawConsent', { purpose: 'notices' });
  });
});
