import { EpochMs, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { keyOf } from '../testing/duty-world';
import { aPledge, aStudio, matchNow, profileIdOf } from '../testing/matchmaking';
import { aMember } from '../testing/members';
import type { PoolWorld } from '../testing/pool-world';
import { DAY, poolWorld, revealsAt } from '../testing/pool-world';
import { playWeChat } from '../testing/wechat';
import { pairKeyOf } from './ids';
import { freshMark, lengthOf, markNever, untilOf } from './pair-marks';

describe('a matchmaker', () => {
  let cloud: TestCloud;
  let world: PoolWorld;
  let weChat: { restore(): void };
  let [chen, fang, qiang]: [Phone, Phone, Phone] = [] as never;

  beforeAll(async () => {
    cloud = await openTestCloud();
    world = poolWorld(cloud);
    weChat = playWeChat();
  });
  beforeEach(() => {
    world.open();
    chen = world.matchmaker('陈红娘');
    fang = world.woman(
      '小芳',
      {},
      {},
      { street: { value: '莲园路', seenBy: 'proposal' }, about: { value: '爱爬山', seenBy: 'mutual' } },
    );
    qiang = world.man('阿强');
  });
  afterAll(() => {
    weChat.restore();
    jest.useRealTimers();
    cloud.close();
  });

  const pair = { one: profileIdOf('小芳'), other: profileIdOf('阿强'), hideOfOne: [], hideOfOther: [] };
  const preview = (more: object = {}) => chen.ask('matchmaking.previewProposal', { ...pair, ...more });
  const propose = (more: object = {}) => chen.ask('matchmaking.propose', { ...world.wishFor('小芳', '阿强'), ...more });

  describe('who looks at what each would see', () => {
    it('sees the marked facts of both less what is left out, and both read that it was looked at', async () => {
      const {
        ofOne,
        ofOther,
        revealsAt: when,
      } = await chen.must('matchmaking.previewProposal', { ...pair, hideOfOne: ['age'] });
      expect(ofOne).toMatchObject({ calledName: '小芳', age: null, facts: { street: '莲园路', about: null } });
      expect(ofOther).toMatchObject({ calledName: '阿强', age: 30 });
      expect(when).toBe(revealsAt);
      expect([world.looks(fang), world.looks(qiang)]).toEqual([['previewed'], ['previewed']]);
      expect(chen.tripsOfLast()).toBe(7);
    });

    it('finds nobody whose profile ran out, as when somebody is opened', async () => {
      world.change('match-profiles', qiang.personId, { expiresAt: matchNow });
      const refusal = { ok: false, refusal: 'person-not-found' };
      expect(await preview()).toEqual(refusal);
      expect(await chen.ask('matchmaking.showPerson', { profileId: pair.other })).toEqual(refusal);
      expect(world.looks(fang)).toEqual([]);
    });

    it('leaves a look behind also where the answer is no', async () => {
      world.woman('小兰');
      expect(await preview({ other: profileIdOf('小兰') })).toEqual({ ok: false, refusal: 'not-this-pair' });
      expect(world.looks(fang)).toEqual(['previewed']);
    });
  });

  describe('who proposes', () => {
    it('asks both at once, with one instant for both', async () => {
      const { proposalId, revealsAt: when } = await chen.must('matchmaking.propose', {
        ...world.wishFor('小芳', '阿强'),
        wordsToOne: '他做事踏实',
        wordsToOther: '她爱爬山',
      });
      expect(chen.tripsOfLast()).toBeLessThanOrEqual(20);
      expect(when).toBe(revealsAt);
      for (const [phone, words] of [
        [fang, '他做事踏实'],
        [qiang, '她爱爬山'],
      ] as const) {
        expect(world.told(phone)).toEqual([
          { kind: 'match-proposed', subject: '北蔡公益红娘工作室', words: null, proposalId },
        ]);
        expect((await phone.must('matchmaking.showProposal', { proposalId })).proposal.words).toBe(words);
      }
      expect([world.looks(fang), world.looks(qiang)]).toEqual([['proposed'], ['proposed']]);
      expect(world.profile('小芳')).toMatchObject({ revision: 2, proposedAt: [matchNow], lastProposedAt: matchNow });
      expect(world.proposal(proposalId)).toMatchObject({ state: 'open', byName: '陈红娘', source: 'bench' });
      expect(world.proposal(proposalId).people).toEqual([
        world.proposal(proposalId).one.personId,
        world.proposal(proposalId).other.personId,
      ]);
    });

    it('hears the same when the request is sent again, and nobody is told twice', async () => {
      const wish = world.wishFor('小芳', '阿强');
      const first = await chen.ask('matchmaking.propose', wish);
      itIs(matchNow + DAY);
      expect(await chen.ask('matchmaking.propose', wish)).toEqual(first);
      expect(world.proposals()).toHaveLength(1);
      expect(world.told(fang)).toHaveLength(1);
    });

    it('draws the sides without looking at who was named first', async () => {
      const firsts = new Set<boolean>();
      for (let nth = 0; nth < 12; nth += 1) {
        world.open();
        world.matchmaker('陈红娘');
        world.woman('小芳');
        world.man('阿强');
        const id = await world.propose(chen, '小芳', '阿强', { requestKey: keyOf(`sides-${nth}`) });
        firsts.add(world.proposal(id).one.personId === fang.personId);
      }
      expect(firsts.size).toBe(2);
    });

    it.each([
      [
        'a pledge that ran out',
        () => world.change('match-pledges', chen.personId, { until: ShanghaiDay.parse('2026-11-22') }),
        'pledge-needed',
      ],
      [
        'somebody who is not there',
        () => cloud.store('match-profiles').remove({ _id: qiang.personId }),
        'person-not-found',
      ],
      [
        'somebody of another studio',
        () => world.change('match-profiles', qiang.personId, { studioId: 'jinqiao' }),
        'person-not-found',
      ],
      [
        'somebody who pauses',
        () => world.change('match-profiles', qiang.personId, { state: 'paused' }),
        'not-available',
      ],
      [
        'somebody whose profile ran out',
        () => world.change('match-profiles', qiang.personId, { state: 'expired' }),
        'person-not-found',
      ],
      [
        'somebody whose profile runs out at this instant',
        () => world.change('match-profiles', qiang.personId, { expiresAt: matchNow }),
        'person-not-found',
      ],
      [
        'somebody who does not agree to being proposed',
        () => world.change('match-profiles', qiang.personId, { consents: [] }),
        'not-available',
      ],
      [
        'somebody who is no member today',
        () => cloud.store('members').remove({ _id: qiang.personId }),
        'person-not-found',
      ],
      [
        'somebody whose card rests',
        () => {
          const { membership } = aMember('阿强', qiang.personId);
          world.change('members', qiang.personId, { membership: { ...membership, state: 'suspended' } });
        },
        'not-available',
      ],
      [
        'somebody without the stamp that the studio wants',
        () => world.change('match-studios', 'beicai', aStudio({}, { needsStamp: true })),
        'not-available',
      ],
      [
        'somebody with two proposals in seven days',
        () =>
          world.change('match-profiles', qiang.personId, { proposedAt: [matchNow - 6 * DAY, matchNow - 7 * DAY + 1] }),
        'week-full',
      ],
    ] as const)('is answered about %s', async (_what, given, refusal) => {
      given();
      expect(await preview()).toEqual({ ok: false, refusal });
      expect(await propose()).toEqual({ ok: false, refusal });
      expect(world.proposals()).toEqual([]);
    });

    it('finds a week free again to the millisecond', async () => {
      world.change('match-profiles', qiang.personId, { proposedAt: [matchNow - 6 * DAY, matchNow - 7 * DAY] });
      expect(await propose()).toMatchObject({ ok: true });
      expect(world.profile('阿强').proposedAt).toEqual([matchNow - 6 * DAY, matchNow]);
    });

    it('does not propose somebody to themselves', async () => {
      expect(await propose({ other: profileIdOf('小芳') })).toEqual({ ok: false, refusal: 'same-person' });
      expect(await preview({ other: profileIdOf('小芳') })).toEqual({ ok: false, refusal: 'same-person' });
    });

    it('hears the same whatever keeps two from being proposed, and whosever it is', async () => {
      const refused = { ok: false, refusal: 'not-this-pair' };
      const cases: (() => unknown)[] = [
        () =>
          cloud
            .store('match-pairs')
            .insert(freshMark(pairKeyOf(fang.personId, qiang.personId), EpochMs.parse(matchNow - 1))),
        () => cloud.inside(() => markNever(pairKeyOf(qiang.personId, fang.personId), matchNow)),
        () => {
          remake('阿强', { gender: 'man', seeks: 'men' });
        },
        () => {
          remake('小芳', { seeks: 'women' });
        },
        () => {
          remake('小芳', { children: 'wanted' });
          remake('阿强', { gender: 'man', children: 'not-wanted' });
        },
        () => {
          remake('阿强', { gender: 'man', notColleagues: true });
        },
        () => {
          cloud.appoint('小芳', 'matchmaker', 'beicai');
          cloud.store('match-pledges').insert(aPledge(fang.personId));
        },
      ];
      const trips = new Set<number>();
      for (const [nth, given] of cases.entries()) {
        world.open();
        world.matchmaker('陈红娘');
        world.woman('小芳');
        world.man('阿强');
        await given();
        const by = nth === cases.length - 1 ? fang : chen;
        expect(await by.ask('matchmaking.previewProposal', pair)).toEqual(refused);
        trips.add(by.tripsOfLast());
        expect(await by.ask('matchmaking.propose', world.wishFor('小芳', '阿强'))).toEqual(refused);
        expect(world.proposals()).toEqual([]);
      }
      expect([...trips]).toEqual([7]);
    });

    const remake = (name: string, form: Parameters<PoolWorld['woman']>[1]): void => {
      const { personId } = cloud.as(name);
      cloud.store('match-profiles').remove({ _id: personId });
      cloud.store('members').remove({ _id: personId });
      world.woman(name, form);
    };

    it('may propose the two again when the mark is over', async () => {
      cloud
        .store('match-pairs')
        .insert(freshMark(pairKeyOf(fang.personId, qiang.personId), EpochMs.parse(matchNow - 365 * DAY)));
      expect(await propose()).toMatchObject({ ok: true });
      const key = pairKeyOf(fang.personId, qiang.personId);
      expect(world.pairs().map(untilOf)).toEqual([matchNow + lengthOf(key, matchNow)]);
    });

    it('writes words that anybody may read, or writes none', async () => {
      expect(await propose({ wordsToOne: '一起赌博', wordsToOther: '聊聊投资' })).toEqual({
        ok: false,
        refusal: 'words-refused',
        fields: [
          { path: 'wordsToOne', problem: 'characters' },
          { path: 'wordsToOther', problem: 'characters' },
        ],
      });
      expect(await propose({ wordsToOther: '检查失灵' })).toMatchObject({ refusal: 'words-refused' });
      expect(world.proposals()).toEqual([]);
      expect(world.profile('小芳').proposedAt).toEqual([]);
    });

    it('learns nothing of a pair from words that are refused, and leaves a look behind whatever else is said', async () => {
      world.woman('小兰');
      const risky = { wordsToOne: '一起赌博' };
      expect(await propose(risky)).toMatchObject({ refusal: 'words-refused' });
      expect(await propose({ ...risky, other: profileIdOf('小兰') })).toMatchObject({ refusal: 'words-refused' });
      expect(await propose({ other: profileIdOf('小兰') })).toMatchObject({ refusal: 'not-this-pair' });
      expect(world.looks(fang)).toEqual(['previewed']);
    });

    it('hears of a request that is sent again only with a pledge that stands', async () => {
      const wish = world.wishFor('小芳', '阿强');
      const first = await chen.ask('matchmaking.propose', wish);
      cloud.store('match-profiles').remove({ _id: qiang.personId });
      expect(await chen.ask('matchmaking.propose', wish)).toEqual(first);
      cloud.store('match-pledges').remove({ _id: chen.personId });
      expect(await chen.ask('matchmaking.propose', wish)).toEqual({ ok: false, refusal: 'pledge-needed' });
    });

    it('who is one of the two knows of it what the other side knows, and nothing more', async () => {
      cloud.appoint('小芳', 'matchmaker', 'beicai');
      cloud.store('match-pledges').insert(aPledge(fang.personId));
      expect(await fang.ask('matchmaking.showPerson', { profileId: profileIdOf('阿强') })).toMatchObject({ ok: true });
      const proposalId = await world.propose(chen, '小芳', '阿强');
      expect(await fang.ask('matchmaking.showPerson', { profileId: profileIdOf('阿强') })).toEqual({
        ok: false,
        refusal: 'person-not-found',
      });
      const studioId = 'beicai' as never;
      const items = async (who: Phone) => (await who.must('matchmaking.listStudioProposals', { studioId })).items;
      expect([await items(fang), await items(chen)]).toMatchObject([[], [{ proposalId }]]);
      const gone = { ok: false, refusal: 'proposal-not-found' };
      expect(await fang.ask('matchmaking.withdrawProposal', { proposalId })).toEqual(gone);
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      await world.sweep(revealsAt);
      // Nor are they counted: a count would tell that the other does not want to be asked any more.
      itIs(revealsAt + 4 * DAY);
      const counts = async (who: Phone) => (await who.must('matchmaking.showBench', {})).counts;
      expect([await counts(fang), await counts(chen)]).toMatchObject([{ followUps: 0 }, { followUps: 1 }]);
      itIs(revealsAt + 1);
      const later = async (who: Phone) => (await who.must('matchmaking.listFollowUps', { studioId })).later.length;
      expect([await later(fang), await later(chen)]).toEqual([0, 2]);
      expect(await fang.ask('matchmaking.doneFollowUp', { proposalId, side: 'one', stage: 'days' })).toEqual(gone);
    });
  });

  describe('who reads the proposals of the studio', () => {
    it('sees them latest first, twenty at a time, and no answer', async () => {
      for (let nth = 0; nth < 21; nth += 1) {
        world.woman(`她${nth}`);
        world.man(`他${nth}`);
        itIs(matchNow + nth);
        await world.propose(chen, `她${nth}`, `他${nth}`);
      }
      const first = await chen.must('matchmaking.listStudioProposals', { studioId: 'beicai' as never });
      expect(chen.tripsOfLast()).toBe(6);
      expect(first.items).toHaveLength(20);
      expect(first.items[0]).toMatchObject({ state: 'open', byName: '陈红娘', revealsAt, mayWithdraw: true });
      expect([first.items[0]?.one.calledName, first.items[0]?.other.calledName].sort()).toEqual(['他20', '她20']);
      const second = await chen.must('matchmaking.listStudioProposals', {
        studioId: 'beicai' as never,
        cursor: first.next,
      });
      expect(second).toMatchObject({ items: [{ proposedAt: matchNow }], next: null });
    });

    it('withdraws one before its instant, and it ends for both without a word', async () => {
      const proposalId = await world.propose(chen, '小芳', '阿强');
      await world.says(fang, proposalId, 'yes');
      itIs(revealsAt - 1);
      expect(await chen.ask('matchmaking.withdrawProposal', { proposalId })).toEqual({
        ok: true,
        value: { state: 'ended' },
      });
      expect(await chen.ask('matchmaking.withdrawProposal', { proposalId })).toEqual({
        ok: true,
        value: { state: 'ended' },
      });
      expect(world.told(qiang)).toHaveLength(1);
      expect((await fang.must('matchmaking.showProposal', { proposalId })).proposal).toMatchObject({
        state: 'ended',
        card: null,
        calledName: null,
        answer: null,
      });
      const { items } = await chen.must('matchmaking.listStudioProposals', { studioId: 'beicai' as never });
      expect(items).toMatchObject([
        {
          state: 'ended',
          one: { profileId: null, calledName: '' },
          other: { profileId: null, calledName: '' },
          mayWithdraw: false,
        },
      ]);
    });

    it('withdraws nothing from its instant on, whatever came of it', async () => {
      const proposalId = await world.propose(chen, '小芳', '阿强');
      itIs(revealsAt);
      expect(await chen.ask('matchmaking.withdrawProposal', { proposalId })).toEqual({
        ok: false,
        refusal: 'too-late',
      });
      await world.sweep(revealsAt);
      expect(await chen.ask('matchmaking.withdrawProposal', { proposalId })).toEqual({
        ok: false,
        refusal: 'too-late',
      });
    });

    it('finds nothing of another studio', async () => {
      const other = world.matchmaker('金桥红娘', 'jinqiao');
      const proposalId = await world.propose(chen, '小芳', '阿强');
      expect(await other.ask('matchmaking.withdrawProposal', { proposalId })).toEqual({
        ok: false,
        refusal: 'proposal-not-found',
      });
      expect(await other.ask('matchmaking.doneFollowUp', { proposalId, side: 'one', stage: 'days' })).toEqual({
        ok: false,
        refusal: 'proposal-not-found',
      });
      expect(await other.ask('matchmaking.listStudioProposals', { studioId: 'beicai' as never })).toEqual({
        ok: false,
        refusal: 'outside-your-studio',
      });
      expect(await other.ask('matchmaking.listFollowUps', { studioId: 'beicai' as never })).toEqual({
        ok: false,
        refusal: 'outside-your-studio',
      });
      expect(await other.ask('matchmaking.listFollowUps', { studioId: 'jinqiao' as never })).toEqual({
        ok: false,
        refusal: 'studio-not-found',
      });
      expect(await other.ask('matchmaking.listStudioProposals', { studioId: 'jinqiao' as never })).toEqual({
        ok: false,
        refusal: 'studio-not-found',
      });
      cloud.store('match-pledges').remove({ _id: chen.personId });
      for (const refused of [
        chen.ask('matchmaking.withdrawProposal', { proposalId }),
        chen.ask('matchmaking.doneFollowUp', { proposalId, side: 'one', stage: 'days' }),
        chen.ask('matchmaking.listStudioProposals', { studioId: 'beicai' as never }),
        chen.ask('matchmaking.listFollowUps', { studioId: 'beicai' as never }),
      ])
        expect(await refused).toEqual({ ok: false, refusal: 'pledge-needed' });
    });
  });
});
