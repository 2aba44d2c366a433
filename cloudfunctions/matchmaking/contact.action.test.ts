import * as fc from 'fast-check';
import type { ProfileId, ProposalId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import type { MatchAnswer } from '../../types/match-kind';
import { answers, matchConsentVersion, matchPurposes, statementVersion } from '../../types/match-kind';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { keyOf } from '../testing/duty-world';
import { aForm, matchNow } from '../testing/matchmaking';
import type { PoolWorld } from '../testing/pool-world';
import { DAY, poolWorld } from '../testing/pool-world';
import { playWeChat } from '../testing/wechat';

const names = ['小芳', '小兰', '阿强', '大刘'] as const;
type Name = (typeof names)[number];
const women: readonly Name[] = ['小芳', '小兰'];
/** Longer than any of the plays below. */
const far = EpochMs.parse(matchNow + 4_000 * DAY);
const matchmakers = ['陈红娘', '李红娘'] as const;

/** What somebody does, or what time does. `nth` picks one of the proposals there are. */
type Act =
  | { readonly act: 'propose'; readonly by: (typeof matchmakers)[number]; readonly her: number; readonly him: number }
  | { readonly act: 'answer'; readonly nth: number; readonly side: 0 | 1; readonly answer: MatchAnswer }
  | { readonly act: 'block' | 'takeBack' | 'report'; readonly nth: number; readonly side: 0 | 1 }
  | { readonly act: 'withdraw'; readonly nth: number; readonly by: (typeof matchmakers)[number] }
  | { readonly act: 'pause' | 'resume' | 'leave' | 'join' | 'agreeNoMore' | 'agreeAgain'; readonly who: Name }
  | { readonly act: 'bothSayYes'; readonly nth: number }
  | {
      readonly act: 'wait';
      readonly until: 'an hour' | 'a day' | 'a month' | 'just before' | 'its instant' | 'a minute later';
    }
  /** The instant of the next that is open, and the timer. */
  | { readonly act: 'itsDay' }
  | { readonly act: 'sweep' };

const two = fc.constantFrom(0 as const, 1 as const);
const nth = fc.nat({ max: 3 });
const who = fc.constantFrom(...names);
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('propose' as const),
      by: fc.constantFrom(...matchmakers),
      her: two,
      him: two,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('answer' as const),
      nth,
      side: two,
      answer: fc.constantFrom(...answers, 'yes' as const),
    }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('bothSayYes' as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('block' as const, 'takeBack' as const, 'report' as const),
      nth,
      side: two,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('withdraw' as const), nth, by: fc.constantFrom(...matchmakers) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'pause' as const,
        'resume' as const,
        'leave' as const,
        'join' as const,
        'agreeNoMore' as const,
        'agreeAgain' as const,
      ),
      who,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      until: fc.constantFrom(
        'an hour' as const,
        'a day' as const,
        'a month' as const,
        'just before' as const,
        'its instant' as const,
        'a minute later' as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('sweep' as const) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('itsDay' as const) }) },
);

/** What a proposal has come to by what people were told that they did: nothing of ours is asked. */
type Known = {
  readonly id: ProposalId;
  readonly people: readonly [Name, Name];
  readonly revealsAt: number;
  readonly said: [MatchAnswer, MatchAnswer];
  readonly hidden: [boolean, boolean];
  state: 'open' | 'mutual' | 'over';
};

