import { UnionId } from '../../types/ids';
import { matchConsentVersion } from '../../types/match-kind';
import { EpochMs } from '../../types/time';
import { tally } from '../testing/duty-world';
import { aForm, aStudio, matchNow } from '../testing/matchmaking';
import type { StudioWorld } from '../testing/studio-world';
import { consentsTo, joining, openStudioWorld, saidIn, statement } from '../testing/studio-world';
import { barKeyOf } from './ids';

const fact = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });
const refused = (refusal: string) => ({ ok: false, refusal });

describe('joining the studio', () => {
  let world: StudioWorld;
  beforeAll(async () => {
    world = await openStudioWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  it('makes a profile that stands half a year, with a receipt for each consent, sealed in the store', async () => {
    const lin = world.member('lin');
    const form = aForm('小林', { seeks: 'men' }, { about: fact('周末常去爬山') });
    const { profile } = await lin.must('matchmaking.join', joining({ form }));
    expect(lin.tripsOfLast()).toBe(6);
    expect(profile).toMatchObject({
      ...{ state: 'active', form, held: [], turnedDown: [], studioName: '北蔡公益红娘工作室', revision: 1 },
      ...{ isStamped: false, needsStamp: false, mayRenew: false, expiresOn: '2027-05-24', joinedAt: matchNow },
    });
    expect(new Set(profile.consents.map(({ receiptNo }) => receiptNo)).size).toBe(5);
    expect(world.stored(lin)).toMatchObject({ unionId: 'beicai', studioId: 'beicai', proposedAt: [] });
    for (const word of ['小林', '周末常去爬山', form.contact.value])
      expect(world.cloud.everythingWritten()).not.toContain(word);
  });

  it('asked again, or from two phones at once, is one profile', async () => {
    const lin = world.member('lin');
    const answers = await Promise.all(Array.from({ length: 6 }, () => lin.ask('matchmaking.join', joining())));
    expect(tally(answers)).toEqual({ yes: 6 });
    expect(new Set(answers.map((answer) => answer.ok && answer.value.profile.profileId)).size).toBe(1);
    expect(world.cloud.store('match-profiles').count()).toBe(1);
    const other = await lin.must('matchmaking.join', joining({ form: aForm('别人') }));
    expect(other.profile.form.calledName).toBe('小林');
  });

  it('is for members, and for those whose card opens doors', async () => {
    expect(await world.cloud.as('passer').ask('matchmaking.join', joining())).toEqual(refused('members-only'));
    const former = world.member('former');
    world.cloud.store('members').update({ _id: former.personId }, { $set: { 'membership.state': 'suspended' } });
    expect(await former.ask('matchmaking.join', joining())).toEqual(refused('members-only'));
    expect(world.cloud.store('match-profiles').count()).toBe(0);
  });

  it('is at a studio that is there and open', async () => {
    const lin = world.member('lin');
    const elsewhere = joining({ studioId: UnionId.parse('weifang') });
    expect(await lin.ask('matchmaking.join', elsewhere)).toEqual(refused('studio-not-found'));
    world.cloud.store('match-studios').clear();
    world.cloud.store('match-studios').insert(aStudio({}, { isOpen: false }));
    expect(await lin.ask('matchmaking.join', joining())).toEqual(refused('studio-closed'));
  });

  it('may be at the studio of another union', async () => {
    const wei = world.member('wei', 'weifang');
    await wei.must('matchmaking.join', joining());
    expect(world.stored(wei)).toMatchObject({ studioId: 'beicai', unionId: 'weifang' });
  });

  it.each([
    ['statement-changed', { statement: { ...statement, version: '2020-01' } }],
    ['consent-text-changed', { consents: [{ purpose: 'pool' as const, version: '2020-01' }] }],
    ['consent-needed', { consents: consentsTo(['proposals', 'photo']) }],
    ['consent-needed', { consents: consentsTo(['pool']), form: aForm('小林', { seeks: 'men' }) }],
    ['too-young', { form: aForm('小林', {}, { age: fact(2009) }) }],
    ['ages-wrong', { form: aForm('小林', {}, { ages: fact({ from: 40, upTo: 30 }) }) }],
  ])('is refused as %s where that is so, and nothing is kept', async (refusal, more) => {
    const lin = world.member('lin');
    expect(await lin.ask('matchmaking.join', joining(more))).toEqual(refused(refusal));
    expect(world.cloud.store('match-profiles').count()).toBe(0);
  });

  it('needs the pool alone: whoever agrees to nothing else is kept and not proposed', async () => {
    const lin = world.member('lin');
    const { profile } = await lin.must('matchmaking.join', joining({ consents: consentsTo(['pool', 'pool']) }));
    expect(profile.consents).toMatchObject([{ purpose: 'pool', version: matchConsentVersion }]);
  });

  it('is not for whoever an administrator took out', async () => {
    const lin = world.member('lin');
    const bar = { _id: barKeyOf(lin.personId), at: matchNow, reportId: 'w0123456789a' };
    world.cloud.store('match-bars').insert(bar);
    expect(await lin.ask('matchmaking.join', joining())).toEqual(refused('removed-before'));
  });

  it('refuses words that nobody should read, and says which', async () => {
    const lin = world.member('lin');
    const form = aForm('代开发票', {}, { about: fact('一起赌博'), hopes: fact('好好过日子') });
    const answer = await lin.ask('matchmaking.join', joining({ form }));
    expect(answer).toEqual({
      ...refused('words-refused'),
      fields: [
        { path: 'form.calledName', problem: 'characters' },
        { path: 'form.facts.about.value', problem: 'characters' },
      ],
    });
    expect(world.cloud.everythingWritten()).not.toContain('赌博');
  });

  it('holds words that are doubtful, or that nobody could check, until somebody has looked', async () => {
    const lin = world.member('lin');
    const form = aForm('小林', {}, { about: fact('懂投资'), hopes: fact('检查失灵'), hometown: fact('南通') });
    const { profile } = await lin.must('matchmaking.join', joining({ form }));
    expect(profile.held).toEqual(['about', 'hopes']);
    expect(world.stored(lin)).toMatchObject({ heldFor: ['beicai'], heldSince: matchNow });
    expect((await saidIn(world, lin)).form.facts.about?.value).toBe('懂投资');
  });

  it('draws another number for whoever comes back', async () => {
    const lin = await world.joined('lin');
    const first = (await world.own(lin)).profileId;
    await lin.must('matchmaking.leave', { understood: true });
    expect((await lin.must('matchmaking.join', joining())).profile.profileId).not.toBe(first);
    expect(world.stored(lin).dueAt).toBeGreaterThan(EpochMs.parse(matchNow));
  });
});
