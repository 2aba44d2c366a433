import * as fc from 'fast-check';
import { IdentityDocument, asPrinted, maskedNumber, readIdCard } from './identity-document';
import { addDays, ShanghaiDay } from './time';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const withCheckCharacter = (body: string): string => {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body.charAt(place)), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
};

const bornOn = (birthday: string): string => withCheckCharacter(`310115${birthday.replaceAll('-', '')}001`);

const idCards = fc
  .record({
    region: fc.integer({ min: 100000, max: 999999 }),
    day: fc.integer({ min: 0, max: 46_000 }).map((days) => addDays(ShanghaiDay.parse('1900-01-01'), days)),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, day, serial }) =>
    withCheckCharacter(`${region}${day.replaceAll('-', '')}${String(serial).padStart(3, '0')}`),
  );

const idCardOf = (number: unknown) => IdentityDocument.safeParse({ kind: 'id-card', number });
const problemsOf = (number: unknown): string[] => idCardOf(number).error?.issues.map(({ message }) => message) ?? [];

describe('the number of an ID card', () => {
  it.each(['11010519491231002X', '34052419800101001X'])(
    'is read when the standard gives it as an example: %s',
    (number) => {
      expect(readIdCard(number)).toMatchObject({ ok: true });
    },
  );

  it('tells the birthday', () => {
    expect(readIdCard('11010519491231002X')).toEqual({ ok: true, value: { birthday: '1949-12-31' } });
  });

  it('is refused when its owner would be born in 1880, though its check digit is right', () => {
    expect(readIdCard('440524188001010014')).toEqual({ ok: false, refusal: 'date' });
    expect(readIdCard(bornOn('1899-12-31'))).toEqual({ ok: false, refusal: 'date' });
    expect(readIdCard(bornOn('1900-01-01'))).toMatchObject({ ok: true });
  });

  it('is accepted with a birthday on 29 February of a leap year only', () => {
    expect(readIdCard(bornOn('2000-02-29'))).toMatchObject({ ok: true });
    expect(readIdCard(bornOn('2004-02-29'))).toMatchObject({ ok: true });
    expect(readIdCard(bornOn('1900-02-29'))).toEqual({ ok: false, refusal: 'date' });
    expect(readIdCard(bornOn('2001-02-29'))).toEqual({ ok: false, refusal: 'date' });
  });

  it.each(['1990-13-01', '1990-00-10', '1990-04-31', '1990-01-00', '1990-01-32'])(
    'is refused with a day that never was: %s',
    (day) => {
      expect(readIdCard(bornOn(day))).toEqual({ ok: false, refusal: 'date' });
    },
  );

  it('is refused with a wrong check digit', () => {
    expect(readIdCard('110105194912310021')).toEqual({ ok: false, refusal: 'check-digit' });
  });

  it.each([
    ['fifteen digits, as before 2013', '110105491231002'],
    ['seventeen', '11010519491231002'],
    ['nineteen', '11010519491231002XX'],
    ['an X in the middle', '1101051949123X0021'],
    ['a leading zero', '010105194912310021'],
    ['nothing', ''],
  ])('is refused with %s', (_what, number) => {
    expect(readIdCard(number)).toEqual({ ok: false, refusal: 'format' });
  });

  it.each([
    ['a lower-case x', '11010519491231002x'],
    ['full-width digits and a full-width X', '１１０１０５１９４９１２３１００２Ｘ'],
    ['a full-width small x', '11010519491231002ｘ'],
    ['spaces and hyphens', ' 110105 19491231-002X '],
    ['wide spaces', '110105\u300019491231\u00a0002X'],
  ])('may be typed with %s', (_what, number) => {
    expect(idCardOf(number).data).toEqual({ kind: 'id-card', number: '11010519491231002X' });
  });

  it('is read for residents of Hong Kong, Macao and Taiwan, whose permits follow the same scheme', () => {
    for (const region of ['810000', '820000', '830000'])
      expect(readIdCard(withCheckCharacter(`${region}19900101001`))).toMatchObject({ ok: true });
  });

  // GB 11643 is ISO 7064 MOD 11-2: no weight is 0 mod 11 and neighbours' weights differ, so nothing of these slips through.
  it('is refused when any one character is mistyped', () => {
    fc.assert(
      fc.property(idCards, fc.nat(17), fc.constantFrom(...Array.from('0123456789X')), (number, place, typed) => {
        fc.pre(number.charAt(place) !== typed);
        expect(readIdCard(`${number.slice(0, place)}${typed}${number.slice(place + 1)}`).ok).toBe(false);
      }),
    );
  });

  it('is refused when any two neighbours are swapped', () => {
    fc.assert(
      fc.property(idCards, fc.nat(16), (number, place) => {
        const [one, other] = [number.charAt(place), number.charAt(place + 1)];
        fc.pre(one !== other);
        expect(readIdCard(`${number.slice(0, place)}${other}${one}${number.slice(place + 2)}`).ok).toBe(false);
      }),
    );
  });

  it('is read whoever was born wherever on whichever real day', () => {
    fc.assert(fc.property(idCards, (number) => expect(readIdCard(number).ok).toBe(true)));
  });

  it('never has its mistake explained with the number itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.stringMatching(/^\d{17,19}$/)), (typed) => {
        fc.pre(typed.trim().length > 4);
        for (const { message } of idCardOf(typed).error?.issues ?? []) expect(message).not.toContain(typed);
      }),
    );
    expect(problemsOf('110105194912310021')).toEqual(['check-digit']);
    expect(problemsOf('１２３')).toEqual(['format']);
    expect(problemsOf('1'.repeat(10_000))).toContain('too-long');
  });
});

