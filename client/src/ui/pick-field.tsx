import { View } from '@tarojs/components';
import { Pick } from '../platform/elements';
import { classes } from './classes';
import type { FieldWords } from './field';
import { Field, entryClass, spoken } from './field';
import styles from './pick-field.module.scss';

const at = classes(styles);

export type PickFieldProps<Value extends string> = FieldWords & {
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly placeholder: string;
};

/** The phone's own wheel: for more choices than fit a screen as rows. */
export function PickField<Value extends string>(props: PickFieldProps<Value>) {
  const { label, value, options, onChange, placeholder, problem, optional, hint } = props;
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional}>
      <View className={at('pick')}>
        <Pick
          className={entryClass(problem)}
          label={label}
          about={spoken({ hint, problem })}
          invalid={problem !== undefined}
          options={options}
          value={value}
          placeholder={placeholder}
          onChange={(picked) => {
            const option = options.find((candidate) => candidate.value === picked);
            if (option !== undefined) onChange(option.value);
          }}
        />
        <View className={at('arrow')} />
      </View>
    </Field>
  );
}
