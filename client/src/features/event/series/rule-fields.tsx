import { View } from '@tarojs/components';
import { Chips } from '@/ui/chips';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Problem } from '@/ui/field';
import { PickField } from '@/ui/pick-field';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import type { Editing } from '../form/editing';
import { ClockField } from '../form/moment-field';
import type { RuleDraft } from './rule-draft';
import { ruleText } from './rule-draft';
import { everyNames, nthNames, seriesText, weekdayNames } from './series-copy';
import type { SeriesDraft } from './series-draft';
import styles from '../form/form.module.scss';

const at = classes(styles);
const words = seriesText;
const everies = Object.keys(everyNames) as readonly RuleDraft['every'][];

/** How often, on which days, from when to when, and the same in one sentence. */
export function RuleFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing<SeriesDraft> }) {
  const { rule } = draft;
  const set = (part: Partial<RuleDraft>) => onChange({ rule: { ...rule, ...part } });
  return (
    <View>
      <Choices
        label={words.every}
        options={everies.map((value) => ({ value, label: everyNames[value] }))}
        value={rule.every}
        onChange={(every) => set({ every, weekdays: every === 'day' ? [] : rule.weekdays })}
      />
      {rule.every === 'month' ? (
        <PickField
          label={words.nth}
          placeholder={words.nth}
          options={nthNames.map((label, place) => ({ value: String(place + 1), label }))}
          value={String(rule.nth)}
          onChange={(nth) => set({ nth: Number(nth) })}
        />
      ) : null}
      <Chips
        label={words.weekdays}
        hint={rule.every === 'day' ? words.weekdaysAll : undefined}
        problem={problems['rule.weekdays']}
        options={weekdayNames.map((label, place) => ({ value: place + 1, label }))}
        values={rule.weekdays}
        onChange={(weekdays) => set({ weekdays })}
      />
      <View className={at('pair')}>
        {(['from', 'until'] as const).map((end) => (
          <View key={end} className={at('half')}>
            <ClockField
              kind="time"
              label={words[end]}
              value={rule[end]}
              problem={problems[`rule.${end}`]}
              onChange={(time) => set({ [end]: time })}
            />
          </View>
        ))}
      </View>
      <View className={at('pair')}>
        {(['firstDay', 'lastDay'] as const).map((end) => (
          <View key={end} className={at('half')}>
            <ClockField
              kind="day"
              label={words[end]}
              hint={end === 'lastDay' ? words.lastDayHint : undefined}
              value={rule[end]}
              problem={problems[`rule.${end}`]}
              onChange={(day) => set({ [end]: day })}
            />
          </View>
        ))}
      </View>
      <View className={at('action')}>
        <Rows>
          <SwitchRow
            title={words.skips}
            about={words.skipsAbout}
            on={rule.skipsHolidays}
            onChange={(skipsHolidays) => set({ skipsHolidays })}
          />
        </Rows>
      </View>
      <View className={at('sum')}>{ruleText(rule)}</View>
      <Problem>{problems['rule']}</Problem>
    </View>
  );
}
