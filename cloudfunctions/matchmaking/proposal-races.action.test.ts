import type { ProposalId } from '../../types/ids';
import { MOST_A_WEEK } from '../../types/match-kind';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { matchNow } from '../testing/matchmaking';
import type { PoolWorld } from '../testing/pool-world';
import { poolWorld, revealsAt } from '../testing/pool-world';
import { sweepProposals } from './sweep-proposals';

describe('at the same moment', () => {
  let cloud: TestCloud;
  let world: PoolWorld;
  let [chen, fang, qiang]: [Phone, Phone, Phone] = [] as never;

  beforeAll(async () => {
    cloud = await openTestCloud();
    world = poolWorld(cloud);
  });
  beforeEach(() => {
    world.open();
    chen = world.matchmaker('陈红娘');
    fang = world.woman('小芳');
    qiang = world.man('阿强');
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  /** In turns: by then a sweep that began at once has read both answers, and one that begins later has not. */
  const MIDDLE = 90;
  /** So many turns of the event loop, so that what is under way is at another point each time. */
  const turns = async (count: number): Promise<void> => {
    for (let nth = 0; nth < count; nth += 1) await Promise.resolve();
  };
  const bothYes = async (): Promise<ProposalId> => {
    const id = await world.propose(chen, '小芳', '阿强');
    await world.says(fang, id, 'yes');
    await world.says(qiang, id, 'yes');
    return id;
  };
  const contact = async (phone: Phone, proposalId: ProposalId) =>
    (await phone.must('matchmaking.showProposal', { proposalId })).proposal.contact;

  /** Runs it with the two a little more apart each time, from the one first to the other first. */
  async function atEveryPoint(race: (apart: number) => Promise<boolean>): Promise<Set<boolean>> {
    const outcomes = new Set<boolean>();
    for (let apart = 0; apart < 2 * MIDDLE; apart += 5) {
      world.open();
      for (const name of ['陈红娘']) world.matchmaker(name);
      world.woman('小芳');
      world.man('阿强');
      outcomes.add(await race(apart));
    }
    return outcomes;
  }

  describe('as its day comes', () => {
    it('a yes that was taken back is not opened, however far the sweep is', async () => {
      const taken = await atEveryPoint(async (apart) => {
        const id = await bothYes();
        // The answer is asked for before its instant, and arrives with the sweep.
        itIs(revealsAt - 1);
        const sweep = turns(apart).then(() => cloud.inside(() => sweepProposals(revealsAt)));
        const back = turns(MIDDLE).then(() => world.says(qiang, id, 'no'));
        const [, answer] = await Promise.all([sweep, back]);
        const state = answer.ok ? 'ended' : 'mutual';
        expect([answer.ok || answer, world.proposal(id).state]).toEqual([
          answer.ok || { ok: false, refusal: 'too-late' },
          state,
        ]);
        expect((await contact(fang, id)) !== null).toBe(!answer.ok);
        return answer.ok;
      });
      // Both happened: else the race was none.
      expect(taken.size).toBe(2);
    });

    it('a block is heard or ends what was opened', async () => {
      await atEveryPoint(async (apart) => {
        const id = await bothYes();
        itIs(revealsAt);
        await Promise.all([
          turns(apart).then(() => cloud.inside(() => sweepProposals(revealsAt))),
          turns(MIDDLE).then(() => qiang.must('matchmaking.block', { proposalId: id })),
        ]);
        expect(world.proposal(id)).toMatchObject({ state: 'ended', one: { contact: null }, other: { contact: null } });
        expect(await contact(fang, id)).toBeNull();
        return true;
      });
    });

    it('nothing is opened of somebody who leaves', async () => {
      await atEveryPoint(async (apart) => {
        const id = await bothYes();
        itIs(revealsAt);
        await Promise.all([
          turns(apart).then(() => cloud.inside(() => sweepProposals(revealsAt))),
          turns(MIDDLE).then(() => qiang.must('matchmaking.leave', { understood: true })),
        ]);
        expect(world.proposal(id)).toMatchObject({ state: 'ended', one: { contact: null }, other: { contact: null } });
        expect(JSON.stringify(world.proposals())).not.toContain(qiang.personId);
        return true;
      });
    });

    it('nothing is opened of somebody who agrees no more', async () => {
      await atEveryPoint(async (apart) => {
        const id = await bothYes();
        itIs(revealsAt);
        await Promise.all([
          turns(apart).then(() => cloud.inside(() => sweepProposals(revealsAt))),
          turns(MIDDLE).then(() => qiang.must('matchmaking.takeConsentBack', { purpose: 'proposals' })),
        ]);
        expect(world.proposal(id)).toMatchObject({ state: 'ended', one: { contact: null }, other: { contact: null } });
        return true;
      });
    });

    it('two sweeps tell once', async () => {
      const id = await bothYes();
      itIs(revealsAt);
      await Promise.all([1, 2, 3].map(() => cloud.inside(() => sweepProposals(revealsAt))));
      expect(world.proposal(id).state).toBe('mutual');
      for (const phone of [fang, qiang])
        expect(world.told(phone).map(({ kind }) => kind)).toEqual(['match-proposed', 'match-mutual']);
    });

    it('an answer does not undo a block', async () => {
      await atEveryPoint(async (apart) => {
        const id = await bothYes();
        const [answer] = await Promise.all([
          turns(apart).then(() => world.says(fang, id, 'yes')),
          turns(MIDDLE).then(() => fang.must('matchmaking.block', { proposalId: id })),
        ]);
        expect(answer.ok || answer).toEqual(answer.ok || { ok: false, refusal: 'proposal-not-found' });
        expect((await fang.must('matchmaking.listProposals', {})).proposals).toEqual([]);
        await world.sweep(revealsAt);
        expect(world.proposal(id).state).toBe('ended');
        return true;
      });
    });
  });

  describe('matchmakers', () => {
    it('propose a pair once, whichever way they name it', async () => {
      const li = world.matchmaker('李红娘');
      const answers = await Promise.all([
        chen.ask('matchmaking.propose', world.wishFor('小芳', '阿强')),
        li.ask('matchmaking.propose', world.wishFor('阿强', '小芳')),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'not-this-pair' }]);
      expect(world.proposals()).toHaveLength(1);
      expect([world.profile('小芳').proposedAt, world.profile('阿强').proposedAt]).toEqual([[matchNow], [matchNow]]);
    });

    it('five of them propose no more to one person than a week holds', async () => {
      for (let round = 0; round < 5; round += 1) {
        world.open();
        world.woman('小芳');
        const answers = await Promise.all(
          [0, 1, 2, 3, 4].map(async (nth) => {
            const by = world.matchmaker(`红娘${nth}`);
            world.man(`他${nth}`);
            return by.ask('matchmaking.propose', world.wishFor('小芳', `他${nth}`));
          }),
        );
        expect(answers.filter(({ ok }) => ok)).toHaveLength(MOST_A_WEEK);
        for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ refusal: 'week-full' });
        expect(world.proposals()).toHaveLength(MOST_A_WEEK);
        expect(world.profile('小芳').proposedAt).toHaveLength(MOST_A_WEEK);
        expect(world.told(fang)).toHaveLength(MOST_A_WEEK);
        // Of whoever was not proposed after all nothing is counted.
        const counted = [0, 1, 2, 3, 4].filter((nth) => world.profile(`他${nth}`).proposedAt.length === 1);
        expect(counted).toHaveLength(MOST_A_WEEK);
      }
    });

    it('hear the same where one taps twice', async () => {
      const wish = world.wishFor('小芳', '阿强');
      const [first, ...others] = await Promise.all([1, 2, 3].map(() => chen.ask('matchmaking.propose', wish)));
      expect(first).toMatchObject({ ok: true });
      for (const other of others) expect(other).toEqual(first);
      expect(world.proposals()).toHaveLength(1);
      expect(world.told(fang)).toHaveLength(1);
      expect(world.profile('小芳').proposedAt).toHaveLength(1);
    });

    it('propose nobody who leaves, pauses or agrees no more', async () => {
      for (const act of ['leave', 'takeConsentBack'] as const)
        await atEveryPoint(async (apart) => {
          const input = act === 'leave' ? { understood: true } : { purpose: 'proposals' };
          const [answer] = await Promise.all([
            turns(apart).then(() => chen.ask('matchmaking.propose', world.wishFor('小芳', '阿强'))),
            turns(MIDDLE).then(() => qiang.must(`matchmaking.${act}`, input as never)),
          ]);
          for (const { state } of world.proposals()) expect(state).toBe('ended');
          if (act === 'leave') expect(JSON.stringify(world.proposals())).not.toContain(qiang.personId);
          return answer.ok;
        });
    });

    it('take back what is answered at once, and it ends whatever was answered', async () => {
      const id = await world.propose(chen, '小芳', '阿强');
      await Promise.all([
        world.says(fang, id, 'yes'),
        chen.must('matchmaking.withdrawProposal', { proposalId: id }),
        world.says(qiang, id, 'yes'),
      ]);
      expect(world.proposal(id)).toMatchObject({ state: 'ended', one: { answer: null }, other: { answer: null } });
    });
  });
});
