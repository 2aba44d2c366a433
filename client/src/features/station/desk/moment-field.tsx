import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { PickField } from '@/ui/pick-field';
import type { MomentChoice } from './moments';
import { dayOptions, minuteOptions } from './moments';

export type MomentFieldProps = {
  /** What the moment is, e.g. 关闭到; the two wheels are named after it. */
  readonly label: string;
  readonly value: MomentChoice;
  readonly onChange: (value: MomentChoice) => void;
  readonly problem?: string | undefined;
};

/** A day and below it a time, by the phone's own wheels: side by side a day would be cut off on a phone. */
export function MomentField({ label, value, onChange, problem }: MomentFieldProps) {
  return (
    <View>
      <PickField
        label={`${label}哪天`}
        placeholder="选择日期"
        options={dayOptions(Date.now())}
        value={value.day}
        problem={value.day === null ? problem : undefined}
        onChange={(day) => onChange({ ...value, day: day as ShanghaiDay })}
      />
      <PickField
        label={`${label}几点`}
        placeholder="选择时间"
        options={minuteOptions}
        value={value.minute === null ? null : String(value.minute)}
        problem={value.day === null ? undefined : problem}
        onChange={(minute) => onChange({ ...value, minute: Number(minute) })}
      />
    </View>
  );
}
