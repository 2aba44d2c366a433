import { Picker, View } from '@tarojs/components';
import type { MomentEntryProps } from './moment-entry';

export type { MomentEntryProps } from './moment-entry';

const placeholders = { date: '选择日期', time: '选择时间' } as const;

/** A day that nobody has chosen begins the wheel here: without a value it would begin in 1970. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export const DayEntry = ({ label, value, onChange, className = '' }: MomentEntryProps) => (
  <Picker mode="date" value={value === '' ? today() : value} onChange={(event) => onChange(event.detail.value)}>
    <Shown label={label} value={value} placeholder={placeholders.date} className={className} />
  </Picker>
);

export const TimeEntry = ({ label, value, onChange, className = '' }: MomentEntryProps) => (
  <Picker mode="time" value={value === '' ? '09:00' : value} onChange={(event) => onChange(event.detail.value)}>
    <Shown label={label} value={value} placeholder={placeholders.time} className={className} />
  </Picker>
);

type ShownProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly className: string;
};

function Shown({ label, value, placeholder, className }: ShownProps) {
  const text = value === '' ? placeholder : value;
  const said = { ariaRole: 'button', ariaLabel: `${label}，${text}` };
  return (
    <View className={value === '' ? `${className} placeholder` : className} {...said}>
      {text}
    </View>
  );
}
