import { View } from '@tarojs/components';
import type { Editing } from '@/features/event/form/editing';
import { classes } from '@/ui/classes';
import { FormSection } from '@/ui/form-section';
import { ListField } from '@/ui/list-field';
import { Panel } from '@/ui/panel';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextField } from '@/ui/text-field';
import styles from '../head.module.scss';
import { rosterPhrases } from './roster-copy';
import type { RosterDraft } from './roster-draft';
import { newRule, ruleText } from './roster-draft';
import { RuleFields } from './rule-fields';

const at = classes(styles);
const words = rosterPhrases;
const MOST_RULES = 30;
const ruleFields = [
  ...['title', 'turns', 'weekdays', 'from', 'until', 'needs'],
  ...['standby', 'firstDay', 'lastDay', 'skipsHolidays', 'templateId'],
];

/** What is wrong within one rule, by path within it. */
function problemsOf(nth: number, problems: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const before = `templates.${nth}.`;
  return Object.fromEntries(
    Object.entries(problems)
      .filter(([path]) => path.startsWith(before))
      .map(([path, text]) => [path.slice(before.length), text]),
  );
}

/** The rules of a roster, each folded to a sentence, and what holds for all of them. */
export function RosterSheet({ editing: { draft, problems, onChange } }: { readonly editing: Editing<RosterDraft> }) {
  return (
    <View>
      <ListField
        items={draft.templates}
        words={{ add: words.add, remove: words.remove, title: words.rule }}
        fresh={newRule}
        most={MOST_RULES}
        onChange={(templates) => onChange({ templates })}
      >
        {(rule, onRule, nth) => (
          <FormSection
            key={rule.templateId}
            title={rule.title.trim() === '' ? words.fresh : rule.title}
            summary={ruleText(rule)}
            fields={ruleFields}
            problems={problemsOf(nth, problems)}
            startsOpen={rule.title === ''}
          >
            <RuleFields rule={rule} problems={problemsOf(nth, problems)} onRule={onRule} />
          </FormSection>
        )}
      </ListField>
      <Panel title={words.general}>
        <TextField
          label={words.release}
          hint={words.releaseHint}
          kind="digits"
          maxLength={3}
          value={draft.releaseHours}
          problem={problems['releaseHours']}
          onChange={(releaseHours) => onChange({ releaseHours })}
        />
        <View className={at('action')}>
          <Rows>
            <SwitchRow
              title={words.swap}
              about={words.swapAbout}
              on={draft.swapNeedsHead}
              onChange={(swapNeedsHead) => onChange({ swapNeedsHead })}
            />
          </Rows>
        </View>
      </Panel>
    </View>
  );
}
