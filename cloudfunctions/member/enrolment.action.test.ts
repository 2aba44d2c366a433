import { consentVersions } from '../../types/consent';
import { aDraft, allChecks, applyFor, caseOf, consentAll, fillIn, signature } from '../testing/applicant';
import { anIdCard } from '../testing/made-up-id-card';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';

describe('joining the union', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    cloud.appoint('shen', 'administrator', 'pudong');
  });
  afterAll(() => cloud.close());

  it('takes a rider from nothing to a card in the hands of the union', async () => {
    const rider = cloud.as('li');
    const clerk = cloud.as('chen');
    expect(await rider.must('member.showSelf', {})).toMatchObject({ enrolment: null, card: null, roles: [] });
    const caseId = await applyFor(rider);
    expect(await rider.must('member.showCard', {})).toMatchObject({ state: 'pending', code: null, cardNumber: null });
    const queue = await clerk.must('review.listPending', {});
    expect(queue.items).toEqual([
      expect.objectContaining({ caseId, maskedName: '李*飞', office: '北蔡镇总工会', workingDaysLeft: 10 }),
    ]);
    const { cardNumber } = await clerk.must('member.approve', { caseId, checks: allChecks });
    expect(await rider.must('member.showCard', {})).toMatchObject({
      state: 'active',
      cardNumber,
      unionName: '北蔡镇总工会',
    });
    expect((await clerk.must('review.listPending', {})).items).toEqual([]);
    expect((await clerk.must('review.listDecided', {})).items).toEqual([
      expect.objectContaining({ caseId, outcome: 'approved', decidedBy: 'chen' }),
    ]);
  });

  it('asks for consent before it takes a single fact', async () => {
    const rider = cloud.as('li');
    expect(await rider.ask('member.saveDraft', { occupation: 'courier' })).toEqual({
      ok: false,
      refusal: 'consent-needed',
    });
    await rider.must('member.giveConsents', {
      consents: [{ purpose: 'membership', version: consentVersions.membership }],
    });
    await rider.must('member.saveDraft', { occupation: 'courier' });
    expect(await rider.ask('member.saveDraft', { document: { kind: 'id-card', number: anIdCard(1) } })).toEqual({
      ok: false,
      refusal: 'consent-needed',
    });
  });

  it('refuses consent to a text that is no longer shown', async () => {
    const given = await cloud
      .as('li')
      .ask('member.giveConsents', { consents: [{ purpose: 'membership', version: '2020-01' }] });
    expect(given).toEqual({ ok: false, refusal: 'consent-text-changed' });
  });

  it('keeps a draft for another day, its numbers masked', async () => {
    const rider = cloud.as('li');
    await fillIn(rider);
    const { form, missing, may } = await rider.must('member.showEnrolment', {});
    expect(form).toMatchObject({
      name: '李小飞',
      maskedMobile: '139****5678',
      maskedNumber: `310115********${anIdCard(1).slice(-4)}`,
    });
    expect(missing).toEqual([]);
    expect(may).toEqual({ edit: true, submit: true, withdraw: false });
  });

  it('sends nobody in with a hole in the form', async () => {
    const rider = cloud.as('li');
    await consentAll(rider);
    await rider.must('member.saveDraft', { name: '李小飞' });
    expect(await rider.ask('member.apply', signature)).toEqual({ ok: false, refusal: 'application-incomplete' });
  });

  it('refuses somebody who turns sixteen tomorrow', async () => {
    const rider = cloud.as('li');
    await consentAll(rider);
    const tomorrow = new Date(Date.now() + 8 * 3_600_000 + 24 * 3_600_000).toISOString().slice(0, 10);
    const birthday = `${Number(tomorrow.slice(0, 4)) - 16}${tomorrow.slice(5, 7)}${tomorrow.slice(8, 10)}`;
    const saved = await rider.ask('member.saveDraft', { document: { kind: 'id-card', number: anIdCard(1, birthday) } });
    expect(saved).toEqual({ ok: false, refusal: 'too-young' });
  });

  it('lets one of two phones with the same ID card in, and tells the other what is so', async () => {
    const [one, other] = [cloud.as('one'), cloud.as('other')];
    await Promise.all([fillIn(one), fillIn(other)]);
    const answers = await Promise.all([one.ask('member.apply', signature), other.ask('member.apply', signature)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: 'id-card-in-use' });
    expect(cloud.store('cases').count()).toBe(1);
  });

  it('holds one living application per ID card when 200 workers share 20 cards', async () => {
    const workers = Array.from({ length: 200 }, (_, nth) => ({
      phone: cloud.as(`worker-${nth}`),
      card: anIdCard(nth % 20),
    }));
    for (const { phone, card } of workers) await fillIn(phone, aDraft({ document: { kind: 'id-card', number: card } }));
    const answers = await Promise.all(workers.map(({ phone }) => phone.ask('member.apply', signature)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(20);
    expect(
      answers.filter((answer) => !answer.ok && 'refusal' in answer && answer.refusal === 'id-card-in-use'),
    ).toHaveLength(180);
    const keys = cloud
      .store('members')
      .find({ 'enrolment.state': 'submitted' })
      .map((doc) => doc['identityKey']);
    expect(new Set(keys).size).toBe(20);
    expect(cloud.store('cases').count({ state: 'pending' })).toBe(20);
  });

  it('hands in once, however often the button is pressed', async () => {
    const rider = cloud.as('li');
    await fillIn(rider);
    const answers = await Promise.all(Array.from({ length: 6 }, () => rider.ask('member.apply', signature)));
    answers.push(await rider.ask('member.apply', signature));
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: true, value: { state: 'submitted', clock: { caseId: caseOf(rider) } } });
    expect(cloud.store('cases').count()).toBe(1);
    expect((await rider.must('member.showEnrolment', {})).history).toHaveLength(1);
  });

  it('frees the ID card of somebody who withdraws', async () => {
    const [one, other] = [cloud.as('one'), cloud.as('other')];
    const caseId = await applyFor(one);
    await one.must('member.withdraw', {});
    await applyFor(other);
    expect(cloud.store('cases').get(caseId)).toMatchObject({ state: 'closed', outcome: 'withdrawn', decidedBy: null });
    expect(await one.must('member.withdraw', {})).toEqual({ state: 'withdrawn' });
  });

  it('lets a returned application be corrected and handed in again', async () => {
    const [rider, clerk] = [cloud.as('li'), cloud.as('chen')];
    const caseId = await applyFor(rider);
    await clerk.must('member.sendBack', { caseId, reasons: ['name-differs'], note: null });
    const view = await rider.must('member.showEnrolment', {});
    expect(view).toMatchObject({ state: 'returned', may: { edit: true, submit: true, withdraw: true } });
    expect(view.history.at(-1)).toMatchObject({ step: 'return', office: '北蔡镇总工会', reasons: ['name-differs'] });
    await rider.must('member.saveDraft', { name: '李晓飞' });
    const { clock } = await rider.must('member.apply', signature);
    expect(clock.caseId).toBe(caseOf(rider, 2));
    await clerk.must('member.approve', { caseId: clock.caseId, checks: allChecks });
    expect(await rider.must('member.showCard', {})).toMatchObject({ name: '李晓飞', state: 'active' });
  });

  it('keeps the ID card claimed while a returned application is being corrected', async () => {
    const [rider, other] = [cloud.as('li'), cloud.as('other')];
    await cloud
      .as('chen')
      .must('member.sendBack', { caseId: await applyFor(rider), reasons: ['name-differs'], note: null });
    await fillIn(other);
    expect(await other.ask('member.apply', signature)).toEqual({ ok: false, refusal: 'id-card-in-use' });
  });

  it('lets a refused person apply again', async () => {
    const [rider, clerk] = [cloud.as('li'), cloud.as('chen')];
    await clerk.must('member.reject', { caseId: await applyFor(rider), reason: 'other', note: '请向用人单位工会申请' });
    expect(await rider.must('member.showEnrolment', {})).toMatchObject({
      state: 'refused',
      may: { edit: true, submit: false },
    });
    await rider.must('member.saveDraft', { employerName: '圆通速递' });
    const { recommended } = await rider.must('member.findUnion', {});
    await rider.must('member.chooseUnion', { unionId: recommended.unionId, reason: null });
    expect((await rider.must('member.apply', signature)).clock.caseId).toBe(caseOf(rider, 2));
  });

  it('wants a reason for a union other than the recommended one, and shows it to the clerk', async () => {
    const rider = cloud.as('li');
    await consentAll(rider);
    await rider.must('member.saveDraft', aDraft());
    const elsewhere = { unionId: 'weifang' as never, reason: null };
    expect(await rider.ask('member.chooseUnion', elsewhere)).toEqual({ ok: false, refusal: 'reason-needed' });
    await rider.must('member.chooseUnion', { ...elsewhere, reason: '住在潍坊，晚上都在那边跑单' });
    const { clock } = await rider.must('member.apply', signature);
    const file = await cloud.as('zhou').must('member.showApplication', { caseId: clock.caseId });
    expect(file.union).toMatchObject({
      choice: { rule: 'own-choice' },
      recommended: false,
      reason: '住在潍坊，晚上都在那边跑单',
    });
  });

  it('forgets the chosen union when the work changes', async () => {
    const rider = cloud.as('li');
    await fillIn(rider);
    await rider.must('member.saveDraft', { workAreaId: 'weifang' as never });
    expect(await rider.ask('member.apply', signature)).toEqual({ ok: false, refusal: 'application-incomplete' });
  });

  it('does not let a member apply again', async () => {
    const rider = cloud.as('li');
    await cloud.as('chen').must('member.approve', { caseId: await applyFor(rider), checks: allChecks });
    expect(await rider.ask('member.apply', signature)).toEqual({ ok: false, refusal: 'already-member' });
    expect(await rider.ask('member.saveDraft', { name: '别人' })).toEqual({
      ok: false,
      refusal: 'application-not-editable',
    });
  });

  describe('when everything stops between two writes', () => {
    const loseTheCase = async (): Promise<ReturnType<TestCloud['as']>> => {
      const rider = cloud.as('li');
      const caseId = await applyFor(rider);
      const fresh = {
        _id: caseId,
        kind: 'enrolment',
        subjectId: rider.personId,
        maskedName: '李*飞',
        occupation: null,
        offices: [{ unionId: 'beicai', name: '北蔡镇总工会' }],
      };
      cloud.store('cases').clear();
      cloud
        .store('members')
        .update(
          { _id: rider.personId },
          { $set: { followUps: [{ act: 'open', fresh, at: Date.now() }], unsettledAt: 0 } },
        );
      return rider;
    };

    it('opens the lost case when the applicant looks', async () => {
      const rider = await loseTheCase();
      await rider.must('member.showEnrolment', {});
      expect(cloud.store('cases').count({ state: 'pending' })).toBe(1);
    });

    it('opens it when the timer comes by, once', async () => {
      await loseTheCase();
      await cloud.tick('member');
      expect(await cloud.tick('member')).toMatchObject({ purgeExpired: { value: { repaired: 0 } } });
      expect(cloud.store('cases').count({ state: 'pending' })).toBe(1);
    });

    it('opens it when the same button is pressed again', async () => {
      const rider = await loseTheCase();
      expect(await rider.ask('member.apply', signature)).toMatchObject({ ok: true });
      expect(cloud.store('cases').count({ state: 'pending' })).toBe(1);
    });
  });
});
