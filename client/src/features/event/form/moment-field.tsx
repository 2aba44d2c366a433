import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { DayEntry, TimeEntry } from '@/platform/moment-entry';
import { classes } from '@/ui/classes';
import { Field, entryClass, spoken } from '@/ui/field';
import { formText } from './form-copy';
import styles from './form.module.scss';
import type { MomentDraft } from './moment-draft';
import { instantOf } from './moment-draft';

const at = classes(styles);
const words = formText.times;

export type MomentFieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: MomentDraft;
  readonly onChange: (value: MomentDraft) => void;
};

/** A day and a time, and below them the same as one says it: browsers write days each in its own way. */
export function MomentField({ label, hint, problem, value, onChange }: MomentFieldProps) {
  const instant = instantOf(value);
  const about = spoken({ hint, problem });
  const invalid = problem !== undefined;
  return (
    <Field label={label} hint={hint} problem={problem}>
      <View className={at('pair')}>
        <View className={at('half')}>
          <DayEntry
            className={entryClass(problem)}
            label={words.dayOf(label)}
            value={value.day}
            invalid={invalid}
            about={about}
            onChange={(day) => onChange({ ...value, day })}
          />
        </View>
        <View className={at('half')}>
          <TimeEntry
            className={entryClass(problem)}
            label={words.timeOf(label)}
            value={value.time}
            invalid={invalid}
            about={about}
            onChange={(time) => onChange({ ...value, time })}
          />
        </View>
      </View>
      {instant === null ? null : <View className={at('said')}>{momentText(instant)}</View>}
    </Field>
  );
}

export type ClockFieldProps = {
  readonly label: string;
  readonly kind: 'day' | 'time';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  /** Said instead of the label alone, where several have the same. */
  readonly name?: string | undefined;
};

/** A day alone, or a time alone. */
export function ClockField({ label, kind, value, onChange, problem, hint, name }: ClockFieldProps) {
  const Entry = kind === 'day' ? DayEntry : TimeEntry;
  return (
    <Field label={label} hint={hint} problem={problem}>
      <Entry
        className={entryClass(problem)}
        label={name ?? label}
        value={value}
        invalid={problem !== undefined}
        about={spoken({ hint, problem })}
        onChange={onChange}
      />
    </Field>
  );
}
