import type { MatchCard } from '@contract/match-proposal';
import {
  ageText,
  agesText,
  childrenText,
  factNames,
  historyNames,
  interestNames,
  occupationNames,
  restDaysText,
  shiftNames,
  smokingNames,
  wordOf,
} from './match-words';

export type CardLine = { readonly label: string; readonly value: string };

/** What a card says, line by line; what was not stated or is not shown has no line. */
export function cardLines({ age, facts }: Pick<MatchCard, 'age' | 'facts'>): readonly CardLine[] {
  const lines: readonly (readonly [label: string, value: string | null | undefined])[] = [
    [factNames.age, age === null ? null : ageText(age)],
    [factNames.street, facts.street],
    [factNames.hometown, facts.hometown],
    [factNames.occupation, word(occupationNames, facts.occupation)],
    [factNames.shift, word(shiftNames, facts.shift)],
    [factNames.restDays, facts.restDays === null ? null : restDaysText(facts.restDays)],
    [factNames.interests, interestsText(facts.interests)],
    [factNames.smokes, word(smokingNames, facts.smokes)],
    [factNames.history, word(historyNames, facts.history)],
    [factNames.hasChildren, facts.hasChildren === null ? null : childrenText(facts.hasChildren)],
    [factNames.ages, facts.ages === null ? null : agesText(facts.ages)],
    [factNames.about, facts.about],
    [factNames.hopes, facts.hopes],
  ];
  return lines.flatMap(([label, value]) => (value === null || value === undefined || value === '' ? [] : [{ label, value }]));
} // prettier-ignore

const word = (names: Readonly<Record<string, string>>, code: string | null): string | undefined =>
  code === null ? undefined : wordOf(names, code);

const interestsText = (codes: readonly string[] | null): string =>
  (codes ?? []).flatMap((code) => wordOf(interestNames, code) ?? []).join('、');
