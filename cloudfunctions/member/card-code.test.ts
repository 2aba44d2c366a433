import * as fc from 'fast-check';
import { CardNumber, CaseId, PersonId } from '../../types/ids';
import { CARD_CODE_LIFE_MS } from '../../types/membership';
import { seal } from '../runtime/sealed';
import { at, later, noon, personId } from './a-member';
import { cardCode, readCardCode } from './card-code';
import { checkDigit, drawCardNumber } from './card-number';

beforeAll(() => {
  process.env['SEALING_KEYS'] = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
});

describe('the code on a card', () => {
  it('tells whose card it is, for a minute', () => {
    expect(readCardCode(cardCode(personId, noon), noon)).toMatchObject({ ok: true, value: { personId } });
    expect(readCardCode(cardCode(personId, noon), later(noon, CARD_CODE_LIFE_MS - 1)).ok).toBe(true);
  });

  it('has expired at exactly the sixtieth second', () => {
    expect(CARD_CODE_LIFE_MS).toBe(60_000);
    expect(readCardCode(cardCode(personId, noon), later(noon, 60_000))).toEqual({ ok: false, refusal: 'code-expired' });
  });

  it('looks different each time, so that nobody can follow a card from door to door', () => {
    expect(cardCode(personId, noon)).not.toBe(cardCode(personId, noon));
    expect(cardCode(personId, noon)).not.toContain(personId);
  });

  it('fits into what the check takes in', () => {
    expect(cardCode(personId, at('2099-12-31T00:00:00Z')).length).toBeLessThanOrEqual(200);
  });

  it.each([
    ['nothing', ''],
    ['a link', 'https://example.com/?code=US1.'],
    ['the prefix alone', 'US1.'],
    ['another union’s card', 'US2.k1.AAAA.BBBB'],
    ['a card number', '202612345678'],
  ])('is unreadable when the picture holds %s', (_what, code) => {
    expect(readCardCode(code, noon)).toEqual({ ok: false, refusal: 'code-unreadable' });
  });

  it('is unreadable when anything in it was changed, and no copy of it passes for another', () => {
    const code = cardCode(personId, noon);
    fc.assert(
      fc.property(
        fc.nat(code.length),
        fc.constantFrom(...Array.from('AZaz09-_.= ')),
        fc.boolean(),
        (place, letter, adds) => {
          const forged = code.slice(0, place) + letter + code.slice(adds ? place : place + 1);
          fc.pre(forged !== code);
          expect(readCardCode(forged, noon)).toEqual({ ok: false, refusal: 'code-unreadable' });
        },
      ),
    );
  });

  it('cannot be made from another number that we sealed', () => {
    expect(readCardCode(`US1.${seal(`${personId}.${noon}`, `members/${personId}/mobile`)}`, noon).ok).toBe(false);
  });

  it('is of one person and not of another', () => {
    const other = PersonId.parse(`p${'b'.repeat(22)}`);
    expect(readCardCode(cardCode(other, noon), noon)).toMatchObject({ value: { personId: other } });
  });

  it('has the same digest for the same picture and another for the next one', () => {
    const digestOf = (code: string): string => {
      const read = readCardCode(code, noon);
      return read.ok ? read.value.digest : '';
    };
    const code = cardCode(personId, noon);
    expect(digestOf(code)).toBe(digestOf(code));
    expect(digestOf(code)).not.toBe(digestOf(cardCode(personId, noon)));
  });
});

describe('the number on a card', () => {
  it.each(['8609574271', '4703689281', '6592997048'])('has the check digit of the standard: %s', (body) => {
    const known: Record<string, number> = { '8609574271': 9, '4703689281': 6, '6592997048': 9 };
    expect(checkDigit(body)).toBe(known[body]);
  });

  it('begins with the year of approval in Shanghai', () => {
    expect(drawCardNumber(at('2026-12-31T15:59:59.999Z'), () => 0)).toMatch(/^20260000000\d$/);
    expect(drawCardNumber(at('2026-12-31T16:00:00Z'), () => 9_999_999)).toMatch(/^20279999999\d$/);
  });

  it('is drawn at random', () => {
    expect(new Set(Array.from({ length: 50 }, () => drawCardNumber(noon))).size).toBeGreaterThan(45);
  });

  it('shows every single mistyped digit', () => {
    const isRight = (number: string): boolean => checkDigit(number.slice(0, -1)) === Number(number.slice(-1));
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(11), fc.nat(9), (draw, place, digit) => {
        const number = drawCardNumber(noon, () => draw);
        expect(CardNumber.safeParse(number).success).toBe(true);
        expect(isRight(number)).toBe(true);
        fc.pre(number.charAt(place) !== String(digit));
        expect(isRight(`${number.slice(0, place)}${digit}${number.slice(place + 1)}`)).toBe(false);
      }),
    );
  });
});

describe('the id of a case', () => {
  it('says what is decided about whom for the how-manieth time', () => {
    for (const id of [
      `enrolment:${personId}:1`,
      `transfer-release:${personId}:12`,
      `transfer-accept:${personId}:999999`,
    ])
      expect(CaseId.safeParse(id).success).toBe(true);
  });

  it.each([
    '',
    'enrolment',
    `enrolment:${personId}`,
    `enrolment:${personId}:`,
    `enrolment:${personId}:1:2`,
    `enrolment:p:1`,
    `ENROLMENT:${personId}:1`,
    `enrolment:${personId}:-1`,
    `enrolment:${personId}:1\n`,
  ])('is none as %p', (id) => {
    expect(CaseId.safeParse(id).success).toBe(false);
  });
});
