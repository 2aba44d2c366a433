import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { fingerprint, seal, unseal } from '../../cloudfunctions/runtime/sealed';
import { newDoorKey } from '../door-keys';
import { checkKeys, keysLost, newKeys } from './keys';

const key = (): string => randomBytes(32).toString('base64');

const anotherKind = generateKeyPairSync('x25519')
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64');

const sound = {
  SEALING_KEYS: `k2:${key()},k1:${key()}`,
  FINGERPRINT_KEY: key(),
  DOOR_KEY: newDoorKey(),
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
};
const names = Object.keys(sound);

describe('the keys of an environment', () => {
  it('lets a whole and well-formed set pass', () => {
    expect(() => checkKeys(sound, names)).not.toThrow();
  });

  it('names every missing one at once', () => {
    expect(() => checkKeys({}, names)).toThrow(
      '缺少 SEALING_KEYS、FINGERPRINT_KEY、DOOR_KEY、WECHAT_APP_ID、WECHAT_APP_SECRET',
    );
  });

  it.each([
    ['a key that is too short', { SEALING_KEYS: `k1:${randomBytes(31).toString('base64')}` }],
    ['a key without its name', { SEALING_KEYS: key() }],
    ['two keys of the same name', { SEALING_KEYS: `k1:${key()},k1:${key()}` }],
    ['a key with something after it', { FINGERPRINT_KEY: `${key()}==` }],
    ['a key in letters that are not base64', { FINGERPRINT_KEY: '密'.repeat(32) }],
    ['a door key that is none', { DOOR_KEY: key() }],
    ['a door key of another kind', { DOOR_KEY: anotherKind }],
    ['a door key with something after it', { DOOR_KEY: `${newDoorKey()}!` }],
    ['an app id of the local cloud', { WECHAT_APP_ID: 'wx-local' }],
    ['an app secret that was cut off', { WECHAT_APP_SECRET: '0123456789abcdef' }],
  ])('refuses %s, and does not repeat it', (_what, wrong) => {
    const [name = '', value = ''] = Object.entries(wrong)[0] ?? [];
    const check = (): void => checkKeys({ ...sound, ...wrong }, names);
    expect(check).toThrow(name);
    expect(check).not.toThrow(value);
  });

  it('refuses one key for both purposes', () => {
    const FINGERPRINT_KEY = key();
    const check = (): void => checkKeys({ ...sound, SEALING_KEYS: `k1:${FINGERPRINT_KEY}`, FINGERPRINT_KEY }, names);
    expect(check).toThrow('不能与 SEALING_KEYS 中的密钥相同');
  });

  it('lets a key be added in front, and not one be taken away', () => {
    const [newer = '', older = ''] = sound.SEALING_KEYS.split(',');
    const holding = (...keys: string[]) => ({ ...sound, SEALING_KEYS: keys.join(',') });
    expect(keysLost(holding(older), holding(older, newer))).toBeNull();
    expect(keysLost(holding(older, newer), holding(newer, older))).toBeNull();
    expect(keysLost(holding(newer, older), holding(newer))).toContain('少了云端正在使用的 k1');
    expect(keysLost(holding(older), holding(`k1:${key()}`))).toContain('k1');
  });

  it('never lets the fingerprint key change', () => {
    expect(keysLost(sound, { ...sound, FINGERPRINT_KEY: key() })).toContain('陌生人');
    expect(keysLost({}, sound)).toBeNull();
  });

  it('lets the door key change: the doors are given the new public one', () => {
    expect(keysLost(sound, { ...sound, DOOR_KEY: newDoorKey() })).toBeNull();
  });

  describe('drawn anew', () => {
    const before = { ...process.env };
    afterEach(() => {
      process.env = { ...before };
    });

    it('are keys that the functions seal and fingerprint with', () => {
      const drawn = Object.fromEntries(
        newKeys()
          .split('\n')
          .filter((line) => !line.startsWith('#'))
          .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      );
      expect(() => checkKeys({ ...sound, ...drawn }, names)).not.toThrow();
      Object.assign(process.env, drawn);
      expect(unseal(seal('13900000001', 'here'), 'here')).toBe('13900000001');
      expect(fingerprint('id-card', '1')).toHaveLength(43);
    });
  });
});
