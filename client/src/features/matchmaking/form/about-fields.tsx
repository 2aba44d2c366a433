import type { Interest } from '@contract/match-kind';
import { genders } from '@contract/match-kind';
import { View } from '@tarojs/components';
import { Chips } from '@/ui/chips';
import { Choices } from '@/ui/choices';
import { FormSection } from '@/ui/form-section';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { factNames, genderNames, interestNames, smokingNames } from '../match-words';
import type { FieldsProps } from './fact-field';
import { FactField, LineFact, PickFact, choicesOf } from './fact-field';
import { formText as text } from './form-copy';
import { MarriageSection, WordsSection, WorkSection } from './more-sections';
import { summaryOf } from './said-of';

/** So many may be named. */
const MOST_INTERESTS = 8;

const genderOptions = genders.map((value) => ({ value, label: genderNames[value] }));
const interestOptions = (Object.keys(interestNames) as Interest[]).map((value) => ({
  value,
  label: interestNames[value],
}));
const smokingChoices = choicesOf(smokingNames);

export type AboutFieldsProps = FieldsProps & {
  /** The consent to keep marriages before, children and such wishes is given. */
  readonly mayBeSensitive: boolean;
};

/** Who one is to the others: three things that are needed, and what one likes to tell beside. */
export function AboutFields(props: AboutFieldsProps) {
  return (
    <View>
      <BasicsPanel {...props} />
      <LifeSection {...props} />
      <WorkSection {...props} />
      <WordsSection {...props} />
      <MarriageSection {...props} />
    </View>
  );
}

function BasicsPanel({ draft, problems, onChange }: FieldsProps) {
  return (
    <Panel title={text.basics}>
      <View>{text.basicsAbout}</View>
      <TextField
        label={text.calledName}
        hint={text.calledNameHint}
        maxLength={8}
        problem={problems.calledName}
        value={draft.calledName}
        onChange={(calledName) => onChange({ calledName })}
      />
      <Choices
        label={text.gender}
        options={genderOptions}
        problem={problems.gender}
        value={draft.gender}
        onChange={(gender) => onChange({ gender })}
      />
      <FactField draft={draft} onChange={onChange} fact="age" isSaid>
        <TextField
          label={text.birthYear}
          hint={text.birthYearHint}
          kind="digits"
          maxLength={4}
          problem={problems.birthYear}
          value={draft.birthYear}
          onChange={(birthYear) => onChange({ birthYear })}
        />
      </FactField>
    </Panel>
  );
}

const lifeFacts = ['interests', 'street', 'hometown', 'smokes'] as const;

function LifeSection({ draft, problems, onChange }: FieldsProps) {
  const shared = { draft, onChange };
  return (
    <FormSection
      title={text.life}
      summary={summaryOf(draft, lifeFacts)}
      fields={lifeFacts}
      problems={problems}
      startsOpen
    >
      <FactField {...shared} fact="interests" isSaid={draft.interests.length > 0}>
        <Chips
          label={factNames.interests}
          hint={text.interestsHint}
          options={interestOptions}
          values={draft.interests}
          onChange={(interests) => onChange({ interests: interests.slice(0, MOST_INTERESTS) })}
        />
      </FactField>
      <LineFact
        {...shared}
        fact="street"
        hint={text.streetHint}
        problem={problems.street}
        value={draft.street}
        onType={(street) => onChange({ street })}
      />
      <LineFact
        {...shared}
        fact="hometown"
        hint={text.hometownHint}
        problem={problems.hometown}
        value={draft.hometown}
        onType={(hometown) => onChange({ hometown })}
      />
      <PickFact
        {...shared}
        fact="smokes"
        choices={smokingChoices}
        value={draft.smokes}
        onPick={(smokes) => onChange({ smokes })}
      />
    </FormSection>
  );
}
