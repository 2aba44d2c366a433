import { Part, Press } from '@/platform/elements';
import { classes } from './classes';
import { Field } from './field';
import styles from './chips.module.scss';

const at = classes(styles);

export type ChipsProps<Value extends string | number> = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
};

/** Any of several, side by side: each word is short, and all are seen at once. A tick says what is chosen. */
export function Chips<Value extends string | number>(props: ChipsProps<Value>) {
  const { label, hint, problem, options, values, onChange } = props;
  return (
    <Field label={label} hint={hint} problem={problem}>
      <Part className={at('chips')} role="group" label={label}>
        {options.map((option) => {
          const on = values.includes(option.value);
          return (
            <Press
              key={option.value}
              className={at('chip', on && 'on')}
              role="checkbox"
              checked={on}
              onPress={() =>
                onChange(on ? values.filter((other) => other !== option.value) : [...values, option.value])
              }
            >
              {option.label}
            </Press>
          );
        })}
      </Part>
    </Field>
  );
}
