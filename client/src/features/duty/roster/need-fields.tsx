import type { Skill } from '@contract/duty-kind';
import { dutyRoles } from '@contract/duty-kind';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { ListField } from '@/ui/list-field';
import { PickField } from '@/ui/pick-field';
import { TextField } from '@/ui/text-field';
import { roleName, skillNames } from '../duty-words';
import styles from '../head.module.scss';
import { rosterPhrases } from './roster-copy';
import type { NeedDraft } from './roster-draft';
import { nextNeed } from './roster-draft';

const at = classes(styles);
const words = rosterPhrases;
const skillCodes = Object.keys(skillNames) as Skill[];

export type NeedFieldsProps = {
  readonly needs: readonly NeedDraft[];
  /** By path within the rule, e.g. `needs.0.count`. */
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (needs: readonly NeedDraft[]) => void;
};

/** Whom a rule asks for: so many of each role, and what they must be able to do. */
export function NeedFields({ needs, problems, onChange }: NeedFieldsProps) {
  return (
    <ListField
      items={needs}
      words={{ add: words.addNeed, remove: words.removeNeed, title: words.need }}
      fresh={() => nextNeed(needs)}
      most={5}
      least={1}
      onChange={onChange}
    >
      {(need, onNeed, nth) => (
        <View>
          <View className={at('pair')}>
            <View className={at('half')}>
              <PickField
                label={words.role}
                placeholder={words.role}
                options={dutyRoles.map((value) => ({ value, label: roleName(value) }))}
                value={need.role}
                problem={problems[`needs.${nth}.role`]}
                onChange={(role) => onNeed({ role })}
              />
            </View>
            <View className={at('half')}>
              <TextField
                label={words.count}
                kind="digits"
                maxLength={2}
                value={need.count}
                problem={problems[`needs.${nth}.count`]}
                onChange={(count) => onNeed({ count })}
              />
            </View>
          </View>
          <PickField
            label={words.skill}
            placeholder={words.noSkill}
            options={[
              { value: 'none' as const, label: words.noSkill },
              ...skillCodes.map((value) => ({ value, label: skillNames[value] })),
            ]}
            value={need.skill}
            onChange={(skill) => onNeed({ skill })}
          />
        </View>
      )}
    </ListField>
  );
}