describe('how somebody is reached', () => {
  let cloud: TestCloud;
  let world: PoolWorld;
  let weChat: { restore(): void };
  let now: number;
  let known: Known[];
  let requests: number;
  /** How often a contact was read in all runs: a property that never opens one would say nothing. */
  let opened = 0;

  beforeAll(async () => {
    cloud = await openTestCloud();
    world = poolWorld(cloud);
    weChat = playWeChat();
  });
  afterAll(() => {
    weChat.restore();
    jest.useRealTimers();
    cloud.close();
  });

  const contactOf = (name: Name): { kind: 'wechat'; value: string } => aForm(name).contact as never;
  const profileOf = (name: Name): ProfileId | null => {
    const found = cloud.store('match-profiles').get(cloud.as(name).personId);
    return found === undefined ? null : (found['profileId'] as ProfileId);
  };
  const overFor = (name: Name): void => {
    for (const proposal of known) if (proposal.people.includes(name)) proposal.state = 'over';
  };
  const swept = (): void => {
    for (const proposal of known)
      if (proposal.state === 'open' && now >= proposal.revealsAt)
        proposal.state = proposal.said.every((answer) => answer === 'yes') ? 'mutual' : 'over';
  };
  const picked = (index: number): Known | undefined => known[known.length - 1 - (index % Math.max(1, known.length))];
  const sideOf = (proposal: Known, side: 0 | 1): Phone => cloud.as(proposal.people[side]);

  const say = async (proposal: Known, side: 0 | 1, answer: MatchAnswer): Promise<void> => {
    const { ok } = await world.says(sideOf(proposal, side), proposal.id, answer);
    if (ok) proposal.said[side] = answer;
  };

  async function perform(act: Act): Promise<void> {
    switch (act.act) {
      case 'propose': {
        const pair = [women[act.her], names[act.him + 2]] as readonly [Name, Name];
        const [one, other] = [profileOf(pair[0]), profileOf(pair[1])];
        if (one === null || other === null) return;
        const wish = { ...world.wishFor('小芳', '阿强'), one, other, requestKey: keyOf(`wish-${(requests += 1)}`) };
        const made = await cloud.as(act.by).ask('matchmaking.propose', wish);
        if (made.ok)
          known.push({
            id: made.value.proposalId,
            people: pair,
            revealsAt: made.value.revealsAt,
            said: ['none', 'none'],
            hidden: [false, false],
            state: 'open',
          });
        return;
      }
      case 'answer': {
        const proposal = picked(act.nth);
        return proposal === undefined ? undefined : say(proposal, act.side, act.answer);
      }
      case 'bothSayYes': {
        const proposal = picked(act.nth);
        if (proposal === undefined) return;
        await Promise.all([say(proposal, 0, 'yes'), say(proposal, 1, 'yes')]);
        return;
      }
      case 'block':
      case 'report': {
        const proposal = picked(act.nth);
        if (proposal === undefined) return;
        const phone = sideOf(proposal, act.side);
        const { id: proposalId } = proposal;
        const words = {
          reason: 'other',
          words: '他的话让我不舒服',
          photo: null,
          requestKey: keyOf(`report-${(requests += 1)}`),
        } as const;
        const { ok } =
          act.act === 'block'
            ? await phone.ask('matchmaking.block', { proposalId })
            : await phone.ask('matchmaking.report', { proposalId, ...words });
        if (!ok) return;
        proposal.said[act.side] = 'no';
        proposal.hidden[act.side] = true;
        if (proposal.state === 'mutual') proposal.state = 'over';
        return;
      }
      case 'takeBack': {
        const proposal = picked(act.nth);
        if (proposal === undefined) return;
        const { ok } = await sideOf(proposal, act.side).ask('matchmaking.takeBack', { proposalId: proposal.id });
        if (ok) proposal.state = 'over';
        return;
      }
      case 'withdraw': {
        const proposal = picked(act.nth);
        if (proposal === undefined) return;
        const { ok } = await cloud.as(act.by).ask('matchmaking.withdrawProposal', { proposalId: proposal.id });
        if (ok) proposal.state = 'over';
        return;
      }
      case 'pause':
        await cloud.as(act.who).ask('matchmaking.pause', { until: null });
        return;
      case 'resume':
        await cloud.as(act.who).ask('matchmaking.resume', {});
        return;
      case 'leave':
        await cloud.as(act.who).must('matchmaking.leave', { understood: true });
        overFor(act.who);
        return;
      case 'join':
        await cloud.as(act.who).must('matchmaking.join', {
          studioId: UnionId.parse('beicai'),
          statement: { version: statementVersion, isSingle: true, isOfAge: true },
          consents: matchPurposes.map((purpose) => ({ purpose, version: matchConsentVersion })),
          form: aForm(act.who, { gender: women.includes(act.who) ? 'woman' : 'man' }),
        });
        return;
      case 'agreeNoMore':
        await cloud.as(act.who).ask('matchmaking.takeConsentBack', { purpose: 'proposals' });
        overFor(act.who);
        return;
      case 'agreeAgain':
        await cloud.as(act.who).ask('matchmaking.agreeTo', { purpose: 'proposals', version: matchConsentVersion });
        return;
      case 'wait': {
        const next = Math.min(...known.filter(({ state }) => state === 'open').map(({ revealsAt }) => revealsAt));
        const times = { 'an hour': 3_600_000, 'a day': DAY, 'a month': 30 * DAY, 'a minute later': 60_000 };
        if (act.until === 'just before' || act.until === 'its instant')
          now = Number.isFinite(next) ? Math.max(now, act.until === 'its instant' ? next : next - 1) : now;
        else now += times[act.until];
        itIs(now);
        return;
      }
      case 'itsDay':
        await perform({ act: 'wait', until: 'its instant' });
        await perform({ act: 'sweep' });
        return;
      case 'sweep':
        await cloud.tick('matchmaking');
        swept();
    }
  }

  /** Reads everything that anybody can read of every proposal there ever was. */
  async function check(): Promise<void> {
    for (const name of names) {
      const phone = cloud.as(name);
      const list = JSON.stringify(await phone.must('matchmaking.listProposals', {}));
      for (const other of names) expect(list).not.toContain(contactOf(other).value);
      for (const proposal of known) {
        const answer = await phone.ask('matchmaking.showProposal', { proposalId: proposal.id });
        const side = proposal.people.indexOf(name);
        const isShown = side >= 0 && proposal.hidden[side] === false;
        const mayRead = isShown && proposal.state === 'mutual' && now < proposal.revealsAt + 30 * DAY;
        const other = proposal.people[1 - side];
        expect(answer.ok ? answer.value.proposal.contact : null).toEqual(mayRead && other ? contactOf(other) : null);
        if (mayRead) opened += 1;
      }
    }
    for (const by of matchmakers) {
      const list = await cloud.as(by).must('matchmaking.listStudioProposals', { studioId: UnionId.parse('beicai') });
      for (const name of names) expect(JSON.stringify(list)).not.toContain(contactOf(name).value);
    }
  }

  it('is read by whoever said yes to one who said yes, from their day on, while both want it, and by nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 12, maxLength: 26 }), async (played) => {
        world.open();
        for (const name of names) (women.includes(name) ? world.woman : world.man)(name, {}, { expiresAt: far });
        for (const by of matchmakers) world.matchmaker(by);
        [now, known, requests] = [matchNow, [], 0];
        for (const act of played) {
          await perform(act);
          await check();
        }
      }),
      { numRuns: 100 },
    );
    expect(opened).toBeGreaterThan(30);
  }, 240_000);
});
