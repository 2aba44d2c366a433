import type { InputFor } from '../../types/contracts';
import type { ProposalId, WishId } from '../../types/ids';
import { NEVER, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { keyOf } from '../testing/duty-world';
import { aForm, aProfile, matchNow } from '../testing/matchmaking';
import { openedText } from '../testing/opened-seals';
import type { PoolWorld } from '../testing/pool-world';
import { DAY, poolWorld } from '../testing/pool-world';
import { joining } from '../testing/studio-world';
import { playWeChat } from '../testing/wechat';
import { barKeyOf, mixerProposalIdOf, pairKeyOf } from './ids';
import { mutualProposal } from './new-proposal';
import type { MixerPerson } from './new-proposal';
import { untilOf } from './pair-marks';
import type { ReportRecord } from './report-records';
import { sweepReports } from './sweep-reports';

/** Everything that says who somebody is, but for what they said themselves. */
const kept = ['match-proposals', 'match-pairs', 'match-bars', 'match-reports'] as const;

describe('whoever leaves before they are blocked or reported', () => {
  let cloud: TestCloud;
  let world: PoolWorld;
  let weChat: { restore(): void };
  let [chen, fang, qiang, admin]: [Phone, Phone, Phone, Phone] = [] as never;
  let proposalId: ProposalId;

  beforeAll(async () => {
    cloud = await openTestCloud();
    world = poolWorld(cloud);
    weChat = playWeChat();
  });
  beforeEach(async () => {
    world.open();
    chen = world.matchmaker('陈红娘');
    fang = world.woman('小芳', { seeks: null });
    qiang = world.man('阿强');
    cloud.appoint('主席', 'administrator', 'beicai');
    admin = cloud.as('主席');
    proposalId = await world.propose(chen, '小芳', '阿强');
  });
  afterAll(() => {
    weChat.restore();
    jest.useRealTimers();
    cloud.close();
  });

  const leave = () => qiang.must('matchmaking.leave', { understood: true });
  const man = (name: string) => aForm(name, { gender: 'man' });
  /** He comes back a day later, and nobody knows him by what he was before. */
  const comesBack = (more: Parameters<typeof aProfile>[2] = {}): void => {
    itIs(matchNow + DAY);
    const joinedAt = (matchNow + DAY) as never;
    cloud.store('match-profiles').insert(aProfile('新阿强', qiang.personId, { joinedAt, ...more }, man('新阿强')));
  };
  const report = async (who: Phone, more: Partial<InputFor<'matchmaking.report'>> = {}): Promise<WishId> => {
    const wish = {
      proposalId,
      reason: 'harassment',
      words: '一直打电话',
      photo: null,
      requestKey: keyOf('one'),
    } as const;
    return (await who.must('matchmaking.report', { ...wish, ...more })).reportId;
  };
  const remove = (reportId: WishId) =>
    admin.must('matchmaking.decideReport', { reportId, outcome: 'removed', answer: '已经处理' });
  const isThere = (phone: Phone): boolean => cloud.store('match-profiles').get(phone.personId) !== undefined;
  const stored = (reportId: WishId): ReportRecord => cloud.store('match-reports').get(reportId) as never;
  const told = (phone: Phone): string[] => world.told(phone).map(({ kind }) => kind);
  /** What two people chose at a mixer, as the sweep of its cards stores it. */
  const mixed = (one: Phone, other: Phone): ProposalId => {
    const person = ({ personId }: Phone): MixerPerson => ({
      ...{ personId, profileId: null, calledName: '来客' },
      contact: { kind: 'wechat', value: 'wx_laike' },
    });
    const eventId = 'e00000000001' as never;
    const about = {
      studioId: 'beicai' as never,
      studioName: '北蔡公益红娘工作室',
      by: chen.personId,
      byName: '陈红娘',
    };
    const _id = mixerProposalIdOf(eventId, one.personId, other.personId);
    const made = mutualProposal({ _id, eventId, ...about, people: [person(one), person(other)] }, matchNow);
    cloud.store('match-proposals').insert(made);
    return _id;
  };

  describe('is never proposed again to who blocked them', () => {
    /** More than a year later, when no mark of a proposal holds any more. */
    const proposedAgain = async (): Promise<unknown> => {
      itIs(matchNow + 400 * DAY);
      for (const { personId } of [fang, qiang]) world.change('match-profiles', personId, { expiresAt: NEVER });
      world.change('match-pledges', chen.personId, { until: ShanghaiDay.parse('2028-12-31') });
      return chen.ask('matchmaking.propose', world.wishFor('小芳', '新阿强'));
    };

    it('when they come back', async () => {
      await leave();
      await fang.must('matchmaking.block', { proposalId });
      comesBack();
      expect(await proposedAgain()).toEqual({ ok: false, refusal: 'not-this-pair' });
    });

    it('also where it was reported', async () => {
      await leave();
      await report(fang);
      comesBack();
      expect(await proposedAgain()).toEqual({ ok: false, refusal: 'not-this-pair' });
    });

    it('although they are back already', async () => {
      await leave();
      comesBack();
      await fang.must('matchmaking.block', { proposalId });
      expect(await proposedAgain()).toEqual({ ok: false, refusal: 'not-this-pair' });
    });

    it('while whoever was not blocked is proposed as anybody is', async () => {
      await leave();
      comesBack();
      expect(await proposedAgain()).toMatchObject({ ok: true });
    });

    it('after what they chose at a mixer as well; whatever there is of the two is gone at once', async () => {
      await leave();
      const before = mixed(fang, qiang);
      await leave();
      comesBack();
      await fang.must('matchmaking.block', { proposalId: before });
      expect(world.pairs().map(({ _id }) => _id)).toEqual([pairKeyOf(fang.personId, qiang.personId)]);
      expect(world.pairs().map(untilOf)).toEqual([NEVER]);
      expect((await fang.must('matchmaking.listProposals', {})).proposals).toEqual([]);
    });

    it('and takes back from who is back what they chose since', async () => {
      await leave();
      comesBack();
      const since = mixed(fang, qiang);
      await fang.must('matchmaking.block', { proposalId });
      expect(world.proposal(since)).toMatchObject({ state: 'ended', one: { contact: null }, other: { contact: null } });
    });
  });

  describe('is kept out when a report finds that they are to be', () => {
    it('although they left first: the bar is theirs', async () => {
      await leave();
      await remove(await report(fang));
      expect(cloud.store('match-bars').find()).toMatchObject([{ _id: barKeyOf(qiang.personId) }]);
      const again = await qiang.ask('matchmaking.join', joining({ form: man('新阿强') }));
      expect(again).toEqual({ ok: false, refusal: 'removed-before' });
      expect(told(qiang)).toEqual([]);
    });

    it('by the bar of whichever of the two it is about', async () => {
      await fang.must('matchmaking.leave', { understood: true });
      await remove(await report(qiang));
      expect(cloud.store('match-bars').find()).toMatchObject([{ _id: barKeyOf(fang.personId) }]);
    });

    it('and is taken out and told where they came back between the report and the decision', async () => {
      await leave();
      const reportId = await report(fang);
      comesBack();
      expect(await admin.must('matchmaking.showReport', { reportId })).toMatchObject({ isStillThere: true });
      await remove(reportId);
      expect(admin.tripsOfLast()).toBeLessThanOrEqual(26);
      expect([isThere(qiang), isThere(fang)]).toEqual([false, true]);
      expect(told(qiang)).toEqual(['match-removed']);
      expect(await admin.must('matchmaking.showReport', { reportId })).toMatchObject({ isStillThere: false });
    });

    it('and is taken out where they had come back before the report', async () => {
      await leave();
      comesBack();
      await remove(await report(fang));
      expect([isThere(qiang), isThere(fang)]).toEqual([false, true]);
      expect(told(qiang)).toEqual(['match-removed']);
    });

    it('and is taken out where they left and came back after the report', async () => {
      const reportId = await report(fang);
      await leave();
      comesBack({ studioId: 'jinqiao' as never });
      await remove(reportId);
      expect(isThere(qiang)).toBe(false);
    });

    it('and is told by the timer where the call died after they were taken out', async () => {
      await leave();
      const reportId = await report(fang);
      comesBack();
      await remove(reportId);
      cloud.store('notices').remove({ personId: qiang.personId });
      world.change('match-reports', reportId, { effects: ['say-removed'], dueAt: 0 });
      await cloud.inside(() => sweepReports(matchNow));
      expect(told(qiang)).toEqual(['match-removed']);
    });
  });

  it('counts as the same person in what was reported before and after', async () => {
    world.woman('小兰');
    const lan = cloud.as('小兰');
    const hers = await world.propose(chen, '小兰', '阿强');
    const first = await report(fang);
    await leave();
    const second = await report(lan, { proposalId: hers });
    expect(stored(second).subjectKey).toBe(stored(first).subjectKey);
    itIs(matchNow + DAY);
    expect(await admin.must('matchmaking.showReport', { reportId: second })).toMatchObject({ earlier: 1 });
  });

  it('neither hears of a report about themselves nor decides it, as an administrator', async () => {
    cloud.appoint('阿强', 'administrator', 'beicai');
    await leave();
    const reportId = await report(fang);
    expect(told(qiang)).toEqual([]);
    expect(told(admin)).toEqual(['match-report-made']);
    expect(await qiang.must('matchmaking.listReports', {})).toEqual({ open: [], decided: [] });
    const refused = { ok: false, refusal: 'report-not-found' };
    expect(await qiang.ask('matchmaking.showReport', { reportId })).toEqual(refused);
    const decision = { reportId, outcome: 'dismissed', answer: '没有这回事' } as const;
    expect(await qiang.ask('matchmaking.decideReport', decision)).toEqual(refused);
  });

  it('is named by no proposal, mark, bar or report, not even for whoever has the keys', async () => {
    mixed(fang, qiang);
    await leave();
    await remove(await report(fang));
    expect(openedText(cloud, kept)).not.toContain(qiang.personId);
    const plain = kept.map((name) => JSON.stringify(cloud.store(name).find())).join('\n');
    expect(openedText(cloud, ['match-proposals'])).toContain(barKeyOf(qiang.personId));
    expect(JSON.stringify(cloud.store('match-proposals').find())).not.toContain(barKeyOf(qiang.personId));
    expect(plain.split(barKeyOf(qiang.personId))).toHaveLength(2);
    expect(plain.split(pairKeyOf(fang.personId, qiang.personId))).toHaveLength(2);
  });

  it('leaves keys of one length, whoever the two are and wherever they met', () => {
    world.woman('兰');
    mixed(cloud.as('兰'), qiang);
    mixed(fang, qiang);
    const lengths = new Set(world.proposals().map(({ keys }) => keys.length));
    expect(world.proposals()).toHaveLength(3);
    expect(lengths.size).toBe(1);
  });

  describe('as often as somebody reports', () => {
    const nth = (number: number) => report(fang, { requestKey: keyOf(`nth-${number}`), words: `第${number}次打电话` });

    it('three times for one proposal; from then on the last one answers', async () => {
      const made = [await nth(1), await nth(2), await nth(3)];
      expect(new Set(made).size).toBe(3);
      expect([await nth(4), await nth(5)]).toEqual([made[2], made[2]]);
      expect(cloud.store('match-reports').count()).toBe(3);
      expect(told(admin)).toEqual(Array.from({ length: 3 }, () => 'match-report-made'));
      expect([await nth(1), await nth(2)]).toEqual(made.slice(0, 2));
      const last = await admin.must('matchmaking.showReport', { reportId: made[2] as WishId });
      expect(last.words).toBe('第3次打电话');
    });

    it('three times, also when five are sent at once and one of them twice', async () => {
      const made = await Promise.all([1, 2, 3, 4, 5, 1].map(nth));
      expect(cloud.store('match-reports').count()).toBe(3);
      expect(new Set(made).size).toBe(3);
      expect(made[5]).toBe(made[0]);
    });

    it('each of the two by themselves, and each proposal by itself', async () => {
      for (const number of [1, 2, 3]) await nth(number);
      await report(qiang);
      proposalId = mixed(fang, qiang);
      await nth(4);
      expect(cloud.store('match-reports').count()).toBe(5);
    });
  });
});
