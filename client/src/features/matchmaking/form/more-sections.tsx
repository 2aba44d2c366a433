import { View } from '@tarojs/components';
import { occupationNames } from '@/occupation-words';
import { Chips } from '@/ui/chips';
import { FormSection } from '@/ui/form-section';
import { TextField } from '@/ui/text-field';
import { factNames, historyNames, shiftNames, weekdayName } from '../match-words';
import type { AboutFieldsProps } from './about-fields';
import type { FieldsProps } from './fact-field';
import { FactField, LinesFact, PickFact, choicesOf } from './fact-field';
import { formText as text } from './form-copy';
import { summaryOf } from './said-of';

const dayOptions = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayName(value) }));
const occupationChoices = choicesOf(occupationNames);
const shiftChoices = choicesOf(shiftNames);
const historyChoices = choicesOf(historyNames);
const childrenChoices = choicesOf({ no: text.no, yes: text.yes });

const workFacts = ['occupation', 'shift', 'restDays'] as const;

/** What one does, and when one is free. */
export function WorkSection({ draft, problems, onChange }: FieldsProps) {
  const shared = { draft, onChange };
  return (
    <FormSection
      title={text.work}
      summary={summaryOf(draft, workFacts)}
      fields={workFacts}
      problems={problems}
      startsOpen={false}
    >
      <PickFact
        {...shared}
        fact="occupation"
        choices={occupationChoices}
        value={draft.occupation}
        onPick={(occupation) => onChange({ occupation })}
      />
      <PickFact
        {...shared}
        fact="shift"
        choices={shiftChoices}
        value={draft.shift}
        onPick={(shift) => onChange({ shift })}
      />
      <FactField {...shared} fact="restDays" isSaid={draft.restDays.length > 0}>
        <Chips
          label={factNames.restDays}
          options={dayOptions}
          values={draft.restDays}
          onChange={(restDays) => onChange({ restDays })}
        />
      </FactField>
    </FormSection>
  );
}

/** What one would like to say oneself. */
export function WordsSection({ draft, problems, onChange }: FieldsProps) {
  const shared = { draft, onChange };
  return (
    <FormSection
      title={text.words}
      summary={summaryOf(draft, ['about', 'hopes', 'ages'])}
      fields={['about', 'hopes', 'agesFrom', 'agesUpTo']}
      problems={problems}
      startsOpen={false}
    >
      <LinesFact
        {...shared}
        fact="about"
        hint={text.aboutHint}
        problem={problems.about}
        value={draft.about}
        onType={(about) => onChange({ about })}
      />
      <LinesFact
        {...shared}
        fact="hopes"
        hint={text.hopesHint}
        problem={problems.hopes}
        value={draft.hopes}
        onType={(hopes) => onChange({ hopes })}
      />
      <FactField {...shared} fact="ages" isSaid={draft.agesFrom !== '' || draft.agesUpTo !== ''}>
        <TextField
          label={text.agesFrom}
          optional
          kind="digits"
          maxLength={2}
          problem={problems.agesFrom}
          value={draft.agesFrom}
          onChange={(agesFrom) => onChange({ agesFrom })}
        />
        <TextField
          label={text.agesUpTo}
          optional
          kind="digits"
          maxLength={2}
          problem={problems.agesUpTo}
          value={draft.agesUpTo}
          onChange={(agesUpTo) => onChange({ agesUpTo })}
        />
      </FactField>
    </FormSection>
  );
}

const marriageFacts = ['history', 'hasChildren'] as const;

/** Kept with a consent of its own, or not at all. */
export function MarriageSection({ draft, problems, onChange, mayBeSensitive }: AboutFieldsProps) {
  const shared = { draft, onChange };
  return (
    <FormSection
      title={text.marriage}
      summary={summaryOf(draft, marriageFacts)}
      fields={marriageFacts}
      problems={problems}
      startsOpen={false}
    >
      {mayBeSensitive ? (
        <View>
          <PickFact
            {...shared}
            fact="history"
            choices={historyChoices}
            value={draft.history}
            onPick={(history) => onChange({ history })}
          />
          <PickFact
            {...shared}
            fact="hasChildren"
            choices={childrenChoices}
            value={draft.hasChildren}
            onPick={(hasChildren) => onChange({ hasChildren })}
          />
        </View>
      ) : (
        <View>{text.sensitiveOff}</View>
      )}
    </FormSection>
  );
}
