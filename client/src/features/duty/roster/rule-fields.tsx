import { View } from '@tarojs/components';
import { ClockField } from '@/features/event/form/moment-field';
import { Chips } from '@/ui/chips';
import { classes } from '@/ui/classes';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import styles from '../head.module.scss';
import { NeedFields } from './need-fields';
import { rosterPhrases, weekdayNames } from './roster-copy';
import type { RuleDraft } from './roster-draft';

const at = classes(styles);
const words = rosterPhrases;

export type RuleFieldsProps = {
  readonly rule: RuleDraft;
  /** By path within the rule. */
  readonly problems: Readonly<Record<string, string>>;
  readonly onRule: (part: Partial<RuleDraft>) => void;
};

/** One rule: which days, from when to when, whom it asks for. */
export function RuleFields({ rule, problems, onRule }: RuleFieldsProps) {
  return (
    <View>
      <TextField
        label={words.name}
        hint={words.nameHint}
        maxLength={20}
        value={rule.title}
        problem={problems['title']}
        onChange={(title) => onRule({ title })}
      />
      <Chips
        label={words.weekdays}
        problem={problems['weekdays']}
        options={weekdayNames.map((label, nth) => ({ value: nth + 1, label }))}
        values={rule.weekdays}
        onChange={(weekdays) => onRule({ weekdays })}
      />
      <View className={at('pair')}>
        {(['from', 'until'] as const).map((end) => (
          <View key={end} className={at('half')}>
            <ClockField
              kind="time"
              label={words[end]}
              hint={end === 'until' ? words.untilHint : undefined}
              value={rule[end]}
              problem={problems[end]}
              onChange={(time) => onRule({ [end]: time })}
            />
          </View>
        ))}
      </View>
      <NeedFields needs={rule.needs} problems={problems} onChange={(needs) => onRule({ needs })} />
      <TextField
        label={words.standby}
        hint={words.standbyHint}
        kind="digits"
        maxLength={1}
        value={rule.standby}
        problem={problems['standby']}
        onChange={(standby) => onRule({ standby })}
      />
      <View className={at('pair')}>
        {(['firstDay', 'lastDay'] as const).map((end) => (
          <View key={end} className={at('half')}>
            <ClockField
              kind="day"
              label={words[end]}
              hint={end === 'lastDay' ? words.lastDayHint : undefined}
              value={rule[end]}
              problem={problems[end]}
              onChange={(day) => onRule({ [end]: day })}
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
            onChange={(skipsHolidays) => onRule({ skipsHolidays })}
          />
        </Rows>
      </View>
      <TextArea
        label={words.turns}
        hint={words.turnsHint}
        optional
        maxLength={250}
        value={rule.turns}
        problem={problems['turns']}
        onChange={(turns) => onRule({ turns })}
      />
    </View>
  );
}
