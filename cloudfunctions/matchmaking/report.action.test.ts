import type { InputFor } from '../../types/contracts';
import type { ProposalId, WishId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { matchConsentVersion, matchPurposes, statementVersion } from '../../types/match-kind';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { keyOf } from '../testing/duty-world';
import { aProposal } from '../testing/match-proposals';
import { aForm, aProfile, aStudio, matchNow } from '../testing/matchmaking';
import { aMember } from '../testing/members';
import { openedText } from '../testing/opened-seals';
import { barKeyOf } from './ids';
import { holds } from './pair-marks';
import type { Pair, Proposal } from './proposal-records';
import { purgeMatches } from './purge-matches';
import type { ReportRecord } from './report-records';
import { sweepReports } from './sweep-reports';

const DAY_MS = 86_400_000;
/** A JPEG of nothing, with where it was taken beside it. */
const taken = Buffer.from('Exif 31.23 121.47').toString('hex');
const photo = Buffer.from(`ffd8ffe10013${taken}ffda000501020312ffd9`, 'hex').toString('base64') as never;

describe('a report', () => {
  let cloud: TestCloud;
  let her: Phone;
  let him: Phone;
  let admin: Phone;
  let above: Phone;
  let id: ProposalId;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(matchNow);
    [her, him, admin, above] = [cloud.as('小芳'), cloud.as('阿强'), cloud.as('主席'), cloud.as('区主席')];
    cloud.appoint('红娘', 'matchmaker', 'beicai');
    cloud.appoint('主席', 'administrator', 'beicai');
    cloud.appoint('区主席', 'administrator', 'pudong');
    cloud.store('match-studios').insert(aStudio());
    id = proposedTo('open');
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const person = (name: string): Phone => {
    const phone = cloud.as(name);
    if (cloud.store('members').get(phone.personId) === undefined)
      cloud.store('members').insert(aMember(name, phone.personId));
    const facts = { hometown: { value: `${name}老家`, seenBy: 'mutual' as const } };
    const form = aForm(name, {}, { ...facts, about: { value: `${name}爱爬山`, seenBy: 'proposal' } });
    if (cloud.store('match-profiles').get(phone.personId) === undefined)
      cloud.store('match-profiles').insert(aProfile(name, phone.personId, {}, form));
    return phone;
  };
  const proposedTo = (name: string, more: Partial<Proposal> = {}, other = '阿强'): ProposalId => {
    const [one, two] = [person('小芳'), person(other)];
    const proposal = aProposal(name, { name: '小芳', personId: one.personId }, { name: other, personId: two.personId });
    cloud.store('match-proposals').insert({ ...proposal, ...more });
    return proposal._id;
  };
  const wish = (more: Partial<InputFor<'matchmaking.report'>> = {}): InputFor<'matchmaking.report'> => ({
    proposalId: id,
    reason: 'money',
    words: '第一句话就说一起理财',
    photo: null,
    requestKey: keyOf('wish'),
    ...more,
  });
  const mustReport = async (more: Partial<InputFor<'matchmaking.report'>> = {}): Promise<WishId> =>
    (await her.must('matchmaking.report', wish(more))).reportId;
  const stored = (reportId: WishId): ReportRecord => cloud.store('match-reports').get(reportId) as never;
  const change = (collection: string, _id: string, more: object): void => {
    const before = cloud.store(collection).get(_id);
    cloud.store(collection).remove({ _id });
    cloud.store(collection).insert({ ...before, ...more, _id });
  };
  const proposal = (): Proposal => cloud.store('match-proposals').get(id) as never;
  const told = (phone: Phone): unknown[] =>
    cloud
      .store('notices')
      .find({ personId: phone.personId })
      .map(({ kind, subject, words, when, proposalId }) => ({ kind, subject, words, when, proposalId }));
  const decide = (phone: Phone, reportId: WishId, outcome: 'dismissed' | 'warned' | 'removed' = 'warned') =>
    phone.ask('matchmaking.decideReport', { reportId, outcome, answer: '我们和对方谈过了' });

  describe('that somebody makes', () => {
    it('goes to the administrators with the words, the picture and what was shown, and takes few questions', async () => {
      const reportId = await mustReport({ photo });
      expect(her.tripsOfLast()).toBeLessThanOrEqual(15);
      const { open, decided } = await admin.must('matchmaking.listReports', {});
      expect({ open, decided }).toEqual({
        open: [
          {
            reportId,
            studioId: 'beicai',
            studioName: '北蔡公益红娘工作室',
            reason: 'money',
            state: 'open',
            at: matchNow,
          },
        ],
        decided: [],
      });
      const shown = await admin.must('matchmaking.showReport', { reportId });
      expect(shown).toMatchObject({
        words: '第一句话就说一起理财',
        calledName: '阿强',
        earlier: 0,
        isStillThere: true,
        answer: null,
        card: { calledName: '阿强', facts: { about: '阿强爱爬山', hometown: null } },
      });
      expect(admin.tripsOfLast()).toBeLessThanOrEqual(4);
      // Where the picture was taken is cut away.
      expect(Buffer.from(shown.photo ?? '', 'base64').toString('hex')).toBe('ffd8ffda000501020312ffd9');
      expect(await above.must('matchmaking.showReport', { reportId })).toEqual(shown);
    });

    it('tells the nearest administrators that there is one, and nothing of whom', async () => {
      await mustReport();
      const line = {
        kind: 'match-report-made',
        subject: '北蔡公益红娘工作室',
        words: null,
        when: null,
        proposalId: null,
      };
      expect(told(admin)).toEqual([line]);
      for (const phone of [above, her, him, cloud.as('红娘')]) expect(told(phone)).toEqual([]);
    });

    it('goes past administrators who are a party to it, or the studio’s matchmaker as well', async () => {
      for (const name of ['小芳', '阿强']) cloud.appoint(name, 'administrator', 'beicai');
      const union = { unionId: 'beicai', unionName: '北蔡镇总工会', until: '2099-12-31' };
      const roles = ['matchmaker', 'administrator'].map((role) => ({ ...union, role }));
      change('staff', admin.personId, { name: '主席', roles, unionIds: ['beicai'] });
      const reportId = await mustReport();
      expect([her, him, admin].flatMap(told)).toEqual([]);
      expect(told(above)).toHaveLength(1);
      for (const phone of [her, him, admin])
        expect(await phone.must('matchmaking.listReports', {})).toEqual({ open: [], decided: [] });
      // Whoever made it knows that it is there; to the others it is not.
      for (const [phone, refusal] of [
        [her, 'outside-your-unions'],
        [him, 'report-not-found'],
        [admin, 'report-not-found'],
      ] as const) {
        expect(await phone.ask('matchmaking.showReport', { reportId })).toEqual({ ok: false, refusal });
        expect(await decide(phone, reportId, 'dismissed')).toEqual({ ok: false, refusal });
      }
      expect(stored(reportId)).toMatchObject({ state: 'open' });
      expect(await decide(above, reportId)).toMatchObject({ ok: true });
    });

    it('is made once, however often it is sent', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => her.ask('matchmaking.report', wish())));
      expect(answers.every(({ ok }) => ok)).toBe(true);
      expect(await her.ask('matchmaking.report', wish())).toEqual(answers[0]);
      expect(cloud.store('match-reports').count()).toBe(1);
      expect(told(admin)).toHaveLength(1);
    });

    it('blocks as well: the answer is no, the two are never proposed again, and it is gone from one’s list', async () => {
      const before = proposal();
      await mustReport();
      const [mark] = cloud.store('match-pairs').find() as unknown as Pair[];
      expect(mark === undefined ? null : holds(mark, EpochMs.parse(matchNow + 9_000 * DAY_MS))).toBe(true);
      // Nothing but one's own side was written, and that at the same length.
      const after = proposal();
      expect({ ...after, one: null }).toEqual({ ...before, one: null });
      expect(lengths(after.one)).toEqual(lengths(before.one));
    });

    it('can be made of what is gone from one’s list, because it was blocked', async () => {
      await her.must('matchmaking.block', { proposalId: id });
      const { card } = await admin.must('matchmaking.showReport', { reportId: await mustReport() });
      expect(card).toMatchObject({ calledName: '阿强' });
    });

    it('is another one for another proposal, also with the same key', async () => {
      const first = await mustReport();
      id = proposedTo('别人', {}, '阿明');
      const second = await mustReport();
      expect(second).not.toBe(first);
      expect(await admin.must('matchmaking.showReport', { reportId: second })).toMatchObject({ calledName: '阿明' });
    });

    it.each([
      ['mutual', { about: '阿强爱爬山', hometown: '阿强老家' }],
      ['ended', null],
    ] as const)('keeps what was shown when it is %s', async (state, facts) => {
      id = proposedTo(state, { state });
      const { card, calledName } = await admin.must('matchmaking.showReport', { reportId: await mustReport() });
      expect(card?.facts ?? null).toEqual(facts === null ? null : expect.objectContaining(facts));
      expect(calledName).toBe('阿强');
    });

    it('can be made until what ended is deleted, and not from that instant on', async () => {
      const gone = EpochMs.parse(matchNow + DAY_MS);
      id = proposedTo('ended', { state: 'ended', dueAt: gone });
      itIs(gone);
      expect(await her.ask('matchmaking.report', wish())).toEqual({ ok: false, refusal: 'too-late' });
      itIs(gone - 1);
      expect(await her.ask('matchmaking.report', wish())).toMatchObject({ ok: true });
    });

    it('wants a picture to be a picture', async () => {
      const text = Buffer.from('<svg onload=alert(1)>').toString('base64') as never;
      expect(await her.ask('matchmaking.report', wish({ photo: text }))).toEqual({ ok: false, refusal: 'no-picture' });
      expect(cloud.store('match-reports').count()).toBe(0);
    });

    it('is about one’s own proposal: to everybody else there is none', async () => {
      for (const phone of [cloud.as('红娘'), admin, cloud.as('路人')])
        expect(await phone.ask('matchmaking.report', wish())).toEqual({ ok: false, refusal: 'proposal-not-found' });
      const none = 'q00000000000' as never;
      expect(await her.ask('matchmaking.report', wish({ proposalId: none }))).toEqual({
        ok: false,
        refusal: 'proposal-not-found',
      });
    });

    it('leaves nothing in the store that says who or what', async () => {
      const reportId = await mustReport({ photo });
      const text = JSON.stringify([stored(reportId), cloud.store('notices').find()]);
      for (const secret of [her.personId, him.personId, id, '阿强', '理财', photo]) expect(text).not.toContain(secret);
    });

    it('is finished by the timer when the call died after it was written', async () => {
      const reportId = await mustReport();
      change('match-reports', reportId, { effects: ['block', 'announce'], dueAt: matchNow + 1 });
      cloud.store('notices').remove({});
      cloud.store('match-pairs').remove({});
      await cloud.inside(() => sweepReports(EpochMs.parse(matchNow + 60_000)));
      expect(stored(reportId)).toMatchObject({ effects: [] });
      expect(told(admin)).toHaveLength(1);
      expect(cloud.store('match-pairs').count()).toBe(1);
    });
  });

  describe('that is decided', () => {
    it.each(['dismissed', 'warned'] as const)(
      'answers whoever made it and nobody else when it is %s',
      async (outcome) => {
        const reportId = await mustReport();
        expect(await decide(admin, reportId, outcome)).toMatchObject({
          ok: true,
          value: { report: { state: outcome } },
        });
        expect(admin.tripsOfLast()).toBeLessThanOrEqual(8);
        expect(told(her)).toEqual([
          {
            kind: 'match-report-answered',
            subject: '北蔡公益红娘工作室',
            words: '我们和对方谈过了',
            when: null,
            proposalId: null,
          },
        ]);
        expect(told(him)).toEqual([]);
        expect(await admin.must('matchmaking.listReports', {})).toMatchObject({ open: [], decided: [{ reportId }] });
        expect(cloud.store('match-bars').count()).toBe(0);
      },
    );

    it('takes whom it is about out of the pool, says so, and bars them', async () => {
      const reportId = await mustReport();
      expect(await decide(admin, reportId, 'removed')).toMatchObject({ ok: true });
      expect(cloud.store('match-profiles').get(him.personId)).toBeUndefined();
      expect(cloud.store('match-bars').get(barKeyOf(him.personId))).toMatchObject({ reportId });
      expect(told(him)).toMatchObject([{ kind: 'match-removed', words: null }]);
      // Whoever clears up after leavers leaves that word to be read.
      for (const minutes of [1, 10, 60]) {
        itIs(matchNow + minutes * 60_000);
        await cloud.tick('matchmaking');
      }
      expect(told(him)).toHaveLength(1);
      expect(told(her)).toMatchObject([{ kind: 'match-report-answered' }]);
      const shown = await admin.must('matchmaking.showReport', { reportId });
      expect(shown).toMatchObject({ calledName: '阿强', isStillThere: false, answer: '我们和对方谈过了' });
    });

    it('bars whoever left before, and tells neither of the two who left', async () => {
      const reportId = await mustReport();
      for (const phone of [her, him]) {
        cloud.store('match-profiles').remove({ _id: phone.personId });
        cloud.store('match-proposals').remove({});
      }
      expect(await decide(admin, reportId, 'removed')).toMatchObject({ ok: true });
      expect(cloud.store('match-bars').count()).toBe(1);
      expect([her, him].flatMap(told)).toEqual([]);
    });

    it('is decided once, whoever is quicker; the same decision sent again hears the same', async () => {
      const reportId = await mustReport();
      const answers = await Promise.all([decide(admin, reportId, 'dismissed'), decide(above, reportId, 'removed')]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers).toContainEqual({ ok: false, refusal: 'decided-already' });
      const { state } = stored(reportId);
      const isThere = cloud.store('match-profiles').get(him.personId) !== undefined;
      expect(isThere).toBe(state === 'dismissed');
      const outcome = state === 'dismissed' ? 'dismissed' : 'removed';
      expect(await decide(admin, reportId, outcome)).toMatchObject({ ok: true, value: { report: { state } } });
      expect(told(her)).toHaveLength(1);
    });

    it('is carried out by the timer when the call died in between', async () => {
      const reportId = await mustReport();
      await decide(admin, reportId, 'warned');
      const left = { state: 'removed', effects: ['answer', 'remove', 'say-removed'], dueAt: matchNow + 1 };
      change('match-reports', reportId, left);
      await cloud.tick('matchmaking');
      expect(cloud.store('match-profiles').get(him.personId)).toBeDefined();
      itIs(matchNow + 60_000);
      await cloud.tick('matchmaking');
      expect(cloud.store('match-profiles').get(him.personId)).toBeUndefined();
      expect(told(him)).toMatchObject([{ kind: 'match-removed' }]);
      expect(stored(reportId)).toMatchObject({ effects: [], turn: expect.any(Number) as number });
    });

    it('holds up no other when one of them cannot be carried out', async () => {
      const broken = await mustReport();
      change('match-reports', broken, { sealed: 'k1.AAAA.BBBB', effects: ['announce'], dueAt: 0 });
      id = proposedTo('第二份', {}, '阿明');
      const whole = await mustReport({ requestKey: keyOf('whole') });
      change('match-reports', whole, { effects: ['announce'], dueAt: 1 });
      await cloud.inside(() => sweepReports(matchNow));
      expect(stored(whole)).toMatchObject({ effects: [] });
      expect(stored(broken).dueAt).toBeGreaterThan(matchNow);
      expect(cloud.everythingWritten()).toContain('match-report-unsettled');
    });

    it('counts earlier reports about the same person that were not dismissed', async () => {
      const reported = async (name: string): Promise<WishId> => {
        id = proposedTo(name);
        return mustReport({ requestKey: keyOf(name) });
      };
      const [first, second] = [await reported('一'), await reported('二')];
      await decide(admin, first, 'dismissed');
      await decide(admin, second, 'warned');
      id = proposedTo('别人', {}, '阿明');
      await mustReport({ requestKey: keyOf('别人') });
      const last = await reported('三');
      expect(await admin.must('matchmaking.showReport', { reportId: last })).toMatchObject({ earlier: 1 });
    });

    it('is known to no administrator of another union', async () => {
      const reportId = await mustReport();
      cloud.appoint('潍坊主席', 'administrator', 'weifang');
      const stranger = cloud.as('潍坊主席');
      const none = 'w00000000000' as never;
      expect(await stranger.must('matchmaking.listReports', {})).toEqual({ open: [], decided: [] });
      const refused = { ok: false, refusal: 'report-not-found' };
      for (const asked of [reportId, none]) {
        expect(await stranger.ask('matchmaking.showReport', { reportId: asked })).toEqual(refused);
        expect(await decide(stranger, asked)).toEqual(refused);
      }
    });
  });

  describe('after which somebody was taken out', () => {
    const join = () =>
      him.ask('matchmaking.join', {
        ...{ studioId: UnionId.parse('beicai'), form: aForm('阿强', { gender: 'man' }) },
        statement: { version: statementVersion, isSingle: true, isOfAge: true },
        consents: matchPurposes.map((purpose) => ({ purpose, version: matchConsentVersion })),
      });
    const readmit = (reportId: WishId, phone = admin) => phone.ask('matchmaking.readmit', { reportId });
    const removedBy = { ok: false, refusal: 'removed-before' };
    const removed = async (more: Partial<InputFor<'matchmaking.report'>> = {}): Promise<WishId> => {
      const reportId = await mustReport({ photo, ...more });
      expect(await decide(admin, reportId, 'removed')).toMatchObject({ ok: true });
      return reportId;
    };

    it('lets them join anew as soon as an administrator says so, and tells nobody', async () => {
      const reportId = await removed();
      expect(await join()).toEqual(removedBy);
      const before = cloud.store('notices').count();
      expect(await readmit(reportId)).toMatchObject({
        ok: true,
        value: { mayJoin: true, report: { reportId, state: 'readmitted' } },
      });
      expect(admin.tripsOfLast()).toBeLessThanOrEqual(7);
      expect(await readmit(reportId)).toMatchObject({ ok: true, value: { mayJoin: true } });
      expect(cloud.store('notices').count()).toBe(before);
      expect(await join()).toMatchObject({ ok: true });
      const { decided } = await admin.must('matchmaking.listReports', {});
      expect(decided).toMatchObject([{ reportId, state: 'readmitted' }]);
    });

    it('lets nobody in by a report that took nobody out, nor by somebody who may not decide', async () => {
      const reportId = await mustReport();
      expect(await readmit(reportId)).toEqual({ ok: false, refusal: 'not-removed' });
      await decide(admin, reportId, 'removed');
      cloud.appoint('潍坊主席', 'administrator', 'weifang');
      cloud.appoint('小芳', 'administrator', 'beicai');
      cloud.appoint('阿强', 'administrator', 'beicai');
      for (const phone of [cloud.as('潍坊主席'), him])
        expect(await readmit(reportId, phone)).toEqual({ ok: false, refusal: 'report-not-found' });
      expect(await readmit(reportId, her)).toEqual({ ok: false, refusal: 'outside-your-unions' });
      expect(await join()).toEqual(removedBy);
    });

    it('keeps them out while another report does, and lets them in by the last of the two', async () => {
      const first = await mustReport();
      const other = proposedTo('别人', {}, '阿强');
      const second = await mustReport({ proposalId: other, requestKey: keyOf('second') });
      for (const reportId of [first, second]) await decide(admin, reportId, 'removed');
      expect(await readmit(first)).toMatchObject({ ok: true, value: { mayJoin: false } });
      expect(await join()).toEqual(removedBy);
      expect(await readmit(second)).toMatchObject({ ok: true, value: { mayJoin: true } });
      expect(await join()).toMatchObject({ ok: true });
    });

    it('keeps them out where they are taken out for another in the very moment', async () => {
      const first = await removed();
      const other = proposedTo('别人', {}, '阿强');
      const second = await mustReport({ proposalId: other, requestKey: keyOf('second') });
      await Promise.all([decide(admin, second, 'removed'), readmit(first)]);
      expect(stored(second).state).toBe('removed');
      expect(await join()).toEqual(removedBy);
    });

    it('keeps them out for three years at most, though the later of two reports was lifted', async () => {
      await removed();
      const other = proposedTo('别人', {}, '阿强');
      const second = await mustReport({ proposalId: other, requestKey: keyOf('second') });
      await decide(admin, second, 'removed');
      await readmit(second);
      expect(await join()).toEqual(removedBy);
      const ends = matchNow + 3 * 365 * DAY_MS;
      itIs(ends);
      await cloud.inside(() => sweepReports(EpochMs.parse(ends)));
      expect(cloud.store('match-bars').count()).toBe(0);
    });

    it('keeps for half a year what was said, and for three years who is kept out', async () => {
      const reportId = await removed();
      const sweptAt = (at: number): Promise<number> => {
        itIs(at);
        return cloud.inside(() => sweepReports(EpochMs.parse(at)));
      };
      await sweptAt(matchNow + 180 * DAY_MS);
      const {
        words,
        card,
        photo: picture,
        calledName,
        report: row,
      } = await admin.must('matchmaking.showReport', { reportId });
      expect({ words, card, picture, calledName, state: row.state }).toEqual({
        ...{ words: '', card: null, picture: null, calledName: '阿强', state: 'removed' },
      });
      const opened = openedText(cloud, ['match-reports']);
      for (const gone of ['第一句话就说一起理财', '阿强爱爬山', her.personId]) expect(opened).not.toContain(gone);
      await sweptAt(matchNow + 3 * 365 * DAY_MS - 1);
      expect(await join()).toEqual(removedBy);
      await sweptAt(matchNow + 3 * 365 * DAY_MS);
      expect([cloud.store('match-reports').count(), cloud.store('match-bars').count()]).toEqual([0, 0]);
      expect(await join()).toMatchObject({ ok: true });
    });

    it('lets them in by a report of which nothing else is kept any more', async () => {
      const reportId = await removed();
      itIs(matchNow + 200 * DAY_MS);
      await cloud.inside(() => sweepReports(EpochMs.parse(matchNow + 200 * DAY_MS)));
      expect(await readmit(reportId)).toMatchObject({ ok: true, value: { mayJoin: true } });
      expect(await join()).toMatchObject({ ok: true });
    });
  });

  describe('and what else is kept for a time', () => {
    const purgedAt = (at: number): Promise<number> => {
      itIs(at);
      return cloud.inside(() => purgeMatches(EpochMs.parse(at)));
    };

    it('goes 180 days after the decision, and not before; one that waits stays', async () => {
      const decided = await mustReport();
      await decide(admin, decided);
      id = proposedTo('还在等', {}, '阿明');
      const waits = await mustReport({ requestKey: keyOf('还在等') });
      await purgedAt(matchNow + 180 * DAY_MS - 1);
      expect(cloud.store('match-reports').count()).toBe(2);
      await purgedAt(matchNow + 180 * DAY_MS);
      expect(cloud.store('match-reports').find()).toMatchObject([{ _id: waits }]);
    });

    it('goes when its time is over: looks, appointments, marks of pairs, pledges a year after', async () => {
      const at = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
      const look = { subjectId: her.personId, at: 0, act: 'opened', by: '红娘', listKey: '1' };
      cloud.store('match-looks').insertMany([
        { ...look, _id: 'over', purgeAt: matchNow },
        { ...look, _id: 'stays', purgeAt: matchNow + 1 },
      ]);
      const pledge = { version: '2026-11', at: 0 };
      cloud.store('match-pledges').insertMany([
        { ...pledge, _id: her.personId, until: '2025-11-23' },
        { ...pledge, _id: him.personId, until: '2025-11-22' },
      ]);
      await purgedAt(matchNow);
      expect(cloud.store('match-looks').find()).toMatchObject([{ _id: 'stays' }]);
      expect(cloud.store('match-pledges').find()).toMatchObject([{ _id: her.personId }]);
      await purgedAt(at('2026-11-24'));
      expect(cloud.store('match-pledges').count()).toBe(0);
    });
  });
});

/** How long each stored text is. */
const lengths = (side: object): unknown =>
  Object.entries(side).map(([key, value]) => [key, typeof value === 'string' ? value.length : (value as unknown)]);
