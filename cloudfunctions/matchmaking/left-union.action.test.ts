import { PersonId } from '../../types/ids';
import { matchmakingContract } from '../../types/matchmaking';
import { unionsNow } from '../member/standing';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { access, actionNames, send, wishOf } from '../testing/match-access';
import { writes } from '../testing/match-observers';
import type { MatchThings } from '../testing/match-world';
import { keepStore, matchWorld } from '../testing/match-world';
import { aForm, matchNow, profileIdOf } from '../testing/matchmaking';
import { aMember } from '../testing/members';
import { revealsAt } from '../testing/pool-world';
import { playWeChat } from '../testing/wechat';
import type { Action } from './scene';

/** What a matchmaker may read, whatever is added to the contract. */
const readByMatchmakers = actionNames.filter(
  (action) =>
    typeof matchmakingContract[action].caller === 'object' &&
    access[action].expected.matchmaker === 'runs' &&
    !writes.includes(action),
);
/** What says of nobody who they are. */
const ofNobody: readonly Action[] = ['showBench', 'showStudio', 'listMixers'];
/** What a matchmaker reads of 小兰 here; tested beside. */
const ofAPair: readonly Action[] = ['suggest', 'previewProposal'];
/** What says something of 小芳 in this world: her appointment, her proposals, her picture that waits. */
const ofHer = readByMatchmakers.filter((action) => ![...ofNobody, ...ofAPair].includes(action));

