import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { checkedText } from '../runtime/content-check';
import type { WordField } from './held-parts';

/**
 * Asks about each of the words by itself, all at once. Refused where one of them is not to be kept, with every field of
 * that kind named.
 *
 * @returns the fields that somebody has to look at before others read them
 */
export async function checkedWords(
  openid: string | null,
  fresh: readonly { readonly field: WordField; readonly words: string }[],
): Promise<Result<WordField[], 'words-refused'>> {
  const checked = await Promise.all(
    fresh.map(async ({ field, words }) => ({ field, verdict: await checkedText(openid, words, 'profile') })),
  );
  const fieldsOf = (wanted: 'risky' | 'review'): WordField[] =>
    checked.filter(({ verdict }) => verdict === wanted).map(({ field }) => field);
  const risky = fieldsOf('risky');
  if (risky.length === 0) return agree(fieldsOf('review'));
  return refuse(
    'words-refused',
    risky.map((field) => ({ path: pathOf(field), problem: 'characters' })),
  );
}

/** Where the words stand in what was sent. */
const pathOf = (field: WordField): string => (field === 'calledName' ? 'form.calledName' : `form.facts.${field}.value`);
