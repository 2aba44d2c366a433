import type { VisitorKey } from '@contract/evidence';
import Taro from '@tarojs/taro';
import { token } from '../identity';

const KEY = 'visitor-key';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const WELL_FORMED = /^[A-Za-z0-9_-]{22}$/;

/**
 * Tells the visits of this browser apart from those of others, so that each counts once; null where somebody is signed
 * in and needs none. Random, kept here, and says nothing about anybody.
 */
export async function visitorKey(): Promise<VisitorKey | null> {
  if ((await token()) !== null) return null;
  const kept: unknown = Taro.getStorageSync(KEY);
  if (typeof kept === 'string' && WELL_FORMED.test(kept)) return kept as VisitorKey;
  const drawn = draw();
  Taro.setStorageSync(KEY, drawn);
  return drawn as VisitorKey;
}

/** 22 letters of six bits each: 64 divides 256, so that every letter is as likely. */
const draw = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(22)), (byte) => letters.charAt(byte % letters.length)).join('');
