/** A day and a time of day, by the browser's own calendar and clock: in the mini-program (moment-entry.weapp.tsx) by WeChat's wheels. */
export type MomentEntryProps = {
  readonly label: string;
  /** `2026-11-27` or `09:30`; empty while nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid: boolean;
  readonly about?: string | undefined;
  readonly className?: string;
};

const entry = (type: 'date' | 'time') =>
  function Entry({ label, value, onChange, invalid, about, className }: MomentEntryProps) {
    return (
      <input
        type={type}
        className={className}
        value={value}
        aria-label={label}
        aria-description={about}
        aria-invalid={invalid ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  };

export const DayEntry = entry('date');
export const TimeEntry = entry('time');
