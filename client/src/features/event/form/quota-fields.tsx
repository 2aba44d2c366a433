import { View } from '@tarojs/components';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Problem } from '@/ui/field';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextField } from '@/ui/text-field';
import type { ValueFor } from '@/use-question';
import { groupName } from '../event-words';
import type { TermsEditing } from './editing';
import { formText } from './form-copy';
import { fieldNames, mixerModes, quotaModes } from './form-names';
import styles from './form.module.scss';
import { placesIn } from './read-terms';
import type { QuotaDraft } from './terms-draft';
import { openGroups } from './terms-draft';

const at = classes(styles);
const words = formText.quotas;
const modes = Object.keys(quotaModes) as readonly QuotaDraft['mode'][];

export type Taken = ValueFor<'event.showForm'>['taken'];

export type QuotaFieldsProps = {
  readonly editing: TermsEditing;
  readonly taken: Taken;
  /** 联谊交友: men and women come in pairs, unless the clerk wants it otherwise. */
  readonly isMixer?: boolean;
};

/** How many places there are, for whom, and whether one may come without one. */
export function QuotaFields({ editing, taken, isMixer = false }: QuotaFieldsProps) {
  const { draft, problems, onChange } = editing;
  const { quotas } = draft;
  const set = (part: Partial<QuotaDraft>) => onChange({ quotas: { ...quotas, ...part } });
  const some = taken.filter(({ people }) => people > 0);
  const sum = placesIn(quotas);
  const names = isMixer ? { ...quotaModes, ...mixerModes } : quotaModes;
  const inPairs = isMixer && quotas.mode === 'mixer';
  return (
    <View>
      <Choices
        label={words.mode}
        options={modes.map((value) => ({ value, ...names[value] }))}
        value={quotas.mode}
        problem={quotas.mode === 'none' ? problems['quotas'] : undefined}
        onChange={(mode) => set({ mode })}
      />
      {quotas.mode === 'total' ? (
        <Places
          label={words.total}
          value={quotas.total}
          problem={problems['quotas']}
          onChange={(total) => set({ total })}
        />
      ) : null}
      {quotas.mode === 'groups'
        ? openGroups.map((group) => (
            <Places
              key={group}
              label={groupName(group)}
              hint={words.optionalGroup}
              value={quotas.groups[group]}
              problem={problems[`quotas.${group}`]}
              onChange={(text) => set({ groups: { ...quotas.groups, [group]: text } })}
            />
          ))
        : null}
      {quotas.mode === 'mixer' ? (
        <View className={at('pair')}>
          {(['men', 'women'] as const).map((group) => (
            <View key={group} className={at('half')}>
              <Places
                label={groupName(group)}
                value={quotas[group]}
                problem={problems[`quotas.${group}`]}
                onChange={(text) => set({ [group]: text })}
              />
            </View>
          ))}
        </View>
      ) : null}
      {quotas.mode === 'groups' || quotas.mode === 'mixer' ? (
        <View>
          <View className={at('sum')}>{words.sum(sum)}</View>
          {inPairs ? <View className={at('about')}>{words.inPairs}</View> : null}
          <Problem>{problems['quotas']}</Problem>
        </View>
      ) : null}
      {some.length === 0 ? null : (
        <View className={at('about')}>
          {words.taken(some.map(({ group, people }) => words.people(groupName(group), people)).join('、'))}
        </View>
      )}
      {quotas.mode === 'none' || inPairs ? null : (
        <View className={at('action')}>
          <Rows>
            <SwitchRow
              title={fieldNames.walkIns}
              about={formText.hints.walkIns}
              on={draft.walkIns}
              onChange={(walkIns) => onChange({ walkIns })}
            />
          </Rows>
        </View>
      )}
    </View>
  );
}

type PlacesProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
};

const Places = ({ label, hint, value, problem, onChange }: PlacesProps) => (
  <TextField
    kind="digits"
    label={label}
    hint={hint}
    maxLength={4}
    value={value}
    problem={problem}
    onChange={onChange}
  />
);
