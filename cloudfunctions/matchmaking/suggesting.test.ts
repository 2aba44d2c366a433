import fc from 'fast-check';
import { heldFields, interests, matchReasons, seenBy, smokingHabits, workShifts } from '../../types/match-kind';
import type { HeldField, MatchReason } from '../../types/match-kind';
import type { MatchFacts, ProfileForm } from '../../types/match-profile';
import { occupations } from '../../types/occupation';
import { aForm, matchNow } from '../testing/matchmaking';
import { cardOf } from './card';
import { foremost, reasonsFor } from './suggesting';

type Person = { readonly form: ProfileForm; readonly held: HeldField[] };

const cardFor = ({ form, held }: Person) =>
  cardOf({ held, hasPhoto: false, stamp: null }, { form, turnedDown: [] }, 'studio', matchNow);
const reasons = (one: Person, other: Person): MatchReason[] => reasonsFor(cardFor(one), cardFor(other));

const somebody = (facts: Partial<MatchFacts> = {}, held: HeldField[] = []): Person => ({
  form: aForm('林', {}, facts),
  held,
});
const said = <Value>(value: Value) => ({ value, seenBy: 'studio' as const });

/** Few values for each fact, so that many pairs have something in common. */
const stated = <Value>(values: readonly Value[]) =>
  fc.option(fc.record({ value: fc.constantFrom(...values), seenBy: fc.constantFrom(...seenBy) }));
const several = <Value>(values: readonly Value[], maxLength: number) =>
  fc.option(
    fc.record({
      value: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength }),
      seenBy: fc.constantFrom(...seenBy),
    }),
  );
const years = fc.integer({ min: 18, max: 60 });
const anybody: fc.Arbitrary<Person> = fc.record({
  form: fc
    .record({
      age: fc.record({ value: fc.integer({ min: 1976, max: 2008 }), seenBy: fc.constantFrom(...seenBy) }),
      street: stated(['北蔡镇', '花木街道']),
      hometown: stated(['盐城', '上海']),
      occupation: stated(occupations.slice(-3).map(({ code }) => code)),
      shift: stated(workShifts),
      restDays: several([1, 2, 3, 4, 5, 6, 7], 3),
      interests: several(interests.slice(0, 6), 4),
      smokes: stated(smokingHabits),
      ages: fc.option(
        fc.record({
          value: fc
            .tuple(years, years)
            .map(([one, other]) => ({ from: Math.min(one, other), upTo: Math.max(one, other) })),
          seenBy: fc.constantFrom(...seenBy),
        }),
      ),
    })
    .map((facts) => aForm('林', {}, facts)),
  held: fc.uniqueArray(fc.constantFrom(...heldFields)),
});

/** What each reason says, by the two forms themselves. */
const holdsOf: Readonly<Record<MatchReason, (one: Person, other: Person) => boolean>> = {
  'ages-both-ways': (one, other) => meetsWish(one, other) && meetsWish(other, one),
  'same-street': (one, other) => isSame('street', one, other),
  'same-hometown': (one, other) => isSame('hometown', one, other),
  'same-rest-days': ({ form: one }, { form: other }) =>
    (one.facts.restDays?.value ?? []).some((day) => other.facts.restDays?.value.includes(day)),
  'same-work-shift': (one, other) => isSame('shift', one, other),
  'same-occupation': (one, other) => isSame('occupation', one, other) && one.form.facts.occupation?.value !== 'other',
  'shared-interests': ({ form: one }, { form: other }) =>
    (one.facts.interests?.value ?? []).filter((liked) => other.facts.interests?.value.includes(liked)).length >= 2,
  'both-do-not-smoke': ({ form: one }, { form: other }) =>
    one.facts.smokes?.value === 'never' && other.facts.smokes?.value === 'never',
};
const meetsWish = ({ form: one }: Person, { form: other }: Person): boolean => {
  const age = 2026 - one.facts.age.value;
  const wish = other.facts.ages?.value;
  return wish !== undefined && wish.from <= age && age <= wish.upTo;
};
const isSame = (fact: 'street' | 'hometown' | 'shift' | 'occupation', one: Person, other: Person): boolean => {
  const [here, there] = [one.form.facts[fact], other.form.facts[fact]];
  const isHeld = [one, other].some(({ held }) => (held as readonly string[]).includes(fact));
  return here !== null && there !== null && !isHeld && here.value === there.value;
};

describe('why two people may fit', () => {
  it('is said where it is true of what both stated, and nowhere else', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        expect(reasons(one, other)).toEqual(matchReasons.filter((reason) => holdsOf[reason](one, other)));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same whichever of the two is asked about', () => {
    fc.assert(fc.property(anybody, anybody, (one, other) => expect(reasons(one, other)).toEqual(reasons(other, one))));
  });

  it('is never in what only one of them stated', () => {
    fc.assert(
      fc.property(anybody, (one) => {
        expect(reasons(one, somebody())).toEqual([]);
      }),
    );
  });

  it('does not depend on marriages before, children, whom somebody seeks, nor on words about oneself', () => {
    const facts: Partial<MatchFacts> = {
      history: said('divorced'),
      hasChildren: said(true),
      about: said('爱笑'),
      hopes: said('爱笑'),
    };
    const form = aForm('林', { seeks: 'either', children: 'wanted' }, facts);
    expect(reasons({ form, held: [] }, { form, held: [] })).toEqual([]);
  });

  it('can be any of the reasons there are', () => {
    const everything = somebody({
      street: said('北蔡镇'),
      hometown: said('盐城'),
      occupation: said('courier'),
      shift: said('night'),
      restDays: said([6, 7]),
      interests: said(['walking', 'films']),
      smokes: said('never'),
      ages: said({ from: 30, upTo: 30 }),
    });
    expect(reasons(everything, everything)).toEqual(matchReasons);
  });

  it('is not that both do something else, nor one thing that both like', () => {
    const other = somebody({ occupation: said('other'), interests: said(['walking', 'films']) });
    const another = somebody({ occupation: said('other'), interests: said(['walking', 'pets']) });
    expect(reasons(other, another)).toEqual([]);
  });
});

describe('who is suggested', () => {
  const candidate = (turn: string, count: number) => ({ turn, reasons: matchReasons.slice(0, count) });

  it('is ten at most, those with most reasons first, then who waits longest', () => {
    const many = Array.from({ length: 15 }, (_, nth) => candidate(String(nth).padStart(2, '0'), 1 + (nth % 2)));
    const best = foremost(many);
    expect(best.map(({ turn }) => turn)).toEqual(['01', '03', '05', '07', '09', '11', '13', '00', '02', '04']);
  });

  it('is nobody without a reason', () => {
    expect(foremost([candidate('a', 0)])).toEqual([]);
  });
});
