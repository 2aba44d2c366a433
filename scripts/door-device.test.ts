import { sign } from 'node:crypto';
import { createPrivateKey } from 'node:crypto';
import * as fc from 'fast-check';
import { doorToken } from '../cloudfunctions/station/door-token';
import { EpochMs } from '../types/time';
import type { UsedTokens, Verdict } from './door-device';
import { CLOCK_TOLERANCE_MS, LONGEST_LIFE_MS, checkToken } from './door-device';
import { newDoorKey, publicKeyOf } from './door-keys';

const doorKey = newDoorKey();
const key = publicKeyOf(doorKey);
const door = 'beicai-1-front';
const noon = Date.parse('2026-11-20T12:00:00+08:00');
const nothingUsed: UsedTokens = new Map();

const aToken = (more: Partial<{ door: string; exp: number; nonce: string }> = {}): string =>
  doorToken({ door, nonce: 'n1', ...more, exp: EpochMs.parse(more.exp ?? noon + LONGEST_LIFE_MS) });
const check = (token: string, at = noon, used = nothingUsed): Verdict => checkToken(token, key, door, at, used);
const refused = (because: string) => ({ opens: false, because });

beforeAll(() => {
  process.env['DOOR_KEY'] = doorKey;
});
afterAll(() => {
  delete process.env['DOOR_KEY'];
});

describe('a door without a network', () => {
  it('opens for a token of its own, once', () => {
    const token = aToken();
    const first = check(token);
    expect(first.opens).toBe(true);
    if (first.opens) expect(check(token, noon + 1, first.used)).toEqual(refused('used'));
  });

  it('opens for a token that was typed with spaces around it', () => {
    expect(check(` ${aToken()}\n`).opens).toBe(true);
  });

  it.each([
    ['just as the token was made', noon, true],
    ['one millisecond before the token ends', noon + LONGEST_LIFE_MS - 1, true],
    ['with a clock five seconds slow', noon - CLOCK_TOLERANCE_MS, true],
    ['with a clock five seconds fast', noon + LONGEST_LIFE_MS + CLOCK_TOLERANCE_MS - 1, true],
    ['with a clock slower than that', noon - CLOCK_TOLERANCE_MS - 1, refused('not-yet')],
    ['exactly when the tolerance is over', noon + LONGEST_LIFE_MS + CLOCK_TOLERANCE_MS, refused('expired')],
  ])('answers %s', (_when, at, answer) => {
    if (answer === true) expect(check(aToken(), at).opens).toBe(true);
    else expect(check(aToken(), at)).toEqual(answer);
  });

  it('does not open for a token of another door', () => {
    expect(check(aToken({ door: 'beicai-2-front' }))).toEqual(refused('other-door'));
  });

  it('does not open for a token that another key signed', () => {
    const token = aToken();
    expect(checkToken(token, publicKeyOf(newDoorKey()), door, noon, nothingUsed)).toEqual(refused('forged'));
  });

  it('does not open for a token whose payload was exchanged', () => {
    const [, , signature] = aToken({ door: 'beicai-2-front' }).split('.');
    const [version, payload] = aToken().split('.');
    expect(check(`${version}.${payload}.${signature}`)).toEqual(refused('forged'));
  });

  it('opens for no token in which anything was changed', () => {
    const token = aToken();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...Array.from('AZaz09-_.=')), (place, letter) => {
        fc.pre(token.charAt(place) !== letter);
        const changed = check(`${token.slice(0, place)}${letter}${token.slice(place + 1)}`);
        // The last letter of a signature holds bits that nobody reads: the token is the same, and so is its nonce.
        if (place === token.length - 1 && changed.opens) expect([...changed.used.keys()]).toEqual(['n1']);
        else expect(changed.opens).toBe(false);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a membership card', 'US1.k1.AAAA.BBBB'],
    ['a code at the door', 's.H0M3S7VN.ABCDEFGH'],
    ['a token of another version', `D2${aTokenTail()}`],
    ['a very long text', 'D1.'.padEnd(10_000, 'A')],
  ])('does not open for %s', (_what, text) => {
    expect(check(text).opens).toBe(false);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['no object', '7'],
    ['no nonce', JSON.stringify({ door, exp: noon })],
    ['a time in words', JSON.stringify({ door, exp: 'noon', nonce: 'n1' })],
  ])('does not open for what we signed and that holds %s', (_what, payload) => {
    const text = `D1.${Buffer.from(payload).toString('base64url')}`;
    const signer = createPrivateKey({ key: Buffer.from(doorKey, 'base64'), format: 'der', type: 'pkcs8' });
    const token = `${text}.${sign(null, Buffer.from(text), signer).toString('base64url')}`;
    expect(check(token)).toEqual(refused('unreadable'));
  });

  it('remembers a used token for as long as it could be shown again, and no longer', () => {
    let used = nothingUsed;
    for (let nth = 0; nth < 500; nth += 1) {
      const at = noon + nth * 1_000;
      const verdict = check(aToken({ nonce: `n${nth}`, exp: at + LONGEST_LIFE_MS }), at, used);
      expect(verdict.opens).toBe(true);
      if (verdict.opens) used = verdict.used;
      const [oldest] = used.keys();
      const age = nth - Number(oldest?.slice(1));
      expect(age * 1_000).toBeLessThan(LONGEST_LIFE_MS + CLOCK_TOLERANCE_MS);
    }
    expect(used.size).toBe(65);
  });

  it('opens once for each token, whatever is shown in whatever order', () => {
    const tokens = Array.from({ length: 5 }, (_, nth) => aToken({ nonce: `n${nth}` }));
    fc.assert(
      fc.property(fc.array(fc.record({ which: fc.nat(4), wait: fc.nat(9_000) }), { maxLength: 40 }), (shows) => {
        let used = nothingUsed;
        let at = noon;
        const opened: number[] = [];
        for (const { which, wait } of shows) {
          at += wait;
          const verdict = check(tokens[which] ?? '', at, used);
          if (!verdict.opens) continue;
          used = verdict.used;
          opened.push(which);
        }
        expect(new Set(opened).size).toBe(opened.length);
      }),
    );
  });

  it('knows nobody: a token holds the door, an end and a number', () => {
    const [, payload = ''] = aToken().split('.');
    const grant = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    expect(Object.keys(grant)).toEqual(['door', 'exp', 'nonce']);
  });
});

/** The tail of a token as one might be; the version in front is what the test is about. */
function aTokenTail(): string {
  return `.${'A'.repeat(80)}.${'A'.repeat(86)}`;
}
