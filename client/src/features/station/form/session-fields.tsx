import type { Attendance, DayOfYear, Session } from '@contract/opening';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { PickField } from '@/ui/pick-field';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextField } from '@/ui/text-field';
import { minuteText } from '../desk/moments';
import { Chips } from '@/ui/chips';
import { formText } from './form-copy';
import styles from './form.module.scss';
import { dayNames } from './opening-text';
import type { Problems } from './read-draft';

const at = classes(styles);
const words = formText.opening;
const QUARTERS = 96;
const attendances: readonly Attendance[] = ['staffed', 'unattended'];

export type SessionFieldsProps = {
  readonly session: Session;
  /** On a holiday neither days nor a season are asked. */
  readonly onlyTimes?: boolean | undefined;
  readonly problems: Problems;
  readonly onSession: (part: Partial<Session>) => void;
};

/** One stretch of the table: which days, from when to when, with somebody on duty or not. */
export function SessionFields({ session, onlyTimes, problems, onSession }: SessionFieldsProps) {
  const { days, from, until, attendance, season } = session;
  return (
    <View>
      {onlyTimes === true ? null : (
        <Chips
          label={words.days}
          problem={problems['days']}
          options={dayNames.map((label, nth) => ({ value: nth + 1, label }))}
          values={days}
          onChange={(chosen) => onSession({ days: [...chosen].sort((one, other) => one - other) })}
        />
      )}
      <View className={at('pair')}>
        <View className={at('half')}>
          <PickField
            label={words.from}
            placeholder={words.from}
            options={timeOptions(from, QUARTERS - 1)}
            value={String(from)}
            onChange={(minute) => onSession({ from: Number(minute) })}
          />
        </View>
        <View className={at('half')}>
          <PickField
            label={words.until}
            placeholder={words.until}
            options={timeOptions(until, QUARTERS)}
            value={String(until)}
            onChange={(minute) => onSession({ until: Number(minute) })}
          />
        </View>
      </View>
      {until <= from ? <View className={at('about')}>{words.untilHint}</View> : null}
      <PickField
        label={words.attendanceLabel}
        placeholder={words.attendanceLabel}
        options={attendances.map((value) => ({ value, label: words.attendance[value] }))}
        value={attendance}
        onChange={(chosen) => onSession({ attendance: chosen })}
      />
      {onlyTimes === true ? null : (
        <Rows>
          <SwitchRow
            title={words.season}
            about={words.seasonAbout}
            on={season !== null}
            onChange={(on) => onSession({ season: on ? summer : null })}
          />
        </Rows>
      )}
      {season === null || onlyTimes === true ? null : (
        <View className={at('pair')}>
          {(['from', 'until'] as const).map((end) => (
            <View key={end} className={at('half')}>
              <TextField
                label={end === 'from' ? words.seasonFrom : words.seasonUntil}
                hint={words.seasonHint}
                maxLength={6}
                value={season[end]}
                problem={problems[`season.${end}`]}
                onChange={(text) => onSession({ season: { ...season, [end]: asDayOfYear(text) } })}
              />
            </View>
          ))}
        </View>
      )}
    </View>
  );
}

const summer = { from: '05-01' as DayOfYear, until: '09-30' as DayOfYear };

/** The server says whether it is a day. */
const asDayOfYear = (text: string): DayOfYear => text.normalize('NFKC').trim() as DayOfYear;

/** Every quarter of an hour, and the minute that is there already. */
function timeOptions(here: number, last: number) {
  const quarters = Array.from({ length: last + 1 }, (_, nth) => nth * 15);
  const minutes = quarters.includes(here) ? quarters : [...quarters, here].sort((one, other) => one - other);
  return minutes.map((minute) => ({ value: String(minute), label: minuteText(minute) }));
}
