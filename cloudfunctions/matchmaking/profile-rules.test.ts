import fc from 'fast-check';
import type { HeldField } from '../../types/match-kind';
import { heldFields } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import { UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { aForm, matchNow } from '../testing/matchmaking';
import type { WordField } from './held-parts';
import { wordsOf } from './held-parts';
import type { Profile } from './profile-records';
import { afterWriting, checkedForm, freshWords, heldBy, keepsStamp, withoutSensitive } from './profile-rules';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const consents = (...purposes: Profile['consents'][number]['purpose'][]): Pick<Profile, 'consents'> => ({
  consents: purposes.map((purpose) => ({ purpose, version: 'v', receiptNo: purpose, givenAt: matchNow })),
});
const all = consents('pool', 'sensitive');
const fact = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });

describe('what somebody says of themselves', () => {
  it.each<[string, ProfileForm]>([
    ['earlier marriages', aForm('lin', {}, { history: fact('divorced' as const) })],
    ['children', aForm('lin', {}, { hasChildren: fact(false) })],
    ['whom they would like to meet', aForm('lin', { seeks: 'men' })],
    ['a wish for children', aForm('lin', { children: 'open' })],
  ])('needs a consent of its own where it is about %s', (_what, form) => {
    expect(checkedForm(form, consents('pool'), matchNow)).toEqual({ ok: false, refusal: 'consent-needed' });
    expect(checkedForm(form, all, matchNow)).toMatchObject({ ok: true });
    expect(checkedForm(withoutSensitive(form), consents('pool'), matchNow)).toMatchObject({ ok: true });
  });

  it('needs the year in which they become eighteen to have begun in Shanghai', () => {
    const form = aForm('lin', {}, { age: fact(2009) });
    expect(checkedForm(form, all, at('2026-12-31T23:59:59.999'))).toEqual({ ok: false, refusal: 'too-young' });
    expect(checkedForm(form, all, at('2027-01-01T00:00:00'))).toMatchObject({ ok: true });
    expect(checkedForm(aForm('lin', {}, { age: fact(2090) }), all, matchNow)).toMatchObject({ refusal: 'too-young' });
  });

  it('names ages from the lower to the higher, or one', () => {
    const wishing = (from: number, upTo: number) => aForm('lin', {}, { ages: fact({ from, upTo }) });
    expect(checkedForm(wishing(30, 30), all, matchNow)).toMatchObject({ ok: true });
    expect(checkedForm(wishing(31, 30), all, matchNow)).toEqual({ ok: false, refusal: 'ages-wrong' });
  });

  it('counts a day and an interest once, however often it is named', () => {
    const form = aForm('lin', {}, { restDays: fact([7, 6, 7]), interests: fact(['films', 'pets', 'films']) });
    const checked = checkedForm(form, all, matchNow);
    expect(checked.ok && checked.value.facts).toMatchObject({
      restDays: fact([6, 7]),
      interests: fact(['films', 'pets']),
    });
  });

  it('keeps the union’s stamp unless year of birth or gender change', () => {
    const form = aForm('lin');
    expect(keepsStamp(form, aForm('lin', { calledName: '林', seeks: 'men' }))).toBe(true);
    expect(keepsStamp(form, aForm('lin', { gender: 'man' }))).toBe(false);
    expect(keepsStamp(form, aForm('lin', {}, { age: fact(1995) }))).toBe(false);
    expect(keepsStamp(form, aForm('lin', {}, { age: { value: 1996, seenBy: 'studio' } }))).toBe(true);
  });
});

describe('words that others would read', () => {
  const words = fc.option(fc.constantFrom('安静', '爱走路', '想找人说话'));
  const form: fc.Arbitrary<ProfileForm> = fc
    .record({ calledName: fc.constantFrom('小林', '阿林'), hometown: words, street: words, about: words, hopes: words })
    .map(({ calledName, ...facts }) =>
      aForm(
        'lin',
        { calledName },
        Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value && fact(value)])),
      ),
    );
  const fields = (form: ProfileForm, before: ProfileForm | null): WordField[] =>
    freshWords(form, before).map(({ field }) => field);

  it('are all fresh at first, and later those alone that are not as they were', () => {
    fc.assert(
      fc.property(form, form, (one, other) => {
        expect(fields(one, one)).toEqual([]);
        for (const field of heldFields) {
          if (field === 'photo') continue;
          const isThere = wordsOf(other, field) !== null;
          expect(fields(other, null).includes(field)).toBe(isThere);
          expect(fields(other, one).includes(field)).toBe(isThere && wordsOf(one, field) !== wordsOf(other, field));
        }
      }),
    );
  });

  it('that nobody has looked at yet are never shown because something else was written', () => {
    const held = fc.subarray([...heldFields]);
    fc.assert(
      fc.property(form, form, held, fc.subarray([...heldFields]), (one, other, before, drawn) => {
        const fresh = fields(other, one);
        const doubtful = fresh.filter((field) => drawn.includes(field));
        const after = afterWriting({ held: before, said: { form: one, turnedDown: [] } }, other, doubtful);
        for (const field of heldFields) {
          const isFresh = (fresh as HeldField[]).includes(field);
          const isGone = field !== 'photo' && wordsOf(other, field) === null && wordsOf(one, field) !== null;
          const expected = isFresh ? doubtful.includes(field as WordField) : before.includes(field) && !isGone;
          expect(after.held.includes(field)).toBe(expected);
        }
      }),
    );
  });

  it('are out of the list of what was turned down as soon as they are written anew', () => {
    const turnedDown = [
      { field: 'about' as const, reason: '请不要写电话' },
      { field: 'photo' as const, reason: '看不清' },
      { field: 'hopes' as const, reason: '太长' },
    ];
    const before = { held: [], said: { form: aForm('lin'), turnedDown } };
    const after = afterWriting(before, aForm('lin', {}, { about: fact('爱走路') }), []);
    expect(after.said.turnedDown.map(({ field }) => field)).toEqual(['photo', 'hopes']);
  });

  it('wait for the studio, except a name that was turned down: that waits for its writer', () => {
    const profile = { studioId: UnionId.parse('beicai'), heldSince: null };
    const said = { form: aForm('lin'), turnedDown: [{ field: 'calledName' as const, reason: '请换一个称呼' }] };
    expect(heldBy(profile, ['calledName'], said, matchNow)).toEqual({
      ...{ held: ['calledName'], heldFor: [], heldSince: null },
    });
    expect(heldBy(profile, ['calledName', 'photo'], said, matchNow)).toEqual({
      ...{ held: ['calledName', 'photo'], heldFor: ['beicai'], heldSince: matchNow },
    });
    const earlier = { ...profile, heldSince: at('2026-11-20T10:00:00') };
    expect(heldBy(earlier, ['photo'], said, matchNow).heldSince).toBe(earlier.heldSince);
  });
});
