import { View } from '@tarojs/components';
import { Part, Press } from '../platform/elements';
import { classes } from './classes';
import type { FieldWords } from './field';
import { Field } from './field';
import styles from './choices.module.scss';

const at = classes(styles);

export type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly about?: string | undefined;
};

export type ChoicesProps<Value extends string> = FieldWords & {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
};

/** One of a few, each a row as wide as the page. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { label, options, value, onChange, hint, problem, optional } = props;
  const entrance = options.find((option) => option.value === value) ?? options[0];
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional}>
      <Part className={at('options')} role="radiogroup" label={label}>
        {options.map((option) => (
          <OptionRow
            key={option.value}
            option={option}
            role="radio"
            checked={option.value === value}
            inTabOrder={option === entrance}
            onPress={() => onChange(option.value)}
          />
        ))}
      </Part>
    </Field>
  );
}

export type ChecksProps<Value extends string> = {
  readonly label?: string | undefined;
  readonly options: readonly Option<Value>[];
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
};

/** Any of a few; each can be ticked apart. */
export function Checks<Value extends string>({ label, options, values, onChange }: ChecksProps<Value>) {
  const toggled = (value: Value) =>
    values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  const rows = (
    <Part className={at('options')} role="group" label={label}>
      {options.map((option) => (
        <OptionRow
          key={option.value}
          option={option}
          role="checkbox"
          checked={values.includes(option.value)}
          onPress={() => onChange(toggled(option.value))}
        />
      ))}
    </Part>
  );
  return label === undefined ? rows : <Field label={label}>{rows}</Field>;
}

type OptionRowProps = {
  readonly option: Option<string>;
  readonly role: 'radio' | 'checkbox';
  readonly checked: boolean;
  readonly inTabOrder?: boolean;
  readonly onPress: () => void;
};

function OptionRow({ option, role, checked, inTabOrder = true, onPress }: OptionRowProps) {
  const { label, about } = option;
  return (
    <Press
      className={at('option', checked && 'chosen')}
      role={role}
      checked={checked}
      inTabOrder={inTabOrder}
      label={about === undefined ? label : `${label}，${about}`}
      onPress={onPress}
    >
      <View className={at('mark', role, checked && 'marked')} />
      <View className={at('words')}>
        <View>{label}</View>
        {about === undefined ? null : <View className={at('about')}>{about}</View>}
      </View>
    </Press>
  );
}
