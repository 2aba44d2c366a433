import type { ProposalId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { matchNow, profileIdOf } from '../testing/matchmaking';
import type { PoolWorld } from '../testing/pool-world';
import { DAY, poolWorld, revealsAt } from '../testing/pool-world';
import { deleteProposalsOf, endProposalsOf } from './end-proposals';
import { mixerProposalIdOf, pairKeyOf } from './ids';
import { mutualProposal } from './new-proposal';
import { markNever, untilOf } from './pair-marks';
import { photos } from './profile-records';
import type { Proposal } from './proposal-records';
import { sealedPhotos } from './sealed-photo';
import { sweepProposals } from './sweep-proposals';
import { sideHeldBy } from './two-sides';

const picture = (text: string) => Buffer.from(text).toString('base64') as never;

describe('somebody who is proposed', () => {
  let cloud: TestCloud;
  let world: PoolWorld;
  let [chen, fang, qiang]: [Phone, Phone, Phone] = [] as never;
  let proposalId: ProposalId;

  beforeAll(async () => {
    cloud = await openTestCloud();
    world = poolWorld(cloud);
  });
  beforeEach(async () => {
    world.open();
    chen = world.matchmaker('陈红娘');
    fang = world.woman(
      '小芳',
      {},
      { hasPhoto: true },
      {
        street: { value: '莲园路', seenBy: 'proposal' },
        about: { value: '爱爬山', seenBy: 'mutual' },
        hopes: { value: '只给红娘', seenBy: 'studio' },
      },
    );
    qiang = world.man('阿强', { contact: { kind: 'mobile', value: '13800000001' } });
    await cloud.inside(() =>
      photos.insert(sealedPhotos(profileIdOf('小芳'), { photo: picture('clear'), blurred: picture('blurred') })),
    );
    proposalId = await world.propose(chen, '小芳', '阿强', { hideOfOne: ['age'] });
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const seen = async (phone: Phone) => (await phone.must('matchmaking.showProposal', { proposalId })).proposal;
  const listed = async (phone: Phone) => (await phone.must('matchmaking.listProposals', {})).proposals;
  const photo = (phone: Phone) => phone.must('matchmaking.showProposalPhoto', { proposalId });
  const bothSayYes = async (): Promise<void> => {
    await world.says(fang, proposalId, 'yes');
    await world.says(qiang, proposalId, 'yes');
    await world.sweep(revealsAt);
  };
  const gone = { ok: false, refusal: 'proposal-not-found' };

  describe('while it is open', () => {
    it('reads what the other marked for it, and what the other reads of them', async () => {
      expect(await seen(qiang)).toEqual({
        proposalId,
        state: 'open',
        studioName: '北蔡公益红娘工作室',
        proposedAt: matchNow,
        revealsAt,
        calledName: '小芳',
        answer: 'none',
        fromMixer: false,
        card: expect.anything() as object,
        words: null,
        ownCard: expect.anything() as object,
        contact: null,
        contactUntil: null,
        followsUp: false,
        mayReport: true,
      });
      expect(qiang.tripsOfLast()).toBe(3);
      expect(await seen(qiang)).toMatchObject({
        card: { calledName: '小芳', age: null, hasPhoto: true, facts: { street: '莲园路', about: null, hopes: null } },
        ownCard: { calledName: '阿强', age: 30 },
      });
      expect(await listed(fang)).toMatchObject([{ proposalId, calledName: '阿强', answer: 'none', state: 'open' }]);
      expect(fang.tripsOfLast()).toBe(3);
    });

    it('reads nothing more of what the other takes back or renames', async () => {
      world.change('match-profiles', fang.personId, { held: ['calledName', 'street'], heldFor: ['beicai'] });
      expect(await seen(qiang)).toMatchObject({ calledName: '小芳', card: { facts: { street: null } } });
      cloud.store('match-profiles').remove({ _id: fang.personId });
      expect(await seen(qiang)).toMatchObject({ state: 'ended', card: null, calledName: null });
      expect(await listed(qiang)).toMatchObject([{ state: 'ended', calledName: null }]);
    });

    it('reads that it ended once the other agrees no more, even where the call that ended it died', async () => {
      const { consents } = world.profile('小芳');
      world.change('match-profiles', fang.personId, {
        consents: consents.filter(({ purpose }) => purpose !== 'proposals'),
      });
      expect(await seen(qiang)).toMatchObject({ state: 'ended', card: null });
    });

    it('sees the small blurred picture, and none that waits to be looked at', async () => {
      expect(await photo(qiang)).toEqual({ photo: picture('blurred'), isBlurred: true });
      expect(qiang.tripsOfLast()).toBe(4);
      expect(await photo(fang)).toEqual({ photo: null, isBlurred: true });
      world.change('match-profiles', fang.personId, { held: ['photo'], heldFor: ['beicai'] });
      expect(await photo(qiang)).toEqual({ photo: null, isBlurred: true });
    });

    it('answers, changes it and takes it back up to the last millisecond, each time in two steps', async () => {
      for (const answer of ['yes', 'no', 'none', 'yes'] as const) {
        expect(await world.says(fang, proposalId, answer)).toEqual({ ok: true, value: { answer } });
        expect(fang.tripsOfLast()).toBe(2);
        expect((await seen(fang)).answer).toBe(answer);
        expect((await seen(qiang)).answer).toBe('none');
      }
      itIs(revealsAt - 1);
      expect(await world.says(fang, proposalId, 'no')).toMatchObject({ ok: true });
    });

    it('answers no more from its instant on, and everybody still reads that it is open', async () => {
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      itIs(revealsAt);
      expect(await world.says(fang, proposalId, 'no')).toEqual({ ok: false, refusal: 'too-late' });
      expect(await seen(fang)).toMatchObject({ state: 'open', answer: null, contact: null });
      expect((await chen.must('matchmaking.listStudioProposals', { studioId: 'beicai' as never })).items).toMatchObject(
        [{ state: 'open', mayWithdraw: false }],
      );
    });

    it('is nobody’s but theirs', async () => {
      const third = world.woman('小兰');
      for (const refused of [
        third.ask('matchmaking.showProposal', { proposalId }),
        third.ask('matchmaking.showProposalPhoto', { proposalId }),
        third.ask('matchmaking.answer', { proposalId, answer: 'no' }),
        third.ask('matchmaking.takeBack', { proposalId }),
        third.ask('matchmaking.stopFollowUps', { proposalId }),
        third.ask('matchmaking.block', { proposalId }),
        chen.ask('matchmaking.showProposal', { proposalId }),
      ])
        expect(await refused).toEqual(gone);
      expect(await listed(third)).toEqual([]);
      expect(await fang.ask('matchmaking.takeBack', { proposalId })).toEqual({ ok: false, refusal: 'not-mutual' });
      expect(await fang.ask('matchmaking.stopFollowUps', { proposalId })).toEqual({
        ok: true,
        value: { followsUp: false },
      });
      expect(world.proposal(proposalId).one.followsUp && world.proposal(proposalId).other.followsUp).toBe(true);
    });

    it('is told by the timer where the call that proposed died', async () => {
      cloud.store('notices').remove({});
      await world.sweep(matchNow + 2 * 60_000);
      expect([world.told(fang), world.told(qiang)]).toMatchObject([
        [{ kind: 'match-proposed' }],
        [{ kind: 'match-proposed' }],
      ]);
      expect(world.proposal(proposalId).dueAt).toBe(revealsAt);
      await world.sweep(matchNow + 3 * 60_000);
      expect(world.told(fang)).toHaveLength(1);
    });
  });

  describe('when its day comes', () => {
    it('is told by the sweep alone, and not a millisecond before', async () => {
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      await world.sweep(revealsAt - 1);
      expect(await seen(fang)).toMatchObject({ state: 'open', contact: null });
      await world.sweep(revealsAt);
      expect(await seen(fang)).toMatchObject({
        state: 'mutual',
        answer: null,
        contact: { kind: 'mobile', value: '13800000001' },
        contactUntil: revealsAt + 30 * DAY,
        followsUp: true,
        card: { calledName: '阿强' },
      });
      expect(await seen(qiang)).toMatchObject({
        contact: { kind: 'wechat' },
        card: { facts: { about: '爱爬山', hopes: null } },
      });
      expect(await photo(qiang)).toEqual({ photo: picture('clear'), isBlurred: false });
      expect([world.told(fang), world.told(qiang)].map((told) => told.map(({ kind }) => kind))).toEqual([
        ['match-proposed', 'match-mutual'],
        ['match-proposed', 'match-mutual'],
      ]);
      expect(world.proposal(proposalId).one.answer).toBeNull();
      await world.sweep(revealsAt + 60_000);
      expect(world.told(fang)).toHaveLength(2);
    });

    it('hears of a mutual yes also where the sweep died before it could tell', async () => {
      await bothSayYes();
      cloud.store('notices').remove({});
      world.change('match-proposals', proposalId, { dueAt: revealsAt });
      await world.sweep(revealsAt + 60_000);
      expect([world.told(fang), world.told(qiang)].flat().map(({ kind }) => kind)).toEqual([
        'match-mutual',
        'match-mutual',
      ]);
      expect(world.proposal(proposalId).dueAt).toBe(revealsAt + 3 * DAY);
    });

    it('hears nothing of anything else, and the card is shown no more', async () => {
      await world.says(fang, proposalId, 'yes');
      await world.sweep(revealsAt);
      for (const phone of [fang, qiang]) {
        expect(await seen(phone)).toMatchObject({
          state: 'ended',
          card: null,
          ownCard: null,
          calledName: null,
          answer: null,
          words: null,
          contact: null,
        });
        expect(await photo(phone)).toEqual({ photo: null, isBlurred: true });
        expect(world.told(phone)).toHaveLength(1);
      }
      expect(world.proposal(proposalId)).toMatchObject({
        one: { named: null, hides: [], words: null, answer: null, contact: null },
        other: { named: null, hides: [], words: null, answer: null, contact: null },
        dueAt: revealsAt + 30 * DAY,
      });
    });

    it('does not open to whoever let their profile run out before', async () => {
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      world.change('match-profiles', fang.personId, { expiresAt: revealsAt });
      itIs(revealsAt - 1);
      expect((await seen(qiang)).state).toBe('open');
      itIs(revealsAt);
      await cloud.inside(() => sweepProposals(revealsAt));
      expect(world.proposal(proposalId)).toMatchObject({ state: 'ended', one: { contact: null } });
    });

    it('does not open to two of whom one asked never to be proposed, whatever else says yes', async () => {
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      // A block whose call died after the mark.
      await cloud.inside(() => markNever(pairKeyOf(qiang.personId, fang.personId), matchNow));
      await world.sweep(revealsAt);
      expect(world.proposal(proposalId)).toMatchObject({ state: 'ended', one: { contact: null } });
      expect(world.pairs().map(untilOf)).toEqual([NEVER]);
    });

    it('does not open to whoever has no profile any more, or agrees no more', async () => {
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      cloud.store('match-profiles').remove({ _id: fang.personId });
      await world.sweep(revealsAt);
      expect(world.proposal(proposalId).state).toBe('ended');
    });

    it('comes to the others too where one does not open', async () => {
      world.woman('小兰');
      world.man('大刘');
      const other = await world.propose(chen, '小兰', '大刘');
      world.change('match-proposals', proposalId, {
        one: { ...world.proposal(proposalId).one, answer: 'k1.torn.apart' },
      });
      await world.says(cloud.as('小兰'), other, 'yes');
      await world.says(cloud.as('大刘'), other, 'yes');
      await world.sweep(revealsAt);
      expect(world.proposal(other).state).toBe('mutual');
      expect(world.proposal(proposalId)).toMatchObject({ state: 'open', dueAt: revealsAt + 3_600_000 });
      expect(cloud.everythingWritten()).toContain('{"alarm":"match-proposal-unreadable","count":1}');
    });

    it('comes to a hundred in one run and to the others in the next', async () => {
      const stored = world.proposal(proposalId);
      for (let nth = 0; nth < 130; nth += 1)
        cloud
          .store('match-proposals')
          .insert({ ...stored, _id: `q${String(nth).padStart(11, '0')}`, state: 'ended', dueAt: matchNow });
      await world.sweep(revealsAt);
      expect(world.proposals()).toHaveLength(31);
      await world.sweep(revealsAt);
      expect(world.proposals().map(({ state }) => state)).toEqual(['ended']);
    });

    it('is deleted 30 days after its day, or 120 where it was mutual', async () => {
      await world.sweep(revealsAt);
      await world.sweep(revealsAt + 30 * DAY - 1);
      expect(world.proposals()).toHaveLength(1);
      await world.sweep(revealsAt + 30 * DAY);
      expect(world.proposals()).toEqual([]);
    });
  });

  describe('after a mutual yes', () => {
    beforeEach(bothSayYes);

    it('reads the contact for 30 days, then it is erased, and the rest after 120', async () => {
      itIs(revealsAt + 30 * DAY - 1);
      expect((await seen(fang)).contact).not.toBeNull();
      itIs(revealsAt + 30 * DAY);
      expect(await seen(fang)).toMatchObject({ state: 'mutual', contact: null, contactUntil: null });
      for (const days of [3, 21, 30]) await world.sweep(revealsAt + days * DAY);
      expect(world.proposal(proposalId)).toMatchObject({
        one: { contact: null },
        other: { contact: null },
        contactUntil: null,
        dueAt: revealsAt + 90 * DAY,
      });
      await world.sweep(revealsAt + 90 * DAY);
      await world.sweep(revealsAt + 120 * DAY - 1);
      expect(world.proposals()).toHaveLength(1);
      await world.sweep(revealsAt + 120 * DAY);
      expect(world.proposals()).toEqual([]);
    });

    it('takes it back: it ends for both at once, nobody is told, and the two are not proposed again', async () => {
      expect(await qiang.ask('matchmaking.takeBack', { proposalId })).toEqual({ ok: true, value: { state: 'ended' } });
      expect(await qiang.ask('matchmaking.takeBack', { proposalId })).toEqual({ ok: true, value: { state: 'ended' } });
      expect(await seen(fang)).toMatchObject({ state: 'ended', contact: null, card: null });
      expect(world.told(fang)).toHaveLength(2);
      expect(world.proposal(proposalId)).toMatchObject({
        one: { contact: null },
        other: { contact: null },
        followUpAt: NEVER,
      });
      expect(await chen.ask('matchmaking.propose', world.wishFor('小芳', '阿强'))).toEqual({
        ok: false,
        refusal: 'not-this-pair',
      });
      expect(cloud.everythingWritten()).not.toContain('13800000001');
    });

    it('is asked how it goes at each stage, once, until they say stop', async () => {
      await world.sweep(revealsAt + 3 * DAY);
      await world.sweep(revealsAt + 4 * DAY);
      expect(world.told(fang).filter(({ kind }) => kind === 'match-follow-up')).toHaveLength(1);
      expect(await fang.must('matchmaking.stopFollowUps', { proposalId })).toEqual({ followsUp: false });
      expect(await fang.must('matchmaking.stopFollowUps', { proposalId })).toEqual({ followsUp: false });
      expect((await seen(fang)).followsUp).toBe(false);
      await world.sweep(revealsAt + 21 * DAY);
      await world.sweep(revealsAt + 90 * DAY);
      const asked = (phone: Phone) => world.told(phone).filter(({ kind }) => kind === 'match-follow-up').length;
      expect([asked(fang), asked(qiang)]).toEqual([1, 3]);
    });

    it('is asked once where the timer slept through two stages', async () => {
      await world.sweep(revealsAt + 22 * DAY);
      expect(world.told(fang).filter(({ kind }) => kind === 'match-follow-up')).toHaveLength(1);
    });

    const followUps = () => chen.must('matchmaking.listFollowUps', { studioId: 'beicai' as never });

    it('is on the matchmaker’s list, due and later, until it is done or they say stop', async () => {
      expect(await followUps()).toMatchObject({ due: [], later: [{ stage: 'days' }, { stage: 'days' }] });
      expect(chen.tripsOfLast()).toBe(6);
      itIs(revealsAt + 3 * DAY);
      const { due } = await followUps();
      expect(
        due.map(({ calledName, otherCalledName, dueAt }) => ({ calledName, otherCalledName, dueAt })),
      ).toContainEqual({ calledName: '小芳', otherCalledName: '阿强', dueAt: revealsAt + 3 * DAY });
      const side = sideHeldBy(world.proposal(proposalId), fang.personId) ?? 'one';
      const done = { proposalId, side, stage: 'days' as const };
      expect(await chen.ask('matchmaking.doneFollowUp', done)).toEqual({ ok: true, value: { done: true } });
      expect(chen.tripsOfLast()).toBeLessThanOrEqual(7);
      expect(await chen.ask('matchmaking.doneFollowUp', done)).toEqual({ ok: true, value: { done: true } });
      expect(await chen.ask('matchmaking.doneFollowUp', { ...done, stage: 'weeks' })).toEqual({
        ok: false,
        refusal: 'not-due',
      });
      expect((await followUps()).due.map(({ calledName }) => calledName)).toEqual(['阿强']);
      expect((await followUps()).later).toMatchObject([{ stage: 'weeks' }, { stage: 'weeks' }]);
      await qiang.must('matchmaking.stopFollowUps', { proposalId });
      expect(await followUps()).toMatchObject({ due: [], later: [{ calledName: '小芳', stage: 'weeks' }] });
      expect(world.proposal(proposalId).followUpAt).toBe(revealsAt + 21 * DAY);
      await fang.must('matchmaking.stopFollowUps', { proposalId });
      expect(await followUps()).toEqual({ due: [], later: [] });
      expect(world.proposal(proposalId).followUpAt).toBe(NEVER);
      expect(await chen.ask('matchmaking.doneFollowUp', { ...done, side: 'one', stage: 'weeks' })).toEqual({
        ok: false,
        refusal: 'not-due',
      });
    });

    it('loses no follow-up where two are marked as done at once', async () => {
      itIs(revealsAt + 3 * DAY);
      const sides = ['one', 'other'] as const;
      await Promise.all(
        sides.map((side) => chen.must('matchmaking.doneFollowUp', { proposalId, side, stage: 'days' })),
      );
      expect(world.proposal(proposalId)).toMatchObject({
        one: { done: ['days'] },
        other: { done: ['days'] },
        followUpAt: revealsAt + 21 * DAY,
      });
    });

    it('does not open again what somebody takes back while the sweep tells', async () => {
      const wakes = revealsAt + 3 * DAY;
      const before = world.proposal(proposalId);
      itIs(wakes);
      await Promise.all([cloud.tick('matchmaking'), qiang.must('matchmaking.takeBack', { proposalId })]);
      expect(world.proposal(proposalId)).toMatchObject({
        state: 'ended',
        one: { contact: null },
        other: { contact: null },
      });
      expect(before.state).toBe('mutual');
    });
  });

  describe('who wants never to be proposed to the other again', () => {
    const aside = () => fang.must('matchmaking.block', { proposalId });

    it('has it off the own list at once, and asking again hears the same', async () => {
      await aside();
      expect(fang.tripsOfLast()).toBe(4);
      await aside();
      expect(await listed(fang)).toEqual([]);
      expect(await fang.ask('matchmaking.showProposal', { proposalId })).toEqual(gone);
      expect(await world.says(fang, proposalId, 'yes')).toEqual(gone);
      expect(world.pairs().map(untilOf)).toEqual([NEVER]);
    });

    it('has a yes of before undone', async () => {
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      await aside();
      expect(await seen(qiang)).toMatchObject({ state: 'open', answer: 'yes', card: { calledName: '小芳' } });
      await world.sweep(revealsAt);
      expect(await seen(qiang)).toMatchObject({ state: 'ended', card: null });
      expect(world.told(qiang)).toHaveLength(1);
    });

    it('is heard between its instant and the sweep', async () => {
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      itIs(revealsAt + 30_000);
      await aside();
      await world.sweep(revealsAt + 60_000);
      expect(world.proposal(proposalId).state).toBe('ended');
    });

    it('ends what was mutual for both, as taking back does', async () => {
      await bothSayYes();
      await aside();
      expect(await seen(qiang)).toMatchObject({ state: 'ended', contact: null, card: null });
      expect(world.told(qiang)).toHaveLength(2);
    });

    it('is never proposed to them again, not after years', async () => {
      await world.sweep(revealsAt);
      await aside();
      itIs(matchNow + 900 * DAY);
      for (const name of ['小芳', '阿强'])
        world.change('match-profiles', cloud.as(name).personId, { expiresAt: NEVER });
      world.change('match-pledges', chen.personId, { until: '2099-01-01' });
      expect(await chen.ask('matchmaking.propose', world.wishFor('小芳', '阿强'))).toEqual({
        ok: false,
        refusal: 'not-this-pair',
      });
    });

    it('leaves the store as it was, but for what is sealed', async () => {
      const open = shapeOf(world.proposal(proposalId), world.pairs());
      await aside();
      expect(shapeOf(world.proposal(proposalId), world.pairs())).toBe(open);
    });

    const shapeOf = (proposal: Proposal, pairs: object[]): string =>
      JSON.stringify([proposal, pairs]).replace(/k1\.[\w-]+\.[\w-]+/g, (sealed) => `sealed:${sealed.length}`);
  });

  describe('who chose the same person at a mixer', () => {
    const mixed = (state: 'mutual' | 'ended' = 'mutual'): ProposalId => {
      const sides = [fang, qiang].map(({ personId }, nth) => ({
        personId,
        profileId: null,
        calledName: `客人${nth}`,
        contact: { kind: 'wechat' as const, value: `wx_guest_${nth}` },
      }));
      const eventId = 'e00000000001' as never;
      const made = mutualProposal(
        {
          _id: mixerProposalIdOf(eventId, fang.personId, qiang.personId),
          ...{ studioId: 'beicai' as never, studioName: '北蔡公益红娘工作室', by: chen.personId, byName: '陈红娘' },
          ...{ eventId, people: [sides[0], sides[1]] as never },
        },
        matchNow,
      );
      cloud.store('match-proposals').insert({ ...made, state });
      return made._id;
    };

    it('has both gone and both ended by one block, and an answer of before undone', async () => {
      const mixerId = mixed();
      await world.says(fang, proposalId, 'yes');
      await world.says(qiang, proposalId, 'yes');
      await fang.must('matchmaking.block', { proposalId: mixerId });
      expect(await listed(fang)).toEqual([]);
      expect(world.proposal(mixerId)).toMatchObject({ state: 'ended', one: { contact: null } });
      expect(await seen(qiang)).toMatchObject({ state: 'open', answer: 'yes' });
      await world.sweep(revealsAt);
      expect(await seen(qiang)).toMatchObject({ state: 'ended', contact: null });
    });

    it('takes their contact back from both at once', async () => {
      await bothSayYes();
      const mixerId = mixed();
      await qiang.must('matchmaking.takeBack', { proposalId });
      expect([proposalId, mixerId].map((id) => world.proposal(id).state)).toEqual(['ended', 'ended']);
      expect(cloud.everythingWritten()).not.toContain('13800000001');
    });
  });

  describe('who leaves or agrees no more', () => {
    it('ends what is open and what is mutual, and nothing tells which it was', async () => {
      expect(await cloud.inside(() => endProposalsOf(fang.personId))).toBe(1);
      expect(await cloud.inside(() => endProposalsOf(fang.personId))).toBe(0);
      expect(await seen(qiang)).toMatchObject({ state: 'ended', card: null });
      expect(await listed(fang)).toMatchObject([{ state: 'ended' }]);
    });

    it('is in no proposal any more, and the other’s list shows what it shows of all that ended', async () => {
      await bothSayYes();
      expect(await cloud.inside(() => deleteProposalsOf(fang.personId))).toBe(1);
      expect(await cloud.inside(() => deleteProposalsOf(fang.personId))).toBe(0);
      expect(JSON.stringify(world.proposals())).not.toContain(fang.personId);
      expect(JSON.stringify(world.proposals())).not.toContain(profileIdOf('小芳'));
      expect(await seen(qiang)).toMatchObject({ state: 'ended', card: null, contact: null, calledName: null });
      expect(await qiang.must('matchmaking.block', { proposalId })).toEqual({ blocked: true });
    });

    it('is out of it also where both leave at once', async () => {
      await Promise.all([fang, qiang].map(({ personId }) => cloud.inside(() => deleteProposalsOf(personId))));
      const left = JSON.stringify(world.proposals());
      expect([fang, qiang].some(({ personId }) => left.includes(personId))).toBe(false);
      await world.sweep(EpochMs.parse(revealsAt + 30 * DAY));
      expect(world.proposals()).toEqual([]);
    });
  });
});
