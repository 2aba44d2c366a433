import { TextField } from '@/ui/text-field';
import type { Draft } from './draft';
import { fieldNames, formText } from './form-copy';
import type { Editing } from './use-station-form';

/** The fields of a form that are one line of text. */
export type TextLineField = {
  [Field in keyof Draft]: Draft[Field] extends string ? Field : never;
}[keyof Draft];

const optional: readonly TextLineField[] = ['signNo', 'phone', 'areaM2', 'openedOn', 'waterQuota', 'doorId'];
const hints: Readonly<Partial<Record<TextLineField, string>>> = formText.hints;

export type TextLineProps = {
  readonly field: TextLineField;
  readonly editing: Editing;
  readonly maxLength: number;
  readonly digits?: boolean | undefined;
};

/** One line of a form, under its name, with its hint and what is wrong with it. */
export function TextLine({ field, editing, maxLength, digits }: TextLineProps) {
  const { draft, problems, onChange } = editing;
  return (
    <TextField
      label={fieldNames[field]}
      hint={hints[field]}
      optional={optional.includes(field)}
      kind={digits === true ? 'digits' : 'text'}
      maxLength={maxLength}
      value={draft[field]}
      problem={problems[field]}
      onChange={(text) => onChange({ [field]: text })}
    />
  );
}
