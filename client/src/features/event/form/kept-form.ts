import type { RequestKey } from '@contract/evidence';
import Taro from '@tarojs/taro';

/** What was typed and not saved, with the form that it began from. */
export type Kept<Draft> = {
  readonly revision: number;
  readonly base: Draft;
  readonly draft: Draft;
  readonly requestKey: RequestKey;
};

/** What this device still has of a form; a draft of an older release, which lacks a field, is let go. */
export function readKept<Draft extends object>(
  key: string,
  fields: readonly (keyof Draft & string)[],
): Kept<Draft> | null {
  const kept: unknown = Taro.getStorageSync(key);
  const isDraft = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && fields.every((field) => field in value);
  const isKept =
    typeof kept === 'object' &&
    kept !== null &&
    'revision' in kept &&
    typeof kept.revision === 'number' &&
    'requestKey' in kept &&
    typeof kept.requestKey === 'string' &&
    'base' in kept &&
    isDraft(kept.base) &&
    'draft' in kept &&
    isDraft(kept.draft);
  return isKept ? (kept as unknown as Kept<Draft>) : null;
}

/** Without room on the device the form is typed all the same; leaving asks. */
export function keep<Draft>(key: string, kept: Kept<Draft>): void {
  try {
    Taro.setStorageSync(key, kept);
  } catch {
    // Said by what asks before the page is left.
  }
}

export const forgetKept = (key: string): void => Taro.removeStorageSync(key);
