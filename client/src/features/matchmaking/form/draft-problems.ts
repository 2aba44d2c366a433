import { LEAST_AGE } from '@contract/match-kind';
import { formText as text } from './form-copy';
import type { ProfileDraft } from './profile-draft';

export type DraftField = keyof ProfileDraft;
export type DraftProblems = Readonly<Partial<Record<DraftField, string>>>;

/** The oldest and the youngest whose age anybody is asked for. Years. */
const MOST_AGE = 99;
const OLDEST_YEAR = 1930;

const isNumber = (typed: string): boolean => /^\d+$/.test(typed.trim());
const isAge = (typed: string): boolean => isNumber(typed) && Number(typed) >= LEAST_AGE && Number(typed) <= MOST_AGE;

const mobile = /^1[3-9]\d{9}$/;
const wechat = /^[A-Za-z][A-Za-z0-9_-]{5,19}$/;

/**
 * A sentence for each field about oneself that cannot be sent as it is.
 *
 * @param year the calendar year in Shanghai
 */
export function aboutProblems(draft: ProfileDraft, year: number): DraftProblems {
  const problems: { -readonly [Field in DraftField]?: string } = {};
  if (draft.calledName.trim() === '') problems.calledName = text.calledNameMissing;
  if (draft.gender === null) problems.gender = text.genderMissing;
  const born = draft.birthYear.trim();
  if (!/^\d{4}$/.test(born) || Number(born) < OLDEST_YEAR || Number(born) > year)
    problems.birthYear = text.birthYearWrong;
  else if (year - Number(born) < LEAST_AGE) problems.birthYear = text.tooYoung;
  const { agesFrom, agesUpTo } = draft;
  if (agesFrom.trim() === '' && agesUpTo.trim() === '') return problems;
  if (!isAge(agesFrom)) problems.agesFrom = text.ageWrong;
  if (!isAge(agesUpTo)) problems.agesUpTo = text.ageWrong;
  else if (isAge(agesFrom) && Number(agesFrom) > Number(agesUpTo)) problems.agesUpTo = text.agesTurned;
  return problems;
}

/** The same for how one is reached. */
export function contactProblems({
  contactKind,
  contact,
}: Pick<ProfileDraft, 'contactKind' | 'contact'>): Pick<DraftProblems, 'contact'> {
  const typed = contact.trim();
  if (typed === '') return { contact: text.contactMissing };
  if (contactKind === 'mobile' && !mobile.test(typed)) return { contact: text.mobileWrong };
  if (contactKind === 'wechat' && !wechat.test(typed)) return { contact: text.wechatWrong };
  return {};
}

/** Fields of a draft that the server names by other paths. */
const places: Readonly<Record<string, DraftField>> = {
  age: 'birthYear', ages: 'agesUpTo', from: 'agesFrom', upTo: 'agesUpTo', contact: 'contact',
}; // prettier-ignore
const own: readonly string[] = [
  'calledName', 'gender', 'street', 'hometown', 'occupation', 'shift', 'restDays', 'interests', 'smokes', 'history', 'hasChildren',
  'about', 'hopes', 'seeks', 'children', 'notColleagues',
] satisfies readonly DraftField[]; // prettier-ignore

/** What the server found, at the field where it is typed: `form.facts.about.value` is `about`. */
export function refusedProblems(refusal: string, fields: Readonly<Record<string, string>>): DraftProblems {
  const found = Object.entries(fields).flatMap(([path, words]) => {
    const field = path
      .split('.')
      .reverse()
      .map(fieldOf)
      .find((name) => name !== undefined);
    return field === undefined ? [] : [[field, refusal === 'words-refused' ? text.wordsRefused : words] as const];
  });
  return Object.fromEntries(found);
}

const fieldOf = (segment: string): DraftField | undefined =>
  places[segment] ?? (own.includes(segment) ? (segment as DraftField) : undefined);