describe('whoever leaves the union', () => {
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

  const leaves = (name: string) => cloud.as(name).must('member.leave', { understood: true });
  const looksAt = (name: string): number =>
    cloud.store('match-looks').find({ subjectId: cloud.as(name).personId }).length;
  const asked = (action: Action): Promise<unknown> => {
    const wish = wishOf(cloud, things, action, 'matchmaker') as object;
    return send(cloud, 'matchmaker', action, action === 'searchPool' ? { ...wish, text: null } : wish);
  };
  const hers = (answer: unknown): string[] =>
    ['"小芳"', profileIdOf('小芳'), '小芳爱爬山', aForm('小芳').contact.value].filter((part) =>
      JSON.stringify(answer).includes(part),
    );

  it.each(ofHer)('is in the very next %s no more, and was not looked at', async (action) => {
    expect(hers(await asked(action))).not.toEqual([]);
    asItWas();
    await leaves('小芳');
    const before = looksAt('小芳');
    const answer = await asked(action);
    expect(hers(answer)).toEqual([]);
    expect(looksAt('小芳')).toBe(before);
    // Others are read as before: it is not an error that hides them.
    expect(answer).not.toHaveProperty('fault');
  });

  it('is suggested to nobody, nor proposed', async () => {
    const suggest = () => cloud.as('红娘').must('matchmaking.suggest', { profileId: profileIdOf('阿明') });
    const age = { value: { from: 18, upTo: 60 }, seenBy: 'proposal' } as const;
    for (const name of ['小兰', '阿明']) {
      const { form, revision } = (await cloud.as(name).must('matchmaking.showOwn', {})).profile ?? {};
      if (form === undefined || revision === undefined) throw new Error('They have a profile.');
      const more = { ...form, facts: { ...form.facts, ages: age } };
      await cloud.as(name).must('matchmaking.saveProfile', { form: more, revision });
    }
    expect(JSON.stringify(await suggest())).toContain(profileIdOf('小兰'));
    await leaves('小兰');
    expect(JSON.stringify(await suggest())).not.toContain(profileIdOf('小兰'));
    for (const action of ['previewProposal', 'propose'] as const) {
      const wish = wishOf(cloud, things, action, 'matchmaker');
      expect(await send(cloud, 'matchmaker', action, wish)).toEqual({ ok: false, refusal: 'person-not-found' });
    }
    for (const action of ['suggest', 'saveNote', 'stamp', 'decideHeld', 'showPerson'] as const) {
      const about = { ...(wishOf(cloud, things, action, 'matchmaker') as object), profileId: profileIdOf('小兰') };
      expect(await send(cloud, 'matchmaker', action, about)).toEqual({ ok: false, refusal: 'person-not-found' });
    }
  });

  it('is counted no more', async () => {
    const counts = async () => (await cloud.as('红娘').must('matchmaking.showBench', {})).counts;
    expect(await counts()).toMatchObject({ profiles: 5, held: 2 });
    await leaves('小芳');
    expect(await counts()).toMatchObject({ profiles: 4, held: 1 });
  });

  it('is counted until the timer has come by where the pool is larger than can be read at once, and nobody is left out', async () => {
    const profile = cloud.store('match-profiles').get(cloud.as('小芳').personId);
    const more = Array.from({ length: 1_000 }, (_, nth) => {
      const id = String(nth).padStart(22, '0');
      return { ...profile, _id: PersonId.parse(`p${id}`), profileId: `m${id}`, heldFor: [] };
    });
    cloud.store('match-profiles').insertMany(more);
    const { counts } = await cloud.as('红娘').must('matchmaking.showBench', {});
    expect(counts).toMatchObject({ profiles: 1_005, held: 2 });
  });

  it('leaves the time of their appointment taken, and by nobody that is told', async () => {
    await leaves('小芳');
    const { slots } = await cloud.as('红娘').must('matchmaking.showDay', {
      studioId: 'beicai' as never,
      day: '2026-11-27' as never,
    });
    expect(slots.filter(({ state }) => state === 'booked')).toMatchObject([{ who: null, profileId: null }]);
  });

  it('leaves of what was mutual the other, whom the studio still asks after', async () => {
    const chen = cloud.as('红娘');
    await leaves('小芳');
    const studioId = 'beicai' as never;
    const { items } = await chen.must('matchmaking.listStudioProposals', { studioId });
    const [line] = items.filter(({ proposalId }) => proposalId === things.mutual);
    expect(line?.state).toBe('mutual');
    expect([line?.one, line?.other]).toEqual(
      expect.arrayContaining([
        { profileId: null, calledName: '' },
        { profileId: profileIdOf('阿明'), calledName: '阿明' },
      ]),
    );
    expect(items.filter(({ proposalId }) => proposalId === things.open)).toMatchObject([
      { state: 'ended', mayWithdraw: false, one: { profileId: null }, other: { profileId: null } },
    ]);
    const { due } = await chen.must('matchmaking.listFollowUps', { studioId });
    expect(due).toMatchObject([{ calledName: '阿明', otherCalledName: '' }]);
  });

  it('is read by the other side as gone, and nothing is opened of them at its instant', async () => {
    const { open: proposalId } = things;
    for (const name of ['小芳', '阿强']) await cloud.as(name).must('matchmaking.answer', { proposalId, answer: 'yes' });
    itIs(revealsAt - 1);
    await leaves('小芳');
    const qiang = cloud.as('阿强');
    const seen = async () => (await qiang.must('matchmaking.showProposal', { proposalId })).proposal;
    expect(await seen()).toMatchObject({ state: 'ended', calledName: null, card: null, answer: null });
    expect((await qiang.must('matchmaking.listProposals', {})).proposals).toMatchObject([{ state: 'ended' }]);
    itIs(revealsAt);
    // The timer looks up memberships after it has seen to proposals.
    await cloud.tick('matchmaking');
    expect(await seen()).toMatchObject({ state: 'ended', contact: null });
  });

  it('is told from all others however many are asked about at once', async () => {
    const found = Array.from({ length: 1_001 }, (_, nth) =>
      aMember(`会员${nth}`, PersonId.parse(`p${String(nth).padStart(22, '0')}`)),
    );
    cloud.store('members').insertMany(found);
    const ids = found.map(({ _id }) => _id);
    const unions = await cloud.inside(() => unionsNow([...ids, cloud.as('路人').personId]));
    expect([...unions.keys()].sort()).toEqual(ids.sort());
  });

  it('is hidden as long as they are nobody’s member, and not for a card that rests', async () => {
    const members = cloud.store('members');
    const { personId } = cloud.as('小芳');
    const before = members.get(personId);
    await leaves('小芳');
    expect(hers(await asked('searchPool'))).toEqual([]);
    members.remove({ _id: personId });
    const membership = before?.['membership'] as object;
    members.insert({ ...before, _id: personId, membership: { ...membership, state: 'suspended' } });
    expect(hers(await asked('searchPool'))).not.toEqual([]);
    expect(await asked('showPerson')).toMatchObject({ ok: true, value: { isMember: false } });
  });
});
