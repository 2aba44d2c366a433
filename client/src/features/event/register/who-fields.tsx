import type { EventDetail } from '@contract/event-view';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Checks, Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { ageWords } from '../detail/event-copy';
import { groupName } from '../event-words';
import { sexesAsked } from './draft';
import { formWords } from './register-copy';
import styles from './register.module.scss';
import type { Registering } from './use-registering';

const at = classes(styles);

type FieldsProps = { readonly event: EventDetail; readonly registering: Registering };

/** Oneself. */
export function WhoFields({ event, registering }: FieldsProps) {
  const { draft, onChange, problems } = registering;
  const sexes = sexesAsked(event);
  const { age } = event.audience;
  return (
    <Panel title={formWords.who}>
      <TextField
        label={formWords.name}
        hint={formWords.nameHint}
        value={draft.name}
        problem={problems['name']}
        onChange={(name) => onChange({ name })}
      />
      {sexes.length === 0 ? null : (
        <Choices
          label={formWords.sex}
          options={sexes.map((value) => ({ value, label: groupName(value) }))}
          value={draft.quota}
          problem={problems['quota']}
          onChange={(quota) => onChange({ quota })}
        />
      )}
      {age === null ? null : (
        <Field label={formWords.ageTitle} problem={problems['saysAge']}>
          <Checks
            options={[{ value: 'yes', label: formWords.ageTick(ageWords(age)) }]}
            values={draft.saysAge ? ['yes'] : []}
            onChange={(values) => onChange({ saysAge: values.length > 0 })}
          />
        </Field>
      )}
    </Panel>
  );
}

/** One's children, one after the other. */
export function ChildFields({ event, registering }: FieldsProps) {
  const { draft, onChange, problems } = registering;
  const { family } = event;
  if (family === null) return null;
  const { children } = draft;
  const change = (nth: number, part: Partial<Registering['draft']['children'][number]>) =>
    onChange({ children: children.map((child, other) => (other === nth ? { ...child, ...part } : child)) });
  return (
    <Panel title={formWords.children}>
      <View className={at('about')}>{`${formWords.childAge(family)}，${formWords.most(family.mostChildren)}`}</View>
      {children.map((child, nth) => (
        <View key={nth} className={at('child')}>
          <TextField
            label={`${formWords.child(nth + 1)}：${formWords.childName}`}
            hint={formWords.childNameHint}
            value={child.name}
            maxLength={20}
            problem={problems[`children.${nth}.name`]}
            onChange={(name) => change(nth, { name })}
          />
          <TextField
            label={`${formWords.child(nth + 1)}：${formWords.age}`}
            kind="digits"
            maxLength={2}
            value={child.age}
            problem={problems[`children.${nth}.age`]}
            onChange={(age) => change(nth, { age })}
          />
          <Button
            kind="quiet"
            label={`${formWords.removeChild}：${formWords.child(nth + 1)}`}
            onPress={() => onChange({ children: children.filter((_, other) => other !== nth) })}
          >
            {formWords.removeChild}
          </Button>
        </View>
      ))}
      {children.length >= family.mostChildren ? null : (
        <Button kind="secondary" onPress={() => onChange({ children: [...children, { name: '', age: '' }] })}>
          {formWords.addChild}
        </Button>
      )}
    </Panel>
  );
}

/** Of the guardian, apart from everything else. */
export function GuardianConsent({ registering }: { readonly registering: Registering }) {
  const { draft, onChange, problems } = registering;
  if (draft.children.length === 0) return null;
  return (
    <Panel title={formWords.consentTitle}>
      {formWords.consentText.map((line) => (
        <View key={line} className={at('line')}>
          {line}
        </View>
      ))}
      <Field label={formWords.consentTitle} problem={problems['guardianConsent']}>
        <Checks
          options={[{ value: 'yes', label: formWords.consentTick }]}
          values={draft.isConsented ? ['yes'] : []}
          onChange={(values) => onChange({ isConsented: values.length > 0 })}
        />
      </Field>
    </Panel>
  );
}
