import type { Answers, FormField } from '@contract/event-form';
import type { EventDetail } from '@contract/event-view';
import { Checks, Choices } from '@/ui/choices';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { PickField } from '@/ui/pick-field';
import { TextField } from '@/ui/text-field';
import { fieldsAsked } from './draft';
import { formWords } from './register-copy';
import type { Registering } from './use-registering';

/** More options than this are picked from a wheel. */
const MOST_ROWS = 6;

export type QuestionFieldsProps = { readonly event: EventDetail; readonly registering: Registering };

/** What the organiser asks, as far as the answers before lead to it. */
export function QuestionFields({ event, registering }: QuestionFieldsProps) {
  const { draft, onChange, problems } = registering;
  const asked = fieldsAsked(event.fields, draft.answers);
  if (asked.length === 0) return null;
  return (
    <Panel title={formWords.questions}>
      {asked.map((field) => (
        <Question
          key={field.fieldId}
          field={field}
          answer={draft.answers[field.fieldId]}
          problem={problems[`answers.${field.fieldId}`]}
          onAnswer={(answer) => onChange({ answers: { ...draft.answers, [field.fieldId]: answer } })}
        />
      ))}
    </Panel>
  );
}

type QuestionProps = {
  readonly field: FormField;
  readonly answer: Answers[string] | undefined;
  readonly problem: string | undefined;
  readonly onAnswer: (answer: Answers[string]) => void;
};

function Question({ field, answer, problem, onAnswer }: QuestionProps) {
  const { label, kind, options, isRequired } = field;
  const words = { label, hint: hintOf(field), problem, optional: !isRequired };
  const chosen = typeof answer === 'string' ? answer : null;
  const asOptions = options.map((value) => ({ value, label: value }));
  switch (kind) {
    case 'text':
    case 'number':
      return (
        <TextField
          {...words}
          kind={kind === 'number' ? 'digits' : 'text'}
          maxLength={kind === 'number' ? 10 : 300}
          value={chosen ?? ''}
          onChange={onAnswer}
        />
      );
    case 'yes-no':
      return (
        <Choices
          {...words}
          options={[
            { value: 'yes', label: formWords.yes },
            { value: 'no', label: formWords.no },
          ]}
          value={typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : null}
          onChange={(value) => onAnswer(value === 'yes')}
        />
      );
    case 'choice':
      return options.length > MOST_ROWS ? (
        <PickField {...words} options={asOptions} value={chosen} placeholder={formWords.pick} onChange={onAnswer} />
      ) : (
        <Choices {...words} options={asOptions} value={chosen} onChange={onAnswer} />
      );
    case 'choices':
      return (
        <Field {...words}>
          <Checks
            options={asOptions}
            values={Array.isArray(answer) ? answer : []}
            onChange={(values) => onAnswer([...values])}
          />
        </Field>
      );
  }
}

const hintOf = ({ isSensitive, purgeDays }: FormField): string =>
  [isSensitive ? formWords.sensitive : null, formWords.purge(purgeDays)].filter(Boolean).join('；');
