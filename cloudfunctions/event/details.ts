import type { Answers, FormField } from '../../types/event-form';
import { maskedName } from '../../types/person';
import type { EpochMs } from '../../types/time';
import { seal, unseal } from '../runtime/sealed';
import type { Registration } from './registration-records';
import { Details, detailsPlace } from './registration-records';
import { nextPurge } from './retention';

/** What somebody said when they registered, checked. */
export type Told = {
  readonly name: string;
  readonly children: readonly { readonly name: string; readonly age: number }[];
  /** As `checkAnswers` agreed to them. */
  readonly answers: Answers;
};

/** What a new row keeps of it: names, children and sensitive answers sealed for this row, the rest as it is. */
export function keptDetails(
  rowId: string,
  { name, children, answers }: Told,
  event: { readonly fields: readonly FormField[]; readonly endsAt: EpochMs },
): Pick<Registration, 'maskedName' | 'sealedDetails' | 'answers' | 'hasSensitive' | 'purgeAt'> {
  const { plain, sensitive } = splitAnswers(event.fields, answers);
  const details: Details = { name, children: [...children], answers: sensitive };
  return {
    maskedName: maskedName(name),
    sealedDetails: sealDetails(rowId, details),
    answers: plain,
    hasSensitive: Object.keys(sensitive).length > 0,
    purgeAt: nextPurge({ details, answers: plain }, { ...event, isOut: false }),
  };
}

/** Sensitive answers are apart: they are sealed, and read by staff only after a named purpose. */
export function splitAnswers(
  fields: readonly FormField[],
  answers: Answers,
): { readonly plain: Answers; readonly sensitive: Answers } {
  const isSensitive = (fieldId: string): boolean =>
    fields.some((field) => field.fieldId === fieldId && field.isSensitive);
  const those = (wanted: boolean): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([fieldId]) => isSensitive(fieldId) === wanted));
  return { plain: those(false), sensitive: those(true) };
}

export const sealDetails = (rowId: string, details: Details): string =>
  seal(JSON.stringify(details), detailsPlace(rowId));

/** null once their time is over, or where they were sealed for another row. */
export function readDetails({ _id, sealedDetails }: Pick<Registration, '_id' | 'sealedDetails'>): Details | null {
  const text = sealedDetails === null ? null : unseal(sealedDetails, detailsPlace(_id));
  return text === null ? null : Details.parse(JSON.parse(text));
}
