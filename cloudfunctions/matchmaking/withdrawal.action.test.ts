import { UnionId } from '../../types/ids';
import { tell } from '../notice/inbox';
import { collections } from '../runtime/collections';
import { itIs } from '../testing/calendar';
import { keyOf, tally } from '../testing/duty-world';
import type { FullLife } from '../testing/full-life';
import { fullLife, marks } from '../testing/full-life';
import { aForm } from '../testing/matchmaking';
import { openedText } from '../testing/opened-seals';
import type { StudioWorld } from '../testing/studio-world';
import { joining, openStudioWorld, saidIn } from '../testing/studio-world';
import { leavingOf, leavings } from './leaving-records';
import { ProfileId } from '../../types/ids';
import { EpochMs } from '../../types/time';

/** Evidence of a report is all that may say who somebody was, sealed, until it goes by itself. */
const everywhere = collections.map(({ name }) => name).filter((name) => name !== 'match-reports');
const own = everywhere.filter((name) => name.startsWith('match-'));
const studioId = UnionId.parse('beicai');
const now = EpochMs.parse(Date.parse('2026-12-01T10:00:00+08:00'));
const MINUTE = 60_000;

describe('whoever leaves the studio', () => {
  let world: StudioWorld;
  let life: FullLife;
  beforeAll(async () => {
    world = await openStudioWorld();
  });
  beforeEach(async () => {
    world.reset();
    life = await fullLife(world);
  });
  afterAll(() => world.close());

  const leave = () => life.lin.must('matchmaking.leave', { understood: true });
  const marksLeft = (): string[] => {
    const opened = openedText(world.cloud, everywhere);
    return Object.entries(marks).flatMap(([place, mark]) => (opened.includes(mark) ? [place] : []));
  };
  /** Collections that name the person or the profile in so many letters. */
  const naming = (): string[] =>
    [...own, 'match-reports'].filter((name) => {
      const text = JSON.stringify(world.cloud.store(name).find());
      return text.includes(life.lin.personId) || text.includes(life.profileId);
    });
  const told = (): string[] => world.kindsTold(life.lin).filter((kind) => /^(?:match|sitting|mixer)-/.test(kind));
  const expectGone = (): void => {
    expect(marksLeft()).toEqual([]);
    expect(naming()).toEqual([]);
    expect(told()).toEqual([]);
    const written = world.cloud.everythingWritten();
    for (const mark of Object.values(marks)) expect(written).not.toContain(mark);
    const lines = written.split('\n').filter((line) => /^\[\w+\] \{"(?:action|alarm)":/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const who of [life.profileId, life.lin.personId, 'openid-lin']) expect(lines.join('\n')).not.toContain(who);
  };

  it('was everywhere before', () => {
    expect(marksLeft().sort()).toEqual(Object.keys(marks).sort());
    expect(naming().sort()).toEqual(
      [
        ...['match-bookings', 'match-looks', 'match-mixers', 'match-notes', 'match-photos', 'match-profiles'],
        ...['match-proposals', 'match-sittings'],
      ].sort(),
    );
    expect(told()).toEqual(expect.arrayContaining(['match-proposed', 'match-mutual', 'mixer-cards', 'sitting-missed']));
  });

  it('is nowhere in the same minute, not even for whoever has the keys; evidence of a report stays', async () => {
    await leave();
    expect(life.lin.tripsOfLast()).toBeLessThanOrEqual(35);
    expectGone();
    expect(world.cloud.store('match-reports').find()).toHaveLength(1);
    expect(await life.lin.must('matchmaking.showOwn', {})).toEqual({ isMember: true, profile: null, open: 0 });
    expect((await life.lin.must('matchmaking.listLooks', {})).items).toEqual([]);
    expect((await life.lin.must('matchmaking.listProposals', {})).proposals).toEqual([]);
    const copy = (await life.lin.must('matchmaking.copyOwn', {})).json;
    for (const mark of Object.values(marks)) expect(copy).not.toContain(mark);
  });

  it('is gone for good a quarter of an hour later: nothing says any more that somebody left', async () => {
    await leave();
    expect(world.cloud.store('match-leavings').count()).toBe(1);
    itIs(now + 15 * MINUTE - 1);
    await world.cloud.tick('matchmaking');
    expect(world.cloud.store('match-leavings').count()).toBe(1);
    itIs(now + 15 * MINUTE);
    await world.cloud.tick('matchmaking');
    expect(world.cloud.store('match-leavings').count()).toBe(0);
    expect(openedText(world.cloud, own)).not.toContain(life.lin.personId);
    expectGone();
  });

  it('frees the time that was booked, and of one that has been leaves only that nobody came', async () => {
    await leave();
    const [first, second] = life.days;
    if (first === undefined || second === undefined) throw new Error('Two days are needed.');
    const days = await Promise.all(
      [first, second].map((day) => life.matchmaker.must('matchmaking.showDay', { studioId, day })),
    );
    const taken = days.map(({ slots }) => slots.filter(({ state }) => state !== 'free'));
    expect(taken).toMatchObject([[{ state: 'missed', who: null, profileId: null }], []]);
  });

  it('leaves others a studio that works, and says nothing of who it was', async () => {
    await leave();
    const { matchmaker, zhao } = life;
    const search = { studioId, gender: null, ageFrom: null, ageUpTo: null, interests: [], text: null };
    expect((await matchmaker.must('matchmaking.searchPool', search)).total).toBe(3);
    expect((await matchmaker.must('matchmaking.listHeld', { studioId })).held).toEqual([]);
    const profileId = ProfileId.parse(life.profileId);
    expect(await matchmaker.ask('matchmaking.showPerson', { profileId })).toMatchObject({
      refusal: 'person-not-found',
    });
    const listed = await matchmaker.must('matchmaking.listStudioProposals', { studioId });
    const theirs = await zhao.must('matchmaking.listProposals', {});
    expect(JSON.stringify([listed, theirs])).not.toContain(marks.calledName);
    expect(theirs.proposals.map(({ state }) => state)).toEqual(['ended']);
    const { proposal } = await zhao.must('matchmaking.showProposal', { proposalId: life.mutual });
    expect(proposal).toMatchObject({ state: 'ended', card: null, contact: null, calledName: null });
  });

  it('is chosen by nobody any more when the cards are read', async () => {
    await leave();
    itIs(Date.parse('2026-12-01T12:00:00+08:00'));
    await world.cloud.tick('matchmaking');
    expectGone();
    expect(world.cloud.store('match-proposals').find({ source: 'mixer' })).toEqual([]);
  });

  it('may leave twice, or from three phones at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => life.lin.ask('matchmaking.leave', { understood: true })),
    );
    const counted = tally(answers);
    expect(counted['yes']).toBeGreaterThanOrEqual(1);
    expect(Object.keys(counted).filter((answer) => answer !== 'yes' && answer !== 'busy')).toEqual([]);
    await leave();
    expectGone();
  });

  it('is gone whole although others work on the same profile in that moment', async () => {
    const { lin, matchmaker } = life;
    const profileId = ProfileId.parse(life.profileId);
    const { form } = await saidIn(world, lin);
    await Promise.all([
      lin.ask('matchmaking.leave', { understood: true }),
      matchmaker.ask('matchmaking.saveNote', { profileId, words: marks.note, requestKey: keyOf('late-note') }),
      matchmaker.ask('matchmaking.showPerson', { profileId }),
      matchmaker.ask('matchmaking.stamp', { profileId, seen: true }),
      lin.ask('matchmaking.saveProfile', { form, revision: world.stored(lin).revision }),
    ]);
    itIs(now + 16 * MINUTE);
    await world.cloud.tick('matchmaking');
    expectGone();
    expect(world.cloud.store('match-profiles').count()).toBe(3);
  });

  it('leaves nothing that was written a moment after by a call that had begun before', async () => {
    const { cloud } = world;
    const [noted, pictures] = [cloud.store('match-notes').find(), cloud.store('match-photos').find()];
    const looked = cloud.store('match-looks').find({ subjectId: life.lin.personId });
    await leave();
    cloud.store('match-notes').insertMany(noted);
    cloud.store('match-photos').insertMany(pictures);
    cloud.store('match-looks').insertMany(looked);
    expect(marksLeft()).toEqual(expect.arrayContaining(['note', 'picture']));
    itIs(now + 15 * MINUTE);
    await world.cloud.tick('matchmaking');
    expectGone();
  });

  describe('where the call died after the profile was gone', () => {
    beforeEach(async () => {
      const profileId = ProfileId.parse(life.profileId);
      const leaving = { personId: life.lin.personId, profileId, leftAt: now };
      await world.cloud.inside(() => leavings.insert(leavingOf(leaving)));
      world.cloud.store('match-profiles').remove({ _id: life.lin.personId });
      expect(marksLeft()).not.toEqual([]);
    });

    it('is erased by the timer a minute later', async () => {
      itIs(now + MINUTE);
      await world.cloud.tick('matchmaking');
      expectGone();
    });

    it('is erased when they ask again', async () => {
      await leave();
      expectGone();
    });

    it('is erased before they come back, and what they say then stays', async () => {
      const form = aForm('新枫');
      await life.lin.must('matchmaking.join', joining({ form }));
      expect(marksLeft()).toEqual([]);
      itIs(now + 16 * MINUTE);
      await world.cloud.tick('matchmaking');
      expect((await world.own(life.lin)).form).toEqual(form);
      expect(world.cloud.store('match-leavings').count()).toBe(0);
    });
  });

  it('who comes back at once keeps what is new when the old is looked through once more', async () => {
    await leave();
    await life.lin.must('matchmaking.join', joining({ form: aForm('新枫') }));
    const startsAt = EpochMs.parse(Date.parse('2026-12-11T13:30:00+08:00'));
    await life.lin.must('matchmaking.bookSitting', { studioId, startsAt });
    itIs(now + 5 * MINUTE);
    const { profileId } = await world.own(life.lin);
    await life.matchmaker.must('matchmaking.showPerson', { profileId });
    itIs(now + 16 * MINUTE);
    await world.cloud.tick('matchmaking');
    expect((await life.lin.must('matchmaking.listLooks', {})).items).toHaveLength(1);
    expect((await life.lin.must('matchmaking.listSittings', { studioId })).own).toMatchObject({ startsAt });
  });

  it('who comes back within the minute keeps who looked and what was told since', async () => {
    await leave();
    itIs(now + 1_000);
    await life.lin.must('matchmaking.join', joining({ form: aForm('新枫') }));
    itIs(now + 2_000);
    const { profileId } = await world.own(life.lin);
    await life.matchmaker.must('matchmaking.showPerson', { profileId });
    const news = { to: life.lin.personId, once: profileId, at: EpochMs.parse(now + 2_000) };
    const rest = { subject: '北蔡公益红娘工作室', eventId: null, when: null, words: null } as const;
    await world.cloud.inside(() => tell([{ ...news, ...rest, kind: 'match-held-answered' }]));
    itIs(now + 16 * MINUTE);
    await world.cloud.tick('matchmaking');
    expect(world.cloud.store('match-leavings').count()).toBe(0);
    expect((await life.lin.must('matchmaking.listLooks', {})).items).toHaveLength(1);
    expect(told()).toEqual(['match-held-answered']);
  });

  it('goes the same way when the profile ran out a month ago', async () => {
    world.change(life.lin, { expiresAt: EpochMs.parse(now - 30 * 86_400_000), dueAt: now });
    await world.cloud.tick('matchmaking');
    expectGone();
  });
});
