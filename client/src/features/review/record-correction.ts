import type { InputFor } from '@contract/contracts';
import { ShortText } from '@contract/enrolment';
import { IdentityDocument, asPrinted } from '@contract/identity-document';
import type { CardNumber } from '@contract/ids';
import { PersonName } from '@contract/person';
import { fieldProblem } from '@/field-problem';
import { correctText } from './roll-copy';

export type DocumentKind = IdentityDocument['kind'];

/** What a clerk types from the document at hand. A name or number left blank stands as it is. */
export type TypedCorrection = {
  readonly name: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly note: string;
};
export type CorrectionField = 'name' | 'documentNumber' | 'note';
export type CorrectionProblems = { readonly [Field in CorrectionField]?: string | undefined };

export const untyped: TypedCorrection = { name: '', documentKind: 'id-card', documentNumber: '', note: '' };

const isBlank = (text: string): boolean => text.trim() === '';

export const isNothing = ({ name, documentNumber }: TypedCorrection): boolean =>
  isBlank(name) && isBlank(documentNumber);

export const problemsOf = (typed: TypedCorrection): CorrectionProblems => ({
  name: isBlank(typed.name) ? undefined : fieldProblem(PersonName, typed.name),
  documentNumber: isBlank(typed.documentNumber) ? undefined : numberProblem(typed.documentKind, typed.documentNumber),
  note: fieldProblem(ShortText, typed.note),
});

function numberProblem(kind: DocumentKind, number: string): string | undefined {
  const problem = fieldProblem(IdentityDocument, { kind, number });
  if (problem === undefined) return undefined;
  if (kind === 'other') return correctText.otherFormat;
  return asPrinted(number).length === 18 ? problem : correctText.idLength;
}

/** What is sent, as the server will keep it; null while something is wrong with it or nothing is corrected. */
export function correctionOf(typed: TypedCorrection, cardNumber: CardNumber): InputFor<'member.correctRecord'> | null {
  const { documentKind: kind, documentNumber: number } = typed;
  const name = PersonName.safeParse(typed.name);
  const document = IdentityDocument.safeParse({ kind, number });
  const wrong = Object.values(problemsOf(typed)).some((problem) => problem !== undefined);
  if (wrong || isNothing(typed)) return null;
  return {
    cardNumber,
    ...(name.success ? { name: name.data } : {}),
    ...(document.success ? { document: document.data } : {}),
    note: typed.note,
  };
}
