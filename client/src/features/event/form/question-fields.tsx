import type { FormField } from '@contract/event-form';
import { View } from '@tarojs/components';
import { ListField } from '@/ui/list-field';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Problem } from '@/ui/field';
import { PickField } from '@/ui/pick-field';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import type { TermsEditing } from './editing';
import { formText } from './form-copy';
import { fieldKindNames } from './form-names';
import styles from './form.module.scss';
import { conditionValue, conditionsFor, freshField, moved, tidied } from './questions';
import type { FieldDraft } from './terms-draft';

const at = classes(styles);
const words = formText.fields;
const kinds = Object.keys(fieldKindNames) as readonly FormField['kind'][];
const MOST_FIELDS = 15;

/** What is asked of whoever registers. */
export function QuestionFields({ editing }: { readonly editing: TermsEditing }) {
  const { draft, problems, onChange } = editing;
  const { fields } = draft;
  const set = (next: readonly FieldDraft[]) => onChange({ fields: tidied(next) });
  return (
    <View>
      <View className={at('about')}>{words.about}</View>
      <ListField
        items={fields}
        words={{ add: words.add, remove: words.remove, title: words.title }}
        fresh={() => freshField(fields)}
        most={MOST_FIELDS}
        onChange={set}
      >
        {(field, onField, nth) => (
          <View>
            <OneQuestion
              field={field}
              nth={nth}
              fields={fields}
              problem={(part) => problems[`fields.${nth}.${part}`]}
              onField={onField}
            />
            <View className={at('acts')}>
              {nth === 0 ? null : (
                <View className={at('act')}>
                  <Button
                    kind="secondary"
                    label={`${words.up}：${words.title(nth + 1)}`}
                    onPress={() => set(moved(fields, nth, -1))}
                  >
                    {words.up}
                  </Button>
                </View>
              )}
              {nth === fields.length - 1 ? null : (
                <View className={at('act')}>
                  <Button
                    kind="secondary"
                    label={`${words.down}：${words.title(nth + 1)}`}
                    onPress={() => set(moved(fields, nth, 1))}
                  >
                    {words.down}
                  </Button>
                </View>
              )}
            </View>
          </View>
        )}
      </ListField>
      <Problem>{problems['fields']}</Problem>
    </View>
  );
}

type OneQuestionProps = {
  readonly field: FieldDraft;
  readonly nth: number;
  readonly fields: readonly FieldDraft[];
  readonly problem: (part: string) => string | undefined;
  readonly onField: (part: Partial<FieldDraft>) => void;
};

function OneQuestion({ field, nth, fields, problem, onField }: OneQuestionProps) {
  const conditions = conditionsFor(fields, nth);
  const isChosen = field.kind === 'choice' || field.kind === 'choices';
  return (
    <View>
      <TextField
        label={words.label}
        hint={words.labelHint}
        maxLength={40}
        value={field.label}
        problem={problem('label')}
        onChange={(label) => onField({ label })}
      />
      <PickField
        label={words.kind}
        placeholder={words.kind}
        options={kinds.map((value) => ({ value, label: fieldKindNames[value] }))}
        value={field.kind}
        onChange={(kind) => onField({ kind })}
      />
      {isChosen ? (
        <TextArea
          label={words.options}
          hint={words.optionsHint}
          maxLength={400}
          value={field.options}
          problem={problem('options')}
          onChange={(options) => onField({ options })}
        />
      ) : null}
      {conditions.length === 1 ? null : (
        <PickField
          label={words.askedIf}
          placeholder={words.always}
          // A wheel has no empty choice: `always` stands for it.
          options={conditions.map(({ value, label }) => ({ value: value === '' ? 'always' : value, label }))}
          value={conditionValue(field) === '' ? 'always' : conditionValue(field)}
          problem={problem('askedIf')}
          onChange={(picked) =>
            onField({ askedIf: conditions.find(({ value }) => value === picked)?.condition ?? null })
          }
        />
      )}
      <View className={at('action')}>
        <Rows>
          <SwitchRow title={words.required} on={field.isRequired} onChange={(isRequired) => onField({ isRequired })} />
          <SwitchRow
            title={words.sensitive}
            about={words.sensitiveAbout}
            on={field.isSensitive}
            onChange={(isSensitive) => onField({ isSensitive })}
          />
        </Rows>
      </View>
      <TextField
        kind="digits"
        label={words.purgeDays}
        hint={words.purgeHint}
        maxLength={3}
        value={field.purgeDays}
        problem={problem('purgeDays')}
        onChange={(purgeDays) => onField({ purgeDays })}
      />
    </View>
  );
}
