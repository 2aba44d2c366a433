import type { CaseId } from '../../types/ids';
import { aDraft, allChecks, applyFor, caseOf, signature } from '../testing/applicant';
import { anIdCard } from '../testing/made-up-id-card';
import { itIs, morningOf } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';

const DAY_MS = 24 * 3_600_000;

describe('the union decides', () => {
  let cloud: TestCloud;
  let clerk: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('lu', 'clerk', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    cloud.appoint('shen', 'administrator', 'pudong');
    clerk = cloud.as('chen');
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const applicants = async (count: number): Promise<CaseId[]> => {
    const cases = [];
    for (let nth = 0; nth < count; nth += 1)
      cases.push(
        await applyFor(cloud.as(`applicant-${nth}`), aDraft({ document: { kind: 'id-card', number: anIdCard(nth) } })),
      );
    return cases;
  };

  it('decides each of 100 cases once when two clerks race, and writes down by whom', async () => {
    const cases = await applicants(100);
    const decide = async (name: string, caseId: CaseId) => ({
      name,
      answer: await cloud.as(name).ask('member.approve', { caseId, checks: allChecks }),
    });
    for (const caseId of cases) {
      const [one, other] = await Promise.all([decide('chen', caseId), decide('lu', caseId)]);
      const [winner, loser] = one.answer.ok ? [one, other] : [other, one];
      expect(winner.answer).toMatchObject({ ok: true });
      expect(loser.answer).toEqual({ ok: false, refusal: 'case-decided-already' });
      expect(cloud.store('cases').get(caseId)).toMatchObject({
        state: 'closed',
        outcome: 'approved',
        decidedBy: winner.name,
      });
    }
    const numbers = cloud
      .store('members')
      .find({ 'membership.state': 'active' })
      .map((doc) => doc['cardNumber']);
    expect(new Set(numbers).size).toBe(100);
  });

  it('lets one decision stand when one clerk approves and another refuses', async () => {
    const [caseId] = await applicants(1);
    if (caseId === undefined) throw new Error('no case');
    const answers = await Promise.all([
      clerk.ask('member.approve', { caseId, checks: allChecks }),
      cloud.as('lu').ask('member.reject', { caseId, reason: 'not-voluntary', note: null }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const [person] = cloud.store('members').find({ round: 1 });
    const decided = cloud.store('cases').get(caseId);
    expect([person?.['enrolment'], decided?.['outcome']]).toEqual(
      answers[0].ok ? [expect.objectContaining({ state: 'approved' }), 'approved'] : [{ state: 'refused' }, 'refused'],
    );
  });

  it('answers the same clerk the same number when the answer got lost', async () => {
    const caseId = await applyFor(cloud.as('li'));
    const first = await clerk.must('member.approve', { caseId, checks: allChecks });
    expect(await clerk.must('member.approve', { caseId, checks: allChecks })).toEqual(first);
    expect(await cloud.as('lu').ask('member.approve', { caseId, checks: allChecks })).toEqual({
      ok: false,
      refusal: 'case-decided-already',
    });
  });

  it('approves a batch, each case for itself', async () => {
    const cases = await applicants(5);
    const [first] = cases;
    if (first === undefined) throw new Error('no case');
    await cloud.as('lu').must('member.reject', { caseId: first, reason: 'not-voluntary', note: null });
    const { outcomes } = await clerk.must('member.approveMany', { caseIds: cases, checks: allChecks });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'case-decided-already',
      ...Array<string>(4).fill('approved'),
    ]);
  });

  it('insists on all three points before it approves', async () => {
    const caseId = await applyFor(cloud.as('li'));
    const unchecked = await clerk.send('member', {
      action: 'approve',
      input: { caseId, checks: { qualifies: true, voluntary: false, complete: true } },
    });
    expect(unchecked).toMatchObject({ ok: false, refusal: 'input-invalid', fields: [{ path: 'checks.voluntary' }] });
  });

  it('wants words for a reason that is not on the list', async () => {
    const caseId = await applyFor(cloud.as('li'));
    expect(await clerk.ask('member.sendBack', { caseId, reasons: ['other'], note: null })).toEqual({
      ok: false,
      refusal: 'note-needed',
    });
    expect(await clerk.ask('member.reject', { caseId, reason: 'other', note: null })).toEqual({
      ok: false,
      refusal: 'note-needed',
    });
  });

  describe('who may', () => {
    it('keeps a case from a clerk of another street', async () => {
      const caseId = await applyFor(cloud.as('li'));
      const stranger = cloud.as('zhou');
      const outside = { ok: false, refusal: 'outside-your-unions' };
      expect(await stranger.ask('member.showApplication', { caseId })).toEqual(outside);
      expect(await stranger.ask('member.approve', { caseId, checks: allChecks })).toEqual(outside);
      expect(await stranger.ask('member.sendBack', { caseId, reasons: ['work-unclear'], note: null })).toEqual(outside);
      expect(await stranger.ask('member.reject', { caseId, reason: 'not-voluntary', note: null })).toEqual(outside);
      expect(await stranger.ask('member.revealNumbers', { caseId, purpose: 'compare-document' })).toEqual(outside);
      expect((await stranger.must('review.listPending', {})).items).toEqual([]);
      expect(cloud.store('cases').get(caseId)).toMatchObject({ state: 'pending' });
    });

    it('lets the district look after every street', async () => {
      const caseId = await applyFor(cloud.as('li'));
      const district = cloud.as('shen');
      expect((await district.must('review.listPending', {})).items).toHaveLength(1);
      await district.must('member.approve', { caseId, checks: allChecks });
    });

    it('lets nobody decide on themselves', async () => {
      const own = await applyFor(clerk, aDraft({ document: { kind: 'id-card', number: anIdCard(7) } }));
      expect(await clerk.ask('member.approve', { caseId: own, checks: allChecks })).toEqual({
        ok: false,
        refusal: 'own-application',
      });
      expect((await clerk.must('member.showApplication', { caseId: own })).may).toEqual({ decide: false });
    });

    it('ends a role with its last day', async () => {
      itIs(morningOf('2026-11-24'));
      cloud.appoint('chen', 'clerk', 'beicai', '2026-11-24');
      await clerk.must('review.listPending', {});
      itIs(morningOf('2026-11-25'));
      expect(await clerk.ask('review.listPending', {})).toEqual({ ok: false, refusal: 'not-allowed' });
    });

    it('answers members and volunteers who try a staff action', async () => {
      cloud.appoint('sun', 'volunteer', 'beicai');
      for (const phone of [cloud.as('li'), cloud.as('sun')]) {
        expect(await phone.ask('review.listPending', {})).toEqual({ ok: false, refusal: 'not-allowed' });
        expect(await phone.ask('member.showApplication', { caseId: caseOf(cloud.as('li')) })).toEqual({
          ok: false,
          refusal: 'not-allowed',
        });
      }
    });

    it('takes no identity from the request', async () => {
      await applyFor(cloud.as('li'));
      const forged = {
        action: 'listPending',
        input: { openid: 'openid-chen' },
        openid: 'openid-chen',
        userInfo: { openId: 'openid-chen' },
        personId: clerk.personId,
      };
      expect(await cloud.as('li').send('review', forged)).toEqual({ ok: false, refusal: 'not-allowed' });
      const timer = { Type: 'Timer', TriggerName: 'everyMinute', action: 'moveUpOverdue' };
      expect(await cloud.as('li').send('review', timer)).toEqual({ ok: false, refusal: 'not-allowed' });
    });
  });

  describe('what is shown', () => {
    it('shows numbers in full for a purpose only, and the person reads that it was done', async () => {
      const rider = cloud.as('li');
      const caseId = await applyFor(rider);
      const file = await clerk.must('member.showApplication', { caseId });
      expect(JSON.stringify(file)).not.toContain(anIdCard(1));
      expect(JSON.stringify(file)).not.toContain('13912345678');
      expect(file).toMatchObject({
        age: expect.any(Number) as number,
        maskedMobile: '139****5678',
        may: { decide: true },
      });
      expect(await clerk.must('member.revealNumbers', { caseId, purpose: 'call-applicant' })).toEqual({
        number: anIdCard(1),
        mobile: '13912345678',
      });
      const { looks } = await rider.must('member.showOwnData', {});
      expect(looks.map(({ act, office, purpose }) => [act, office, purpose])).toEqual([
        ['reveal', '北蔡镇总工会', 'call-applicant'],
        ['view', '北蔡镇总工会', 'enrolment'],
      ]);
    });

    it('writes a clerk’s looks at one case down once a day', async () => {
      const rider = cloud.as('li');
      const caseId = await applyFor(rider);
      await clerk.must('member.showApplication', { caseId });
      await clerk.must('member.showApplication', { caseId });
      await cloud.as('lu').must('member.showApplication', { caseId });
      expect((await rider.must('member.showOwnData', {})).looks).toHaveLength(2);
    });

    it('shows no full number once the case is decided', async () => {
      const caseId = await applyFor(cloud.as('li'));
      await clerk.must('member.approve', { caseId, checks: allChecks });
      expect(await clerk.ask('member.revealNumbers', { caseId, purpose: 'call-applicant' })).toEqual({
        ok: false,
        refusal: 'case-decided-already',
      });
    });

    it('tells the applicant the office and never the clerk', async () => {
      const rider = cloud.as('li');
      await clerk.must('member.sendBack', { caseId: await applyFor(rider), reasons: ['document-differs'], note: null });
      expect(JSON.stringify(await rider.must('member.showEnrolment', {}))).not.toContain('chen');
    });
  });

  describe('the decision clock', () => {
    it('gives ten working days over a holiday, then moves up to the district', async () => {
      itIs(morningOf('2026-09-28'));
      const rider = cloud.as('li');
      const caseId = await applyFor(rider);
      const clock = (await rider.must('member.showEnrolment', {})).clock;
      // 29, 30 September, then 8, 9, 10 (worked in exchange), 12, 13, 14, 15 and 16 October.
      expect(clock).toMatchObject({
        office: '北蔡镇总工会',
        upperOffice: '浦东新区总工会',
        workingDaysLeft: 10,
        dueDay: '2026-10-16',
      });
      itIs(morningOf('2026-10-16'));
      expect(await cloud.tick('review')).toMatchObject({ moveUpOverdue: { value: { movedUp: 0 } } });
      expect((await rider.must('member.showEnrolment', {})).clock).toMatchObject({ workingDaysLeft: 0 });
      itIs(morningOf('2026-10-17'));
      const rings = await Promise.all([cloud.tick('review'), cloud.tick('review')]);
      expect(
        rings
          .map((ring) => (ring as { moveUpOverdue: { value: { movedUp: number } } }).moveUpOverdue.value.movedUp)
          .sort(),
      ).toEqual([0, 1]);
      expect((await rider.must('member.showEnrolment', {})).clock).toMatchObject({
        office: '浦东新区总工会',
        upperOffice: null,
        timesMovedUp: 1,
        workingDaysLeft: 10,
      });
      expect(await clerk.ask('member.approve', { caseId, checks: allChecks })).toEqual({
        ok: false,
        refusal: 'outside-your-unions',
      });
      await cloud.as('shen').must('member.approve', { caseId, checks: allChecks });
    });

    it('keeps moving cases up however many wait overdue at the top', async () => {
      itIs(morningOf('2026-09-28'));
      const caseId = await applyFor(cloud.as('li'));
      const waiting = cloud.store('cases').get(caseId);
      cloud.store('cases').insertMany(
        Array.from({ length: 230 }, (_, nth) => ({
          ...waiting,
          _id: caseId.replace(/:1$/, `:${nth + 2}`),
          dueAt: 1,
          movesUpAt: null,
          offices: [{ unionId: 'pudong', name: '浦东新区总工会' }],
          scope: ['pudong'],
        })),
      );
      itIs(morningOf('2026-10-20'));
      expect(await cloud.tick('review')).toMatchObject({
        moveUpOverdue: { value: { movedUp: 1, waitingAtTheTop: 200 } },
      });
      expect(cloud.store('cases').get(caseId)).toMatchObject({ timesMovedUp: 1, scope: ['pudong'] });
    });

    it('leaves a case at the top of the tree where it is', async () => {
      itIs(morningOf('2026-09-28'));
      const caseId = await applyFor(cloud.as('li'));
      for (const day of ['2026-10-20', '2026-11-20', '2026-12-20']) {
        itIs(morningOf(day));
        await cloud.tick('review');
      }
      expect(cloud.store('cases').get(caseId)).toMatchObject({ state: 'pending', timesMovedUp: 1 });
    });
  });

  it('shows first who came first among those due on one day', async () => {
    const cases = await applicants(4);
    expect((await clerk.must('review.listPending', {})).items.map(({ caseId }) => caseId)).toEqual(cases);
  });

  it('pages through a long queue without losing or repeating a case', async () => {
    const cases = await applicants(45);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: readonly { caseId: string }[]; next: string | null } = await clerk.must(
        'review.listPending',
        { cursor: cursor as never },
      );
      seen.push(...page.items.map(({ caseId }) => caseId));
      cursor = page.next;
    } while (cursor !== null);
    expect([...seen].sort()).toEqual([...cases].sort());
  });

  it('writes no ID card number and no mobile number in clear, neither stored nor logged', async () => {
    const rider = cloud.as('li');
    const caseId = await applyFor(rider);
    await clerk.must('member.revealNumbers', { caseId, purpose: 'compare-document' });
    await rider.must('member.copyOwnData', {});
    await rider.send('member', {
      action: 'saveDraft',
      input: { mobile: '1391234567x', document: { kind: 'id-card', number: `${anIdCard(1).slice(0, 17)}A` } },
    });
    const written = cloud.everythingWritten();
    expect(written).not.toContain(anIdCard(1));
    expect(written).not.toContain(anIdCard(1).slice(0, 17));
    expect(written).not.toContain('13912345678');
    expect(written).not.toContain('1391234567x');
    expect(written).not.toContain('openid-li');
    expect(written).toContain('"outcome":"agreed"');
  });

  it('clears an untouched draft after ninety days and keeps the consent as evidence', async () => {
    itIs(morningOf('2026-03-02'));
    const rider = cloud.as('li');
    await applyFor(rider);
    await rider.must('member.withdraw', {});
    jest.setSystemTime(Date.now() + 180 * DAY_MS);
    await cloud.tick('member');
    const [person] = cloud.store('members').find({});
    expect(person).toMatchObject({ mobile: null, document: null, form: { name: null }, union: null });
    expect((person?.['consents'] as unknown[]).length).toBe(2);
    expect((await rider.must('member.showEnrolment', {})).may.edit).toBe(true);
    expect(await rider.ask('member.apply', signature)).toMatchObject({ ok: false });
  });
});
