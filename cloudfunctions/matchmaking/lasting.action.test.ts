import { UnionId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone } from '../testing/cloud';
import { keyOf } from '../testing/duty-world';
import { aMember } from '../testing/members';
import { aForm, aPledge, matchNow } from '../testing/matchmaking';
import type { StudioWorld } from '../testing/studio-world';
import { joining, openStudioWorld, statement } from '../testing/studio-world';
import { sweepProfile } from './sweep-profiles';

const refused = (refusal: string) => ({ ok: false, refusal });
const day = (text: string) => ShanghaiDay.parse(text);
const at = (text: string): number => Date.parse(`${text}+08:00`);
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Of somebody who joined on 23 November at ten. */
const toldAt = at('2027-05-10T10:00:00');
const runsOut = at('2027-05-24T10:00:00');
const goes = at('2027-06-23T10:00:00');

describe('how long a profile stands', () => {
  let world: StudioWorld;
  let lin: Phone;
  beforeAll(async () => {
    world = await openStudioWorld();
  });
  beforeEach(async () => {
    world.reset();
    lin = await world.joined('lin');
  });
  afterAll(() => world.close());

  const sweep = () => world.cloud.tick('matchmaking');
  const pause = (until: string | null) => lin.ask('matchmaking.pause', { until: until === null ? null : day(until) });

  /** What the timer looks up of one who is a member. */
  const lookedUp = () => ({
    names: new Map(),
    unions: new Map([[lin.personId, { unionId: UnionId.parse('beicai'), isMember: true }]]),
  });
  const inPool = async (matchmaker: Phone): Promise<string[]> => {
    const anybody = { gender: null, ageFrom: null, ageUpTo: null, interests: [], text: null };
    const { items } = await matchmaker.must('matchmaking.searchPool', {
      studioId: UnionId.parse('beicai'),
      ...anybody,
    });
    return items.map(({ calledName }) => calledName);
  };
  const proposed = async () => {
    const matchmaker = world.cloud.as('hong');
    world.cloud.appoint('hong', 'matchmaker', 'beicai');
    world.cloud.store('match-pledges').insert(aPledge(matchmaker.personId));
    const zhao = await world.joined('zhao', aForm('zhao', { gender: 'man' }));
    const { proposalId } = await matchmaker.must('matchmaking.propose', {
      ...{ one: (await world.own(lin)).profileId, other: (await world.own(zhao)).profileId },
      ...{ hideOfOne: [], hideOfOther: [], wordsToOne: null, wordsToOther: null, requestKey: keyOf('propose') },
    });
    return { matchmaker, zhao, proposalId };
  };

  it('is until one says so, where one pauses without a day', async () => {
    expect(await pause(null)).toMatchObject({ ok: true, value: { profile: { state: 'paused', pausedUntil: null } } });
    expect(lin.tripsOfLast()).toBe(3);
    itIs(at('2027-03-01T10:00:00'));
    await sweep();
    expect(await world.own(lin)).toMatchObject({ state: 'paused' });
    const { profile } = await lin.must('matchmaking.resume', {});
    expect(profile).toMatchObject({ state: 'active' });
    expect((await lin.must('matchmaking.resume', {})).profile).toEqual(profile);
  });

  it('comes back by itself on the day that was named, whether or not the timer has been there', async () => {
    expect(await pause('2026-12-24')).toMatchObject({ ok: true, value: { profile: { pausedUntil: '2026-12-24' } } });
    itIs(at('2026-12-23T23:59:59.999'));
    await sweep();
    expect(world.stored(lin).state).toBe('paused');
    itIs(at('2026-12-24T00:00:00'));
    expect(await world.own(lin)).toMatchObject({ state: 'active', pausedUntil: null });
    await sweep();
    expect(world.stored(lin)).toMatchObject({ state: 'active', pausedUntil: null });
    expect(world.kindsTold(lin)).toEqual([]);
  });

  it('is paused anew with another day, and from tomorrow on at the earliest', async () => {
    await pause('2026-12-24');
    expect(await pause('2027-01-24')).toMatchObject({ ok: true, value: { profile: { pausedUntil: '2027-01-24' } } });
    expect(await pause('2026-11-23')).toEqual(refused('until-past'));
    expect(await pause('2026-11-24')).toMatchObject({ ok: true });
    const { revision } = world.stored(lin);
    expect(await pause('2026-11-24')).toMatchObject({ ok: true, value: { profile: { revision } } });
  });

  it('is a matter of those who have joined', async () => {
    const zhao = world.member('zhao');
    expect(await zhao.ask('matchmaking.pause', { until: null })).toEqual(refused('not-joined'));
    expect(await zhao.ask('matchmaking.resume', {})).toEqual(refused('not-joined'));
    expect(await zhao.ask('matchmaking.renew', { statement })).toEqual(refused('not-joined'));
  });

  it('needs a membership for coming back and for going on', async () => {
    await pause(null);
    world.endMembership(lin);
    expect(await lin.ask('matchmaking.resume', {})).toEqual(refused('members-only'));
    itIs(runsOut);
    expect(await lin.ask('matchmaking.renew', { statement })).toEqual(refused('members-only'));
  });

  it('is told of once, two weeks before, runs out, is told of again, and goes a month later', async () => {
    itIs(toldAt - 1);
    await sweep();
    expect(world.kindsTold(lin)).toEqual([]);
    itIs(toldAt);
    await sweep();
    itIs(toldAt + MINUTE);
    await sweep();
    expect(world.kindsTold(lin)).toEqual(['match-expiring']);
    itIs(runsOut);
    await sweep();
    await sweep();
    expect(world.kindsTold(lin)).toEqual(['match-expired', 'match-expiring']);
    expect(world.cloud.store('notices').find({ personId: lin.personId })).toMatchObject([
      { subject: '北蔡公益红娘工作室', when: runsOut, words: null },
      { subject: '北蔡公益红娘工作室', when: runsOut, words: null },
    ]);
    expect(world.stored(lin)).toMatchObject({ state: 'expired', dueAt: goes });
    itIs(goes - 1);
    await sweep();
    expect(world.cloud.store('match-profiles').count()).toBe(1);
    itIs(goes);
    await sweep();
    expect(world.cloud.store('match-profiles').count()).toBe(0);
    expect(world.kindsTold(lin)).toEqual([]);
  });

  it('tells nobody twice where a run died after telling', async () => {
    itIs(toldAt);
    const before = world.stored(lin);
    await sweep();
    world.change(lin, before);
    await sweep();
    expect(world.kindsTold(lin)).toEqual(['match-expiring']);
    expect(world.stored(lin).told).toEqual(['expiring']);
  });

  it('is looked after although somebody else’s is broken', async () => {
    itIs(goes);
    const broken = { _id: 'broken', personKey: 'broken', sealed: 'k1.AAAA.BBBB', isDone: false, dueAt: 0 };
    world.cloud.store('match-leavings').insert(broken);
    await sweep();
    expect(world.cloud.store('match-profiles').count()).toBe(0);
    expect(world.cloud.everythingWritten()).toContain('profile-sweep-failed');
  });

  it('goes on for half a year from the day of the renewal, from thirty days before', async () => {
    itIs(runsOut - 30 * 86_400_000 - 1);
    expect(await lin.ask('matchmaking.renew', { statement })).toEqual(refused('too-early'));
    itIs(runsOut - 30 * 86_400_000);
    expect(await world.own(lin)).toMatchObject({ mayRenew: true });
    const { profile } = await lin.must('matchmaking.renew', { statement });
    expect(lin.tripsOfLast()).toBe(4);
    expect(profile).toMatchObject({ state: 'active', expiresOn: '2027-10-23', mayRenew: false });
    expect((await lin.must('matchmaking.renew', { statement })).profile).toEqual(profile);
    itIs(runsOut);
    await sweep();
    expect(world.kindsTold(lin)).toEqual([]);
    expect(await lin.ask('matchmaking.renew', { statement })).toEqual(refused('too-early'));
  });

  it('is not renewed on the day on which it began', async () => {
    expect(await lin.ask('matchmaking.renew', { statement })).toEqual(refused('too-early'));
  });

  it('comes back to the pool when it is renewed after it ran out, and is told of anew half a year later', async () => {
    itIs(runsOut + MINUTE);
    await sweep();
    expect((await lin.must('matchmaking.renew', { statement })).profile).toMatchObject({ state: 'active' });
    expect(world.stored(lin)).toMatchObject({ state: 'active', told: [] });
    itIs(runsOut + MINUTE + 168 * 86_400_000);
    await sweep();
    expect(world.kindsTold(lin)).toEqual(['match-expired', 'match-expiring']);
  });

  it('stays paused through a renewal, and takes on the union whose member one is now', async () => {
    await pause(null);
    world.endMembership(lin);
    world.cloud.store('members').insert(aMember('lin', lin.personId, 'weifang'));
    itIs(runsOut - 86_400_000);
    const { profile } = await lin.must('matchmaking.renew', { statement });
    expect(profile).toMatchObject({ state: 'paused', pausedUntil: null });
    expect(world.stored(lin).unionId).toBe('weifang');
  });

  it('needs today’s statement', async () => {
    itIs(runsOut);
    const old = { ...statement, version: '2020-01' };
    expect(await lin.ask('matchmaking.renew', { statement: old })).toEqual(refused('statement-changed'));
  });

  it('has run out for its owner at that very instant, and cannot be paused or resumed any more', async () => {
    itIs(runsOut);
    expect(await world.own(lin)).toMatchObject({ state: 'expired' });
    expect(await pause(null)).toMatchObject({ ok: true, value: { profile: { state: 'expired' } } });
    expect((await lin.must('matchmaking.resume', {})).profile).toMatchObject({ state: 'expired', revision: 1 });
  });

  it('is not changed by a sweep that is overtaken: the next minute finds it again', async () => {
    itIs(matchNow);
    await Promise.all([sweep(), pause('2026-12-24'), sweep()]);
    expect(world.stored(lin)).toMatchObject({ state: 'paused', pausedUntil: '2026-12-24' });
  });

  it('of whoever renews while the timer is on its way neither goes nor is told of, nor of whoever comes back', async () => {
    itIs(goes);
    const read = world.stored(lin);
    const late = () => world.cloud.inside(() => sweepProfile(read, lookedUp(), EpochMs.parse(goes)));
    await lin.must('matchmaking.renew', { statement });
    await late();
    expect(world.stored(lin)).toMatchObject({ state: 'active', revision: 2 });
    await lin.must('matchmaking.leave', { understood: true });
    await lin.must('matchmaking.join', joining());
    const { profileId } = world.stored(lin);
    await late();
    expect(world.stored(lin)).toMatchObject({ profileId, revision: 1 });
    expect(world.cloud.store('match-leavings').count()).toBe(1);
  });

  it('is not told of as run out where it was renewed in that moment', async () => {
    itIs(runsOut);
    const read = world.stored(lin);
    await lin.must('matchmaking.renew', { statement });
    await world.cloud.inside(() => sweepProfile(read, lookedUp(), EpochMs.parse(runsOut)));
    expect(world.kindsTold(lin)).toEqual([]);
    expect(world.stored(lin)).toMatchObject({ state: 'active', revision: 2 });
  });

  it('ends with leaving the union: out of sight at once, told why within a day, renewed by whoever is a member again', async () => {
    const { matchmaker, proposalId, zhao } = await proposed();
    await lin.must('member.leave', { understood: true });
    expect(await inPool(matchmaker)).toEqual(['zhao']);
    expect(await world.own(lin)).toMatchObject({ state: 'expired', expiresOn: '2026-11-23' });
    itIs(matchNow + DAY);
    await sweep();
    expect(await inPool(matchmaker)).toEqual(['zhao']);
    expect(await world.own(lin)).toMatchObject({ state: 'expired', expiresOn: '2026-11-24', mayRenew: true });
    expect(world.kindsTold(lin)).toEqual(['match-left-union', 'match-proposed']);
    const { proposal } = await zhao.must('matchmaking.showProposal', { proposalId });
    expect(proposal).toMatchObject({ state: 'ended', card: null, calledName: null });
    expect(await lin.ask('matchmaking.renew', { statement })).toEqual(refused('members-only'));
    world.endMembership(lin);
    world.cloud.store('members').insert(aMember('lin', lin.personId));
    expect((await lin.must('matchmaking.renew', { statement })).profile).toMatchObject({ state: 'active' });
    expect((await inPool(matchmaker)).sort()).toEqual(['lin', 'zhao']);
  });

  it('goes a month after leaving the union, with all that there was', async () => {
    await lin.must('member.leave', { understood: true });
    itIs(matchNow + DAY);
    await sweep();
    itIs(matchNow + 31 * DAY - 1);
    await sweep();
    expect(world.cloud.store('match-profiles').count()).toBe(1);
    itIs(matchNow + 31 * DAY);
    await sweep();
    expect(world.cloud.store('match-profiles').count()).toBe(0);
    expect(world.kindsTold(lin)).toEqual([]);
  });

  it('is told of the union though the run died before it told', async () => {
    await lin.must('member.leave', { understood: true });
    world.change(lin, { state: 'expired', expiresAt: matchNow, dueAt: matchNow });
    await sweep();
    await sweep();
    expect(world.kindsTold(lin)).toEqual(['match-left-union']);
  });

  it('goes on for somebody whose card rests, and knows their colleagues when they have moved to another union', async () => {
    const membership = (more: object) => {
      const member = aMember('lin', lin.personId, 'weifang');
      world.endMembership(lin);
      world.cloud.store('members').insert({ ...member, membership: { ...member.membership, ...more } });
    };
    membership({ state: 'suspended' });
    itIs(matchNow + DAY);
    await sweep();
    expect(world.stored(lin)).toMatchObject({ state: 'active', unionId: 'weifang', dueAt: matchNow + 2 * DAY });
    expect(world.kindsTold(lin)).toEqual([]);
  });

  it('is not changed under the hands of its owner by being looked up', async () => {
    const { revision, form } = await world.own(lin);
    itIs(matchNow + DAY);
    await sweep();
    expect(world.stored(lin).lookedUpAt).toBe(matchNow + DAY);
    expect(await lin.ask('matchmaking.saveProfile', { form, revision })).toMatchObject({ ok: true });
  });

  it('is told of although a run died before it told', async () => {
    itIs(runsOut);
    world.change(lin, { state: 'expired', dueAt: EpochMs.parse(runsOut) });
    await sweep();
    expect(world.kindsTold(lin)).toEqual(['match-expired']);
    expect(world.stored(lin)).toMatchObject({ state: 'expired', dueAt: goes });
  });
});
