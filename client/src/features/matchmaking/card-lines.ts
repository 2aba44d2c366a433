import type { MatchFact } from '@contract/match-kind';
import type { MatchCard } from '@contract/match-proposal';
import { occupationNames } from '@/occupation-words';
import {
  ageText,
  agesText,
  childrenText,
  factNames,
  historyNames,
  interestNames,
  restDaysText,
  shiftNames,
  smokingNames,
  wordOf,
} from './match-words';

export type CardLine = { readonly label: string; readonly value: string };

export type FactLine = CardLine & { readonly fact: MatchFact };

/** What a card says, fact by fact; what was not stated or is not shown has no line. */
export function factLines({ age, facts }: Pick<MatchCard, 'age' | 'facts'>): readonly FactLine[] {
  const lines: readonly (readonly [fact: MatchFact, value: string | null | undefined])[] = [
    ['age', age === null ? null : ageText(age)],
    ['street', facts.street],
    ['hometown', facts.hometown],
    ['occupation', word(occupationNames, facts.occupation)],
    ['shift', word(shiftNames, facts.shift)],
    ['restDays', facts.restDays === null ? null : restDaysText(facts.restDays)],
    ['interests', interestsText(facts.interests)],
    ['smokes', word(smokingNames, facts.smokes)],
    ['history', word(historyNames, facts.history)],
    ['hasChildren', facts.hasChildren === null ? null : childrenText(facts.hasChildren)],
    ['ages', facts.ages === null ? null : agesText(facts.ages)],
    ['about', facts.about],
    ['hopes', facts.hopes],
  ];
  return lines.flatMap(([fact, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ fact, label: factNames[fact], value }],
  );
}

/** The same, line by line. */
export const cardLines = (card: Pick<MatchCard, 'age' | 'facts'>): readonly CardLine[] =>
  factLines(card).map(({ label, value }) => ({ label, value }));

const word = (names: Readonly<Record<string, string>>, code: string | null): string | undefined =>
  code === null ? undefined : wordOf(names, code);

const interestsText = (codes: readonly string[] | null): string =>
  (codes ?? []).flatMap((code) => wordOf(interestNames, code) ?? []).join('、');
