import type { InputFor } from '@contract/contracts';
import { ShortText } from '@contract/enrolment';
import type { Occupation, WorkRelation } from '@contract/occupation';
import { occupations } from '@contract/occupation';
import type { HeldField } from '@contract/own-data';
import { MobileNumber } from '@contract/person';
import { fieldProblem } from '@/field-problem';
import { isWorkRelation } from '@/work-words';
import { ownDataText } from './own-data-copy';

/** What can be corrected by oneself. The mobile number is typed anew: the one that is held is never shown in full. */
export type Corrections = {
  readonly mobile: string;
  readonly occupation: Occupation | null;
  readonly workRelation: WorkRelation | null;
  readonly employerName: string;
};

export type CorrectionProblems = { readonly mobile?: string | undefined; readonly employerName?: string | undefined };

const shownOf = (held: readonly HeldField[], field: HeldField['field']): string | null =>
  held.find((entry) => entry.field === field)?.shown ?? null;

/** The form as it opens: what is held, and an empty line for a new number. */
export function correctionsFrom(held: readonly HeldField[]): Corrections {
  const occupation = shownOf(held, 'occupation');
  const relation = shownOf(held, 'workRelation') ?? '';
  return {
    mobile: '',
    occupation: occupations.find(({ name }) => name === occupation)?.code ?? null,
    workRelation: isWorkRelation(relation) ? relation : null,
    employerName: shownOf(held, 'employer') ?? '',
  };
}

const mobileProblem = (mobile: string): string | undefined =>
  fieldProblem(MobileNumber, mobile) === undefined ? undefined : ownDataText.correct.mobileProblem;

export const correctionProblems = ({ mobile, employerName }: Corrections): CorrectionProblems => ({
  mobile: mobile.trim() === '' ? undefined : mobileProblem(mobile),
  employerName: employerName.trim() === '' ? undefined : fieldProblem(ShortText, employerName),
});

/** Only what differs is sent; null when nothing does. An employer that was emptied is taken off the record. */
export function changesOf(before: Corrections, after: Corrections): InputFor<'member.correctOwnData'> | null {
  const employer = after.employerName.trim();
  const changes = {
    ...(after.mobile.trim() === '' ? {} : { mobile: after.mobile }),
    ...(after.occupation === null || after.occupation === before.occupation ? {} : { occupation: after.occupation }),
    ...(after.workRelation === before.workRelation ? {} : { workRelation: after.workRelation }),
    ...(employer === before.employerName ? {} : { employerName: employer === '' ? null : employer }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

/** Fields that share a purpose and a term stand together, in the order of the first of each. */
export function groupsOf(held: readonly HeldField[]): readonly (readonly HeldField[])[] {
  const keys = [...new Set(held.map(keyOf))];
  return keys.map((key) => held.filter((field) => keyOf(field) === key));
}

const keyOf = ({ purpose, keptUntil, deletedOn }: HeldField): string => [purpose, keptUntil, deletedOn].join(' ');
