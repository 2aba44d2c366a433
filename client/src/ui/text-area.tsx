import { View } from '@tarojs/components';
import { TextEntry } from '../platform/elements';
import { classes } from './classes';
import type { FieldWords } from './field';
import { Field, entryClass, spoken } from './field';
import styles from './text-area.module.scss';

const at = classes(styles);

export type TextAreaProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly placeholder?: string | undefined;
};

export function TextArea({ label, value, onChange, hint, problem, maxLength, optional, placeholder }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional}>
      <TextEntry
        className={entryClass(problem, true)}
        label={label}
        about={spoken({ hint, problem })}
        invalid={problem !== undefined}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        onChange={onChange}
      />
      <View className={at('counter')}>还可以写{maxLength - value.length}字</View>
    </Field>
  );
}
