import type { Occupation } from '@contract/occupation';
import { View } from '@tarojs/components';
import { Chips } from '@/ui/chips';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Problem } from '@/ui/field';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextField } from '@/ui/text-field';
import type { TermsEditing } from './editing';
import { formText } from './form-copy';
import { occupationNames } from '@/occupation-words';
import { whoNames } from './form-names';
import styles from './form.module.scss';
import type { AudienceDraft, FamilyDraft } from './terms-draft';

const at = classes(styles);
const occupations = Object.keys(occupationNames) as readonly Occupation[];
const everyWho = Object.keys(whoNames) as readonly AudienceDraft['who'][];

/** Whom it is for: by membership, by what they do, by age. */
export function AudienceFields({ editing: { draft, problems, onChange } }: { readonly editing: TermsEditing }) {
  const words = formText.audience;
  const { audience } = draft;
  const set = (part: Partial<AudienceDraft>) => onChange({ audience: { ...audience, ...part } });
  return (
    <View>
      <Choices
        label={words.who}
        options={everyWho.map((value) => ({ value, ...whoNames[value] }))}
        value={audience.who}
        onChange={(who) => set({ who })}
      />
      <Chips
        label={words.occupations}
        hint={words.occupationsHint}
        options={occupations.map((value) => ({ value, label: occupationNames[value] }))}
        values={audience.occupations}
        onChange={(chosen) => set({ occupations: chosen })}
      />
      <View className={at('action')}>
        <Rows>
          <SwitchRow
            title={words.age}
            about={words.ageAbout}
            on={audience.hasAge}
            onChange={(hasAge) => set({ hasAge })}
          />
        </Rows>
      </View>
      {audience.hasAge ? (
        <Ages
          from={{ label: words.ageFrom, value: audience.ageFrom }}
          upTo={{ label: words.ageUpTo, value: audience.ageUpTo }}
          problem={problems['audience.age']}
          onFrom={(ageFrom) => set({ ageFrom })}
          onUpTo={(ageUpTo) => set({ ageUpTo })}
        />
      ) : null}
    </View>
  );
}

/** One adult with children: together or not at all. */
export function FamilyFields({ editing: { draft, problems, onChange } }: { readonly editing: TermsEditing }) {
  const words = formText.family;
  const { family } = draft;
  const set = (part: Partial<FamilyDraft>) => onChange({ family: { ...family, ...part } });
  return (
    <View>
      <View className={at('action')}>
        <Rows>
          <SwitchRow title={words.on} about={words.onAbout} on={family.isOn} onChange={(isOn) => set({ isOn })} />
        </Rows>
      </View>
      {family.isOn ? (
        <View>
          <TextField
            kind="digits"
            label={words.mostChildren}
            maxLength={1}
            value={family.mostChildren}
            problem={problems['family.mostChildren']}
            onChange={(mostChildren) => set({ mostChildren })}
          />
          <Ages
            from={{ label: words.ageFrom, value: family.ageFrom }}
            upTo={{ label: words.ageUpTo, value: family.ageUpTo }}
            problem={problems['family.ageFrom'] ?? problems['family.ageUpTo']}
            onFrom={(ageFrom) => set({ ageFrom })}
            onUpTo={(ageUpTo) => set({ ageUpTo })}
          />
        </View>
      ) : null}
      <Problem>{problems['family']}</Problem>
    </View>
  );
}

type AgeEnd = { readonly label: string; readonly value: string };
type AgesProps = {
  readonly from: AgeEnd;
  readonly upTo: AgeEnd;
  readonly problem: string | undefined;
  readonly onFrom: (text: string) => void;
  readonly onUpTo: (text: string) => void;
};

function Ages({ from, upTo, problem, onFrom, onUpTo }: AgesProps) {
  return (
    <View>
      <View className={at('pair')}>
        <View className={at('half')}>
          <TextField kind="digits" label={from.label} maxLength={3} value={from.value} onChange={onFrom} />
        </View>
        <View className={at('half')}>
          <TextField kind="digits" label={upTo.label} maxLength={3} value={upTo.value} onChange={onUpTo} />
        </View>
      </View>
      <Problem>{problem}</Problem>
    </View>
  );
}
