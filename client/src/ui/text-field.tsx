import { LineEntry } from '../platform/elements';
import type { InputKind } from '../platform/elements';
import type { FieldWords } from './field';
import { Field, entryClass, spoken } from './field';

export type TextFieldProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly kind?: InputKind | undefined;
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
};

/** Room for the spaces and the +86 that people type or paste; the server reads past them. */
const lengths = { text: 120, digits: 40, 'id-card': 24, mobile: 20 } as const;

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, onBlur, hint, problem, kind = 'text', maxLength, placeholder, optional } = props;
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional}>
      <LineEntry
        className={entryClass(problem)}
        kind={kind}
        label={label}
        about={spoken({ hint, problem })}
        invalid={problem !== undefined}
        value={value}
        maxLength={maxLength ?? lengths[kind]}
        placeholder={placeholder}
        onChange={onChange}
        onBlur={onBlur}
      />
    </Field>
  );
}
