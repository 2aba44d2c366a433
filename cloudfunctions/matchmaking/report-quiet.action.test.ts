import type { ProposalId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { keyOf, shanghai } from '../testing/duty-world';
import type { MatchThings } from '../testing/match-world';
import { keepStore, matchWorld } from '../testing/match-world';
import { matchNow, profileIdOf } from '../testing/matchmaking';
import { playWeChat } from '../testing/wechat';

const studioId = UnionId.parse('beicai');

describe('a report, as everybody sees it but those who judge it', () => {
  let cloud: TestCloud;
  let weChat: ReturnType<typeof playWeChat>;
  let things: MatchThings;
  let asItWas: () => void;

  beforeAll(async () => {
    weChat = playWeChat();
    cloud = await openTestCloud();
    things = await matchWorld(cloud);
    asItWas = keepStore(cloud);
  });
  beforeEach(() => {
    itIs(matchNow);
    asItWas();
  });
  afterAll(() => {
    jest.useRealTimers();
    weChat.restore();
    cloud.close();
  });

  const report = (phone: Phone, proposalId: ProposalId) =>
    phone.must('matchmaking.report', {
      ...{ proposalId, reason: 'harassment', words: '一直打电话', photo: null },
      requestKey: keyOf('quiet'),
    });

  /** What somebody reads at an instant, and how many questions it takes. */
  const seenBy = async (name: string, proposalId: ProposalId): Promise<unknown[]> => {
    const phone = cloud.as(name);
    const [one, other] = [profileIdOf('小芳'), profileIdOf('阿明')];
    const pair = { one, other, hideOfOne: [], hideOfOther: [] };
    const anybody = { studioId, gender: null, ageFrom: null, ageUpTo: null, interests: [], text: null, cursor: null };
    const asked: readonly (() => Promise<unknown>)[] = [
      () => phone.ask('matchmaking.listProposals', {}),
      () => phone.ask('matchmaking.showProposal', { proposalId }),
      () => phone.ask('matchmaking.showProposalPhoto', { proposalId }),
      () => phone.ask('matchmaking.showOwn', {}),
      () => phone.ask('matchmaking.listLooks', { cursor: null }),
      () => phone.ask('matchmaking.showBench', {}),
      () => phone.ask('matchmaking.listStudioProposals', { studioId, cursor: null }),
      () => phone.ask('matchmaking.listFollowUps', { studioId }),
      () => phone.ask('matchmaking.searchPool', anybody),
      () => phone.ask('matchmaking.suggest', { profileId: one }),
      () => phone.ask('matchmaking.suggest', { profileId: profileIdOf('阿强') }),
      () => phone.ask('matchmaking.previewProposal', pair),
      () => phone.ask('matchmaking.withdrawProposal', { proposalId: 'q00000000000' as never }),
      () => phone.ask('notice.listOwn', { cursor: null }),
    ];
    const seen: unknown[] = [];
    for (const act of asked) {
      // What is written at one instant has no order among itself.
      itIs(Date.now() + 1);
      seen.push([await act(), phone.tripsOfLast()]);
    }
    return seen;
  };
  const lived = async (
    proposalId: ProposalId,
    act: () => Promise<unknown>,
    instants: readonly number[],
  ): Promise<unknown> => {
    asItWas();
    itIs(matchNow);
    await act();
    const seen: unknown[] = [];
    for (const instant of instants) {
      itIs(instant);
      await cloud.tick('matchmaking');
      for (const name of ['阿强', '阿明', '红娘', '小兰']) seen.push(await seenBy(name, proposalId));
    }
    return seen;
  };
  const later = [matchNow, matchNow + 3_600_000, shanghai('2026-11-24T09:00:00'), shanghai('2026-12-20T09:00:00')];
  const acrossTheDay = [matchNow, shanghai('2026-11-28T19:59:00'), shanghai('2026-11-28T20:01:00'), ...later.slice(3)];

  it('looks like nothing while a proposal is open, and like any no when its day has come', async () => {
    const her = cloud.as('小芳');
    const him = cloud.as('阿强');
    const { open } = things;
    const hisYes = () => him.must('matchmaking.answer', { proposalId: open, answer: 'yes' });
    const saysNothing = await lived(open, hisYes, acrossTheDay);
    const reports = await lived(open, async () => [await hisYes(), await report(her, open)], acrossTheDay);
    expect(reports).toEqual(saysNothing);
    // The comparison can fail: a second yes is something that everybody concerned sees.
    const bothYes = () => her.must('matchmaking.answer', { proposalId: open, answer: 'yes' });
    expect(await lived(open, async () => [await hisYes(), await bothYes()], acrossTheDay)).not.toEqual(saysNothing);
  });

  it('looks like taking one’s contact back after both said yes', async () => {
    const her = cloud.as('小芳');
    const { mutual } = things;
    const takesBack = await lived(mutual, () => her.must('matchmaking.takeBack', { proposalId: mutual }), later);
    expect(await lived(mutual, () => report(her, mutual), later)).toEqual(takesBack);
    expect(await lived(mutual, () => Promise.resolve(), later)).not.toEqual(takesBack);
  });

  it('looks like nothing after a proposal ended, and whichever way it is decided short of taking somebody out', async () => {
    const her = cloud.as('小芳');
    const { mutual } = things;
    const ends = () => her.must('matchmaking.takeBack', { proposalId: mutual });
    const quiet = await lived(mutual, ends, later);
    for (const outcome of ['dismissed', 'warned'] as const) {
      const reports = async (): Promise<void> => {
        await ends();
        const { reportId } = await report(her, mutual);
        const decision = { reportId, outcome, answer: '我们谈过了' };
        await cloud.as('主席').must('matchmaking.decideReport', decision);
        await cloud.as('主席').must('matchmaking.showReport', { reportId });
      };
      expect(await lived(mutual, reports, later)).toEqual(quiet);
    }
  });

  it('looks like leaving when somebody is taken out', async () => {
    const { mutual } = things;
    const him = cloud.as('阿明');
    const her = cloud.as('小芳');
    const others = (seen: unknown): unknown => (seen as unknown[]).filter((_one, nth) => nth % 4 !== 1);
    const leaves = await lived(mutual, () => him.must('matchmaking.leave', { understood: true }), later);
    const removed = async (): Promise<void> => {
      const { reportId } = await report(her, mutual);
      const decision = { reportId, outcome: 'removed', answer: '已经处理' } as const;
      await cloud.as('主席').must('matchmaking.decideReport', decision);
    };
    expect(others(await lived(mutual, removed, later))).toEqual(others(leaves));
  });
});
