import type { HeldField } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone } from '../testing/cloud';
import { tally } from '../testing/duty-world';
import { aForm, matchNow } from '../testing/matchmaking';
import type { StudioWorld } from '../testing/studio-world';
import { consentsTo, joining, openStudioWorld, saidIn } from '../testing/studio-world';
import { sealedSaid } from './profile-records';

const fact = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });
const refused = (refusal: string) => ({ ok: false, refusal });

describe('saving what one says of oneself', () => {
  let world: StudioWorld;
  beforeAll(async () => {
    world = await openStudioWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  const save = async (phone: Phone, form: ProfileForm, revision?: number) =>
    phone.ask('matchmaking.saveProfile', { form, revision: revision ?? world.stored(phone).revision });
  const must = async (phone: Phone, form: ProfileForm) => {
    const answer = await save(phone, form);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value.profile;
  };

  /** What a matchmaker decided, as it lies in the store. */
  async function turnDown(phone: Phone, field: HeldField, reason: string): Promise<void> {
    const { profileId } = world.stored(phone);
    const { form, turnedDown } = await saidIn(world, phone);
    world.change(phone, { sealed: sealedSaid(profileId, { form, turnedDown: [...turnedDown, { field, reason }] }) });
  }

  it('keeps what was written last, and the revision rises', async () => {
    const lin = await world.joined('lin');
    const form = aForm('lin', { notColleagues: true }, { occupation: { value: 'courier', seenBy: 'studio' } });
    expect(await must(lin, form)).toMatchObject({ form, revision: 2, held: [] });
    expect(lin.tripsOfLast()).toBe(3);
    expect((await world.own(lin)).form).toEqual(form);
  });

  it('refuses whoever wrote on what has changed meanwhile; the same, sent twice, is one save', async () => {
    const lin = await world.joined('lin');
    const form = aForm('lin', { notColleagues: true });
    const answers = await Promise.all(Array.from({ length: 5 }, () => save(lin, form, 1)));
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    expect(world.stored(lin).revision).toBe(2);
    expect(await save(lin, form, 1)).toMatchObject({ ok: true, value: { profile: { revision: 2 } } });
    expect(await save(lin, aForm('lin'), 1)).toEqual(refused('changed-meanwhile'));
  });

  it('of two who write different things at once one is told that it changed', async () => {
    const lin = await world.joined('lin');
    const answers = await Promise.all(['阿一', '阿二', '阿三'].map((name) => save(lin, aForm(name), 1)));
    expect(tally(answers)).toEqual({ yes: 1, 'changed-meanwhile': 2 });
  });

  it('looks again at changed words alone: what waits goes on waiting, what was seen is not asked about again', async () => {
    const lin = await world.joined('lin', aForm('lin', {}, { about: fact('懂投资') }));
    itIs(matchNow + 60_000);
    const about = fact('懂投资');
    expect((await must(lin, aForm('lin', {}, { about, hopes: fact('安静') }))).held).toEqual(['about']);
    expect(world.stored(lin).heldSince).toBe(matchNow);
    world.change(lin, { held: [], heldFor: [], heldSince: null });
    expect((await must(lin, aForm('lin', {}, { about, street: fact('北蔡') }))).held).toEqual([]);
    expect((await must(lin, aForm('lin', {}, { about: fact('懂转账') }))).held).toEqual(['about']);
    expect(world.stored(lin)).toMatchObject({ heldFor: ['beicai'], heldSince: matchNow + 60_000 });
    expect((await must(lin, aForm('lin', {}, { about: fact('爱走路') }))).held).toEqual([]);
    expect(world.stored(lin)).toMatchObject({ heldFor: [], heldSince: null });
  });

  it('lets a word go that is taken out, and nothing waits for it any more', async () => {
    const lin = await world.joined('lin', aForm('lin', {}, { about: fact('懂投资') }));
    expect((await must(lin, aForm('lin'))).held).toEqual([]);
  });

  it('names what was turned down until it is written anew', async () => {
    const lin = await world.joined('lin');
    await turnDown(lin, 'about', '请不要写电话');
    await turnDown(lin, 'calledName', '请换一个称呼');
    world.change(lin, { held: ['calledName'] });
    const kept = await must(lin, aForm('lin', { notColleagues: true }));
    expect(kept).toMatchObject({ held: ['calledName'], turnedDown: [{ field: 'about' }, { field: 'calledName' }] });
    expect(world.stored(lin).heldFor).toEqual([]);
    const anew = await must(lin, aForm('小林', {}, { about: fact('爱走路') }));
    expect(anew).toMatchObject({ held: [], turnedDown: [] });
  });

  it('refuses words that nobody should read, and keeps what was there', async () => {
    const lin = await world.joined('lin');
    expect(await save(lin, aForm('lin', {}, { street: fact('赌博街') }))).toEqual({
      ...refused('words-refused'),
      fields: [{ path: 'form.facts.street.value', problem: 'characters' }],
    });
    expect((await world.own(lin)).form.facts.street).toBeNull();
  });

  it.each<[string, ProfileForm]>([
    ['too-young', aForm('lin', {}, { age: fact(2010) })],
    ['ages-wrong', aForm('lin', {}, { ages: fact({ from: 50, upTo: 20 }) })],
    ['consent-needed', aForm('lin', { children: 'wanted' })],
  ])('is refused as %s where that is so', async (refusal, form) => {
    const lin = world.member('lin');
    await lin.must('matchmaking.join', joining({ consents: consentsTo(['pool']) }));
    expect(await save(lin, form)).toEqual(refused(refusal));
  });

  it('is for whoever has joined', async () => {
    expect(await save(world.member('lin'), aForm('lin'), 1)).toEqual(refused('not-joined'));
  });

  it('loses the union’s stamp when year of birth or gender are put right, and with nothing else', async () => {
    const lin = await world.joined('lin');
    const stamp = { at: EpochMs.parse(matchNow) };
    world.change(lin, { stamp });
    expect((await must(lin, aForm('lin', { notColleagues: true }))).isStamped).toBe(true);
    expect((await must(lin, aForm('lin', {}, { age: fact(1995) }))).isStamped).toBe(false);
    world.change(lin, { stamp });
    expect((await must(lin, aForm('lin', { gender: 'man' }, { age: fact(1995) }))).isStamped).toBe(false);
  });
});
