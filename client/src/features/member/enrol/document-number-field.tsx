import { IdentityDocument, asPrinted } from '@contract/identity-document';
import { fieldProblem } from '@/field-problem';
import { TextField } from '@/ui/text-field';
import { fieldWords, identityWords } from '../enrol-copy';
import { MaskedField } from './masked-field';
import type { DocumentKind } from './typing';
import type { Enrolment } from './use-enrolment';

const ID_LENGTH = 18;

export type DocumentNumberFieldProps = { readonly enrolment: Enrolment; readonly kind: DocumentKind };

/** Counts along while one types, and checks as soon as all eighteen are there. */
export function DocumentNumberField({ enrolment, kind }: DocumentNumberFieldProps) {
  const { view, typing, saving, onType, onLeave, problemOf } = enrolment;
  const { label } = fieldWords.documentNumber;
  const typed = typing.documentNumber;
  if (typed === undefined && view.form.maskedNumber !== null) {
    return (
      <MaskedField label={label} masked={view.form.maskedNumber} onChange={() => onType({ documentNumber: '' })} />
    );
  }
  const text = typed ?? '';
  const onBlur = () => {
    // Half a number is no mistake yet while one looks up the rest; it is said when one goes on.
    if (text.trim() !== '') onLeave('documentNumber');
  };
  const said = problemOf('documentNumber');
  return (
    <TextField
      label={label}
      kind={kind === 'id-card' ? 'id-card' : 'text'}
      maxLength={24}
      value={text}
      hint={kind === 'id-card' ? idHint(text) : identityWords.otherHint}
      problem={saving.at === 'refused' ? said : documentProblem(kind, text, said)}
      onChange={(documentNumber) => onType({ documentNumber })}
      onBlur={onBlur}
    />
  );
}

function idHint(text: string): string {
  const left = ID_LENGTH - asPrinted(text).length;
  if (left === ID_LENGTH) return identityWords.idHint;
  if (left > 0) return identityWords.idLeft(left);
  if (left < 0) return identityWords.idOver(-left);
  return fieldProblem(IdentityDocument, { kind: 'id-card', number: text }) === undefined
    ? identityWords.idRight
    : identityWords.idHint;
}

/** @param said what is said once the field was left or one tried to go on */
function documentProblem(kind: DocumentKind, text: string, said: string | undefined): string | undefined {
  if (kind === 'other') return said === undefined || text.trim() === '' ? said : identityWords.otherWrong;
  const left = ID_LENGTH - asPrinted(text).length;
  if (left === 0) return fieldProblem(IdentityDocument, { kind, number: text });
  if (said === undefined || text.trim() === '') return said;
  return left > 0 ? identityWords.idShort(left) : identityWords.idOver(-left);
}
