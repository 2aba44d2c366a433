import type { Answers, FormField } from '@contract/event-form';
import type { QuotaGroup } from '@contract/event-kind';
import type { EventDetail, EventViewer } from '@contract/event-view';
import { problemWords } from '@/answer-words';
import { formWords } from './register-copy';

/** What is being filled in. Numbers stay as typed until they are sent. */
export type Draft = {
  readonly name: string;
  readonly quota: QuotaGroup | null;
  readonly children: readonly { readonly name: string; readonly age: string }[];
  readonly isConsented: boolean;
  readonly saysAge: boolean;
  readonly answers: Answers;
};

export const emptyDraft = (event: EventDetail, viewer: EventViewer): Draft => ({
  name: viewer.name ?? '',
  quota: null,
  children: event.family === null ? [] : [{ name: '', age: '' }],
  isConsented: false,
  saysAge: false,
  answers: {},
});

/** Places that are for men or for women are asked for by who one says one is; nobody else is asked. */
export const sexesAsked = ({ quotas }: EventDetail): readonly QuotaGroup[] =>
  quotas.map(({ group }) => group).filter((group) => group === 'men' || group === 'women');

/** The questions that the answers so far lead to; one that is itself not asked leads nowhere. */
export function fieldsAsked(fields: readonly FormField[], answers: Answers): readonly FormField[] {
  const asked = new Set<string>();
  return fields.filter(({ fieldId, askedIf }) => {
    const leads =
      askedIf === null || (asked.has(askedIf.fieldId) && isAnswer(answers[askedIf.fieldId], askedIf.answer));
    if (leads) asked.add(fieldId);
    return leads;
  });
}

const isAnswer = (given: Answers[string] | undefined, wanted: string | boolean): boolean =>
  Array.isArray(given) ? given.some((option) => option === wanted) : given === wanted;

/** The answers as the server reads them: of what is asked alone, numbers as numbers, nothing where nothing was said. */
export function answersToSend(fields: readonly FormField[], answers: Answers): Answers {
  const given = fieldsAsked(fields, answers).map(({ fieldId, kind }) => {
    const answer = answers[fieldId];
    const said = typeof answer === 'string' ? answer.trim() : answer;
    if (said === undefined || said === '' || (Array.isArray(said) && said.length === 0)) return null;
    return [fieldId, kind === 'number' ? Number(said) : said] as const;
  });
  return Object.fromEntries(given.filter((entry) => entry !== null));
}

/** What is wrong before anything is sent, by the paths under which the server would say it. */
export function problemsOf(draft: Draft, event: EventDetail): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  if (Array.from(draft.name.trim()).length < 2) found['name'] = problemWords.missing;
  if (sexesAsked(event).length > 0 && draft.quota === null) found['quota'] = problemWords.choice;
  draft.children.forEach(({ name, age }, nth) => {
    if (name.trim() === '') found[`children.${nth}.name`] = problemWords.missing;
    const problem = ageProblem(age, event);
    if (problem !== null) found[`children.${nth}.age`] = problem;
  });
  if (draft.children.length > 0 && !draft.isConsented) found['guardianConsent'] = formWords.consentMissing;
  if (event.audience.age !== null && !draft.saysAge) found['saysAge'] = formWords.ageMissing;
  for (const field of fieldsAsked(event.fields, draft.answers)) {
    const problem = answerProblem(field, answersToSend([{ ...field, askedIf: null }], draft.answers)[field.fieldId]);
    if (problem !== null) found[`answers.${field.fieldId}`] = problem;
  }
  return found;
}

function ageProblem(typed: string, { family }: EventDetail): string | null {
  const age = Number(typed);
  if (!/^\d{1,2}$/.test(typed.trim())) return problemWords.missing;
  if (family === null || (age >= family.ageFrom && age <= family.ageUpTo)) return null;
  return formWords.childAge(family);
}

function answerProblem({ kind, isRequired }: FormField, answer: Answers[string] | undefined): string | null {
  if (answer === undefined) return isRequired ? problemWords.missing : null;
  return kind === 'number' && !Number.isFinite(answer) ? formWords.number : null;
}
