import type { Skill } from '@contract/duty-kind';
import { View } from '@tarojs/components';
import { StationField } from '@/features/station/find/station-field';
import { Heading } from '@/platform/elements';
import { Checks } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { skillNames } from '../duty-words';
import type { Joining } from './use-joining';
import { formPhrases, termSections } from './volunteer-copy';
import styles from './volunteer.module.scss';

const at = classes(styles);

const skillOptions = (Object.keys(skillNames) as Skill[]).map((value) => ({ value, label: skillNames[value] }));

type FieldsProps = { readonly joining: Joining };

/** Who one is to colleagues, where, and what one can do. */
export function VolunteerFields({ joining }: FieldsProps) {
  const { draft, onChange, problems } = joining;
  return (
    <Panel title={formPhrases.fill}>
      <TextField
        label={formPhrases.calledName}
        hint={formPhrases.calledNameHint}
        problem={problems['calledName']}
        value={draft.calledName}
        maxLength={12}
        onChange={(calledName) => onChange({ calledName })}
      />
      <StationField
        label={formPhrases.station}
        station={draft.station}
        problem={problems['stationId']}
        onChange={(station) => onChange({ station })}
      />
      <TextField
        label={formPhrases.birthYear}
        hint={formPhrases.birthYearHint}
        kind="digits"
        problem={problems['birthYear']}
        value={draft.birthYear}
        maxLength={4}
        onChange={(birthYear) => onChange({ birthYear })}
      />
      <Checks
        label={formPhrases.skills}
        options={skillOptions}
        values={draft.skills}
        onChange={(skills) => onChange({ skills })}
      />
      <Checks
        options={[{ value: 'thanks', label: formPhrases.thanks, about: formPhrases.thanksAbout }]}
        values={draft.thanks ? ['thanks'] : []}
        onChange={(values) => onChange({ thanks: values.length > 0 })}
      />
    </Panel>
  );
}

/** What one agrees to, before one does. */
export function Terms({ joining }: FieldsProps) {
  const { draft, onChange, problems } = joining;
  return (
    <Panel title={formPhrases.terms}>
      {termSections.map(({ label, points }) => (
        <View key={label} className={at('section')}>
          <Heading level={3} className={at('label')}>
            {label}
          </Heading>
          {points.map((point) => (
            <View key={point} className={at('point')}>
              {point}
            </View>
          ))}
        </View>
      ))}
      <Field label={formPhrases.agree} problem={problems['agrees']}>
        <Checks
          options={[{ value: 'agrees', label: formPhrases.agree }]}
          values={draft.agrees ? ['agrees'] : []}
          onChange={(values) => onChange({ agrees: values.length > 0 })}
        />
      </Field>
    </Panel>
  );
}
