import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { fullDayText } from '@/calendar-words';
import { DayEntry } from '@/platform/moment-entry';
import type { FieldWords } from '@/ui/field';
import { Field, entryClass, spoken } from '@/ui/field';

export type DayFieldProps = FieldWords & {
  /** Empty while nothing is chosen. */
  readonly value: ShanghaiDay | '';
  readonly onChange: (day: ShanghaiDay | '') => void;
};

/** A day, and below it the same as one says it: browsers write days each in its own way. */
export function DayField({ label, hint, problem, optional, value, onChange }: DayFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional}>
      <DayEntry
        className={entryClass(problem)}
        label={label}
        about={spoken({ hint, problem })}
        invalid={problem !== undefined}
        value={value}
        onChange={(day) => onChange(day as ShanghaiDay | '')}
      />
      {value === '' ? null : <View>{fullDayText(value)}</View>}
    </Field>
  );
}
