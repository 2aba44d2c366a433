import fc from 'fast-check';
import { UnionId } from '../../types/ids';
import { childWishes, genders, seekings } from '../../types/match-kind';
import { aForm } from '../testing/matchmaking';
import type { Fitting } from './fits';
import { mayMeet } from './fits';

const unions = ['beicai', 'jinqiao'] as const;
const person = (form: Parameters<typeof aForm>[1] = {}, union: (typeof unions)[number] = 'beicai'): Fitting => ({
  form: aForm('林', form),
  unionId: UnionId.parse(union),
});
const man = (form: Parameters<typeof aForm>[1] = {}, union?: (typeof unions)[number]): Fitting =>
  person({ gender: 'man', ...form }, union);

const somebody: fc.Arbitrary<Fitting> = fc
  .record({
    gender: fc.constantFrom(...genders),
    seeks: fc.constantFrom(null, ...seekings),
    children: fc.constantFrom(null, ...childWishes),
    notColleagues: fc.boolean(),
    union: fc.constantFrom(...unions),
  })
  .map(({ union, ...form }) => person(form, union));

describe('two people', () => {
  it('who say nothing of it may meet where they are a woman and a man', () => {
    expect(mayMeet(person(), man())).toBe(true);
    expect(mayMeet(person(), person())).toBe(false);
    expect(mayMeet(man(), man())).toBe(false);
  });

  it.each([
    [person({ seeks: 'women' }), person({ seeks: 'women' }), true],
    [person({ seeks: 'women' }), person({ seeks: 'either' }), true],
    [person({ seeks: 'women' }), person(), false],
    [person({ seeks: 'women' }), man(), false],
    [man({ seeks: 'men' }), man({ seeks: 'men' }), true],
    [man({ seeks: 'men' }), man(), false],
    [man({ seeks: 'women' }), person({ seeks: 'men' }), true],
    [man({ seeks: 'either' }), person(), true],
  ])('may meet where each seeks such as the other, case %#', (one, other, may) => {
    expect(mayMeet(one, other)).toBe(may);
  });

  it('may not meet where one wants children and the other does not; else nothing about it keeps them apart', () => {
    for (const one of [null, ...childWishes])
      for (const other of [null, ...childWishes])
        expect(mayMeet(person({ children: one }), man({ children: other }))).toBe(
          [one, other].sort().join() !== 'not-wanted,wanted',
        );
  });

  it('of one union may not meet where either asked for it, of two they may', () => {
    expect(mayMeet(person({ notColleagues: true }), man())).toBe(false);
    expect(mayMeet(person(), man({ notColleagues: true }))).toBe(false);
    expect(mayMeet(person({ notColleagues: true }), man({ notColleagues: true }, 'jinqiao'))).toBe(true);
  });

  it('may meet or not whichever is named first', () => {
    fc.assert(fc.property(somebody, somebody, (one, other) => mayMeet(one, other) === mayMeet(other, one)));
  });

  it('never meet somebody whom one of them does not seek, whatever else they say', () => {
    const sought = { women: ['woman'], men: ['man'], either: ['woman', 'man'] } as const;
    const seeks = ({ form: { gender, seeks: said } }: Fitting): readonly string[] =>
      said === null ? [gender === 'woman' ? 'man' : 'woman'] : sought[said];
    fc.assert(
      fc.property(somebody, somebody, (one, other) => {
        if (!mayMeet(one, other)) return;
        expect(seeks(one)).toContain(other.form.gender);
        expect(seeks(other)).toContain(one.form.gender);
      }),
    );
  });
});
