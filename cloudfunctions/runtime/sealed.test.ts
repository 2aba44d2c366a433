import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { fingerprint, seal, unseal } from './sealed';

const aKey = (): string => randomBytes(32).toString('base64');
const key1 = `k1:${aKey()}`;
const key2 = `k2:${aKey()}`;
const withKeys = (...keys: string[]): void => void (process.env['SEALING_KEYS'] = keys.join(','));

const PLACE = 'members/p1/document';

beforeEach(() => {
  withKeys(key1);
  process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 7).toString('base64');
});

describe('a sealed number', () => {
  it('opens where it was sealed, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (plain, place) => {
        expect(unseal(seal(plain, place), place)).toBe(plain);
      }),
    );
  });

  it('does not show what it holds, nor that two hold the same', () => {
    const [one, other] = [seal('11010519491231002X', PLACE), seal('11010519491231002X', PLACE)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('19491231');
  });

  it('does not open in another document or another field', () => {
    const sealed = seal('13812345678', 'members/p1/mobile');
    for (const place of ['members/p2/mobile', 'members/p1/document', '', 'members/p1/mobile '])
      expect(unseal(sealed, place)).toBeNull();
  });

  it('does not open when any one character was changed, dropped or added', () => {
    const sealed = seal('13812345678', PLACE);
    const other = fc.constantFrom(...Array.from('AZaz09-_+/=. !\u00e9'));
    fc.assert(
      fc.property(fc.nat(sealed.length), other, fc.constantFrom('change', 'drop', 'add'), (place, letter, how) => {
        const rest = sealed.slice(how === 'add' ? place : place + 1);
        const forged = `${sealed.slice(0, place)}${how === 'drop' ? '' : letter}${rest}`;
        fc.pre(forged !== sealed);
        expect(unseal(forged, PLACE)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('has one spelling only: a card code that was used cannot be shown again as another', () => {
    const sealed = seal('p1.123', PLACE);
    expect(unseal(`${sealed}=`, PLACE)).toBeNull();
    expect(unseal(`${sealed}!`, PLACE)).toBeNull();
    expect(unseal(sealed.replace('.', '. '), PLACE)).toBeNull();
    const last = sealed.slice(-1);
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
      if (letter !== last) expect(unseal(`${sealed.slice(0, -1)}${letter}`, PLACE)).toBeNull();
  });

  it('does not open as anything else that is text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^k1\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{0,60}$/)), (text) => {
        expect(unseal(text, PLACE)).toBeNull();
      }),
    );
  });

  it('opens after the keys were rotated, and new ones are sealed with the new key', () => {
    const old = seal('13812345678', PLACE);
    withKeys(key2, key1);
    expect(unseal(old, PLACE)).toBe('13812345678');
    expect(seal('x', PLACE)).toMatch(/^k2\./);
  });

  it('does not open once its key is gone, nor with another key of the same name', () => {
    const old = seal('13812345678', PLACE);
    withKeys(key2);
    expect(unseal(old, PLACE)).toBeNull();
    withKeys(`k1:${aKey()}`);
    expect(unseal(old, PLACE)).toBeNull();
  });

  it.each(['', 'k1', 'k1:', `k1:${Buffer.alloc(16).toString('base64')}`, `K 1:${Buffer.alloc(32).toString('base64')}`])(
    'is never made with keys as wrong as %p, and the complaint does not name them',
    (keys) => {
      withKeys(keys);
      expect(() => seal('x', PLACE)).toThrow(/SEALING_KEYS/);
      const secret = keys.split(':')[1] ?? '';
      if (secret !== '') expect(() => seal('x', PLACE)).not.toThrow(secret);
    },
  );
});

describe('a fingerprint', () => {
  it('is the same for the same text and kind, and for no other', () => {
    expect(fingerprint('document:id-card', 'A')).toBe(fingerprint('document:id-card', 'A'));
    expect(fingerprint('document:id-card', 'A')).not.toBe(fingerprint('document:other', 'A'));
    expect(fingerprint('document:id-card', 'A')).not.toBe(fingerprint('document:id-card', 'B'));
  });

  it('stays the same across releases: person ids and the one-card rule stand on it', () => {
    expect(fingerprint('person:wechat', 'openid-1')).toBe('LdjrBNS3HHb65fJzKAZkCyho-GGHycNrTVrhHQvM0i8');
  });

  it('cannot be made without the key', () => {
    const before = fingerprint('person:wechat', 'openid-1');
    process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 8).toString('base64');
    expect(fingerprint('person:wechat', 'openid-1')).not.toBe(before);
    delete process.env['FINGERPRINT_KEY'];
    expect(() => fingerprint('person:wechat', 'openid-1')).toThrow('FINGERPRINT_KEY');
  });
});
