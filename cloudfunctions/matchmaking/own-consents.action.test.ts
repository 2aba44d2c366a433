import { matchConsentVersion } from '../../types/match-kind';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import { aProposal } from '../testing/match-proposals';
import { aForm, matchNow } from '../testing/matchmaking';
import { aPicture } from '../testing/pictures';
import type { StudioWorld } from '../testing/studio-world';
import { consentsTo, joining, openStudioWorld } from '../testing/studio-world';
import { Proposal } from './proposal-records';

const fact = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });
const refused = (refusal: string) => ({ ok: false, refusal });

describe('what one agreed to at the studio', () => {
  let world: StudioWorld;
  beforeAll(async () => {
    world = await openStudioWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  it('is agreed to one by one, once for each text', async () => {
    const lin = world.member('lin');
    await lin.must('matchmaking.join', joining({ consents: consentsTo(['pool']) }));
    itIs(matchNow + 60_000);
    const asked = { purpose: 'photo' as const, version: matchConsentVersion };
    const { profile } = await lin.must('matchmaking.agreeTo', asked);
    expect(lin.tripsOfLast()).toBe(3);
    expect(profile.consents).toMatchObject([
      { purpose: 'pool', givenAt: matchNow },
      { purpose: 'photo', givenAt: matchNow + 60_000 },
    ]);
    expect((await lin.must('matchmaking.agreeTo', asked)).profile).toEqual(profile);
    expect(await lin.ask('matchmaking.agreeTo', { ...asked, version: '2020-01' })).toEqual(
      refused('consent-text-changed'),
    );
  });

  it('is agreed to anew where the text is a newer one, and then stands once', async () => {
    const lin = await world.joined('lin');
    const consents = world.stored(lin).consents.map((one) => ({ ...one, version: '2020-01' }));
    world.change(lin, { consents });
    const { profile } = await lin.must('matchmaking.agreeTo', { purpose: 'photo', version: matchConsentVersion });
    expect(profile.consents.filter(({ purpose }) => purpose === 'photo')).toMatchObject([
      { version: matchConsentVersion },
    ]);
    expect(profile.consents).toHaveLength(5);
  });

  it('is a matter of those who have joined', async () => {
    const lin = world.member('lin');
    expect(await lin.ask('matchmaking.agreeTo', { purpose: 'photo', version: matchConsentVersion })).toEqual(
      refused('not-joined'),
    );
    for (const purpose of ['proposals', 'suggestions', 'photo', 'sensitive'] as const)
      expect(await lin.ask('matchmaking.takeConsentBack', { purpose })).toEqual(refused('not-joined'));
  });

  it('takes earlier marriages, children and whom one would like to meet along when it is taken back', async () => {
    const form = aForm(
      'lin',
      { seeks: 'men', children: 'open' },
      { history: fact('divorced' as const), hasChildren: fact(true), about: fact('爱走路') },
    );
    const lin = await world.joined('lin', form);
    const { profile } = await lin.must('matchmaking.takeConsentBack', { purpose: 'sensitive' });
    expect(profile.form).toEqual(aForm('lin', {}, { about: fact('爱走路') }));
    expect(profile.consents.map(({ purpose }) => purpose)).not.toContain('sensitive');
    expect(await lin.ask('matchmaking.saveProfile', { form, revision: profile.revision })).toEqual(
      refused('consent-needed'),
    );
  });

  it('takes the picture along, looked at or not', async () => {
    const lin = await world.joined('lin');
    await lin.must('matchmaking.savePhoto', { photo: aPicture(480, 640), blurred: aPicture(18, 24) });
    const { profile } = await lin.must('matchmaking.takeConsentBack', { purpose: 'photo' });
    expect(profile).toMatchObject({ hasPhoto: false, held: [] });
    expect(world.cloud.store('match-photos').count()).toBe(0);
    expect((await lin.must('matchmaking.takeConsentBack', { purpose: 'photo' })).profile.hasPhoto).toBe(false);
  });

  it('lets nobody be suggested any more, and nothing else changes', async () => {
    const lin = await world.joined('lin');
    const before = await world.own(lin);
    const { profile } = await lin.must('matchmaking.takeConsentBack', { purpose: 'suggestions' });
    expect(profile).toEqual({
      ...before,
      revision: 2,
      consents: before.consents.filter(({ purpose }) => purpose !== 'suggestions'),
    });
  });

  it('ends every proposal that is open or mutual in the same call', async () => {
    const [lin, zhao] = [await world.joined('lin'), await world.joined('zhao')];
    const people = [
      { name: 'lin', personId: lin.personId },
      { name: 'zhao', personId: zhao.personId },
    ] as const;
    const contactUntil = EpochMs.parse(matchNow + 86_400_000);
    world.cloud
      .store('match-proposals')
      .insertMany([
        aProposal('open', ...people),
        aProposal('mutual', ...people, { state: 'mutual', contactUntil }),
        aProposal('ended', ...people, { state: 'ended' }),
      ]);
    const { profile } = await lin.must('matchmaking.takeConsentBack', { purpose: 'proposals' });
    expect(lin.tripsOfLast()).toBeLessThanOrEqual(8);
    expect(profile.consents.map(({ purpose }) => purpose)).not.toContain('proposals');
    const stored = world.cloud.store('match-proposals').find();
    expect(stored.map((one) => Proposal.parse(one).state)).toEqual(['ended', 'ended', 'ended']);
    expect((await lin.must('matchmaking.showOwn', {})).open).toBe(0);
  });

  it('ends proposals for whoever asks again after a call that died', async () => {
    const [lin, zhao] = [await world.joined('lin'), await world.joined('zhao')];
    await lin.must('matchmaking.takeConsentBack', { purpose: 'proposals' });
    const people = [lin, zhao].map(({ personId }, nth) => ({ name: nth === 0 ? 'lin' : 'zhao', personId }));
    const [one, other] = people;
    if (one === undefined || other === undefined) throw new Error('Two people are needed.');
    world.cloud.store('match-proposals').insert(aProposal('late', one, other));
    await lin.must('matchmaking.takeConsentBack', { purpose: 'proposals' });
    expect(world.cloud.store('match-proposals').find()).toMatchObject([{ state: 'ended' }]);
  });
});
