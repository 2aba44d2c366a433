import type { Gender, Interest } from '@contract/match-kind';
import type { InputFor } from '@contract/contracts';
import { genderNames, interestNames } from '../match-words';
import { poolPhrases as words } from './pool-copy';

/** What is looked for, as it stands in its fields. */
export type PoolDraft = {
  readonly text: string;
  readonly gender: Gender | 'any';
  readonly ageFrom: string;
  readonly ageUpTo: string;
  readonly interests: readonly Interest[];
};
export type PoolFilters = Omit<InputFor<'matchmaking.searchPool'>, 'studioId' | 'cursor'>;
export type PoolProblems = { readonly ageFrom?: string; readonly ageUpTo?: string; readonly interests?: string };

export const everybody: PoolDraft = { text: '', gender: 'any', ageFrom: '', ageUpTo: '', interests: [] };

export const noFilters: PoolFilters = { text: null, gender: null, ageFrom: null, ageUpTo: null, interests: [] };

const MOST_INTERESTS = 8;

/** Years; null where none were typed, `wrong` where they are no age. */
function ageOf(typed: string): number | null | 'wrong' {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return null;
  const age = Number(plain);
  return Number.isInteger(age) && age >= 18 && age <= 99 ? age : 'wrong';
}

/** What is asked of the server, or what is wrong with it. */
export function readFilters({ text, gender, ageFrom, ageUpTo, interests }: PoolDraft): PoolFilters | PoolProblems {
  const from = ageOf(ageFrom);
  const upTo = ageOf(ageUpTo);
  const tooMany = interests.length > MOST_INTERESTS;
  if (from === 'wrong' || upTo === 'wrong' || tooMany) {
    return {
      ...(from === 'wrong' ? { ageFrom: words.ageWrong } : {}),
      ...(upTo === 'wrong' ? { ageUpTo: words.ageWrong } : {}),
      ...(tooMany ? { interests: words.mostInterests } : {}),
    };
  }
  return {
    text: text.trim() === '' ? null : text.trim(),
    gender: gender === 'any' ? null : gender,
    ageFrom: from,
    ageUpTo: upTo,
    interests: [...interests],
  };
}

export const areFilters = (read: PoolFilters | PoolProblems): read is PoolFilters => 'gender' in read;

/** `女，28岁起，看电影`: what is looked for, in a line. */
export function filtersText({ text, gender, ageFrom, ageUpTo, interests }: PoolDraft): string {
  const ages =
    ageFrom === '' && ageUpTo === ''
      ? null
      : ageUpTo === ''
        ? `${ageFrom}岁起`
        : ageFrom === ''
          ? `${ageUpTo}岁以内`
          : `${ageFrom}到${ageUpTo}岁`;
  const parts = [
    text.trim() === '' ? null : `“${text.trim()}”`,
    gender === 'any' ? null : genderNames[gender],
    ages,
    ...interests.map((code) => interestNames[code]),
  ].filter((part) => part !== null);
  return parts.length === 0 ? words.everybody : parts.join('，');
}