describe('another document', () => {
  const otherOf = (number: unknown) => IdentityDocument.safeParse({ kind: 'other', number });

  it('is a passport or a permit, of letters and digits', () => {
    expect(otherOf('e12345678').data).toEqual({ kind: 'other', number: 'E12345678' });
    expect(otherOf('H1234567(8)').success).toBe(true);
  });

  it.each(['', 'E123', 'E12345678901234567890', '<b>E12345</b>', 'E1234\u202e5678', '护照12345', 'x'.repeat(10_000)])(
    'is refused as %p',
    (number) => {
      expect(otherOf(number).success).toBe(false);
    },
  );

  it.each([
    '11010519491231002X',
    '1101 0519 4912 3100 2x',
    '110105194912310021',
    '(11010519491231002X)',
    '110105491231002',
  ])('is no ID card by another name: %p', (number) => {
    expect(otherOf(number).error?.issues.map(({ message }) => message)).toEqual(['format']);
  });

  it('is of a kind we know', () => {
    expect(IdentityDocument.safeParse({ kind: 'toString', number: 'E12345678' }).success).toBe(false);
    expect(IdentityDocument.safeParse({ number: 'E12345678' }).success).toBe(false);
  });
});

describe('a masked number', () => {
  it('shows the region and the last four of an ID card', () => {
    expect(maskedNumber('11010519491231002X')).toBe('110105********002X');
  });

  it('never tells the birthday on an ID card', () => {
    fc.assert(
      fc.property(idCards, (number) => {
        const masked = maskedNumber(number);
        expect(masked.slice(6, 14)).toBe('********');
        expect(masked.replaceAll('*', '')).toHaveLength(10);
      }),
    );
  });

  it('shows three characters of any other document, and says nothing of those between', () => {
    const between = fc.stringMatching(/^[A-Z0-9]{2,14}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{3}$/), between, between, ([first = '', ...last], one, another) => {
        const masked = maskedNumber(first + one + last.join(''));
        expect(masked).toBe(`${first}****${last.join('')}`);
        expect(maskedNumber(first + another + last.join(''))).toBe(masked);
      }),
    );
  });
});

describe('a number as it is typed', () => {
  it('is brought to print once: doing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        expect(asPrinted(asPrinted(typed))).toBe(asPrinted(typed));
      }),
    );
  });
});
