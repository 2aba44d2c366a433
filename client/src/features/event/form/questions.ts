import type { FormField } from '@contract/event-form';
import { formText } from './form-copy';
import { optionsIn } from './read-terms';
import type { FieldDraft } from './terms-draft';

const words = formText.fields;

/** A question nobody has worded yet, under a name that none of the others has. */
export function freshField(fields: readonly FieldDraft[]): FieldDraft {
  const taken = fields.map(({ fieldId }) => fieldId);
  const free = Array.from({ length: fields.length + 1 }, (_, nth) => `q${nth + 1}`).find(
    (name) => !taken.includes(name),
  );
  return {
    fieldId: free ?? `q${fields.length + 1}`,
    label: '',
    kind: 'text',
    options: '',
    isRequired: false,
    isSensitive: false,
    askedIf: null,
    purgeDays: '30',
  };
}

type Condition = NonNullable<FormField['askedIf']>;
export type ConditionOption = { readonly value: string; readonly label: string; readonly condition: Condition | null };

/** What a question may hang on: an answer that was chosen before it. */
export function conditionsFor(fields: readonly FieldDraft[], nth: number): readonly ConditionOption[] {
  const earlier = fields.slice(0, nth).flatMap((field, place) => {
    const label = field.label.trim() === '' ? words.unnamed(place + 1) : field.label.trim();
    return answersOf(field).map(({ answer, text }) => ({
      value: `${field.fieldId}:${String(answer)}`,
      label: words.when(label, text),
      condition: { fieldId: field.fieldId, answer },
    }));
  });
  return [{ value: '', label: words.always, condition: null }, ...earlier];
}

function answersOf({
  kind,
  options,
}: FieldDraft): readonly { readonly answer: string | boolean; readonly text: string }[] {
  if (kind === 'yes-no')
    return [
      { answer: true, text: words.yes },
      { answer: false, text: words.no },
    ];
  return kind === 'choice' || kind === 'choices' ? optionsIn(options).map((text) => ({ answer: text, text })) : [];
}

export const conditionValue = ({ askedIf }: FieldDraft): string =>
  askedIf === null ? '' : `${askedIf.fieldId}:${String(askedIf.answer)}`;

/** The questions without conditions that can no longer be met: what they hung on was moved, reworded or taken away. */
export const tidied = (fields: readonly FieldDraft[]): readonly FieldDraft[] =>
  fields.map((field, nth) =>
    conditionsFor(fields, nth).some(({ value }) => value === conditionValue(field))
      ? field
      : { ...field, askedIf: null },
  );

/** One question a place earlier or later. */
export function moved(fields: readonly FieldDraft[], nth: number, by: 1 | -1): readonly FieldDraft[] {
  const other = fields[nth + by];
  const self = fields[nth];
  if (other === undefined || self === undefined) return fields;
  return tidied(fields.map((field, place) => (place === nth ? other : place === nth + by ? self : field)));
}
