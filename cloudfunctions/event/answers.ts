import type { Answers, FormField } from '../../types/event-form';
import type { FieldProblem, ProblemCode, Result } from '../../types/result';
import { agree, refuse } from '../../types/result';

type Answer = Answers[string];

/**
 * What a registration form was answered, as it may be kept: of the questions that were asked, and of nothing else.
 *
 * Answers to questions that do not exist, or that the earlier answers left unasked, are dropped: nobody keeps what was
 * not asked for. Text is text: markup stays as it was typed and is shown as such.
 *
 * Refused with a problem for each field under `answers.<field>`.
 */
export function checkAnswers(fields: readonly FormField[], answers: Answers): Result<Answers, 'answers-incomplete'> {
  const kept = new Map<string, Answer>();
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    if (!isAsked(field, kept)) continue;
    const answer = tidied(answerTo(field, answers));
    if (answer === null) {
      if (field.isRequired) problems.push(problemWith(field, 'missing'));
      continue;
    }
    const problem = problemOf(field, answer);
    if (problem === null) kept.set(field.fieldId, answer);
    else problems.push(problemWith(field, problem));
  }
  return problems.length > 0 ? refuse('answers-incomplete', problems) : agree(Object.fromEntries(kept));
}

/** Longest text of an answer. Characters, as the contract counts them. */
const MOST_TEXT = 300;
/** Largest number, either side of zero: ages, sizes, years and amounts lie far below. */
const MOST_NUMBER = 1_000_000_000;
/** Nothing that cannot be seen, but line breaks. */
const visible = /^(?:[^\p{C}\u2028\u2029]|\n)*$/u;

/** Whether earlier answers lead to a question; one that was itself not asked leads nowhere. */
function isAsked({ askedIf }: FormField, kept: ReadonlyMap<string, Answer>): boolean {
  if (askedIf === null) return true;
  const answer = kept.get(askedIf.fieldId);
  if (answer === undefined) return false;
  if (Array.isArray(answer)) return answer.some((option) => option === askedIf.answer);
  return answer === askedIf.answer || (typeof answer === 'number' && String(answer) === askedIf.answer);
}

const answerTo = ({ fieldId }: FormField, answers: Answers): Answer | null =>
  Object.hasOwn(answers, fieldId) ? (answers[fieldId] ?? null) : null;

/** null where nothing was said. */
function tidied(answer: Answer | null): Answer | null {
  if (typeof answer === 'string') return answer.replace(/\r\n?/g, '\n').trim() || null;
  if (Array.isArray(answer)) return answer.length === 0 ? null : [...new Set(answer)];
  return answer;
}

function problemOf({ kind, options }: FormField, answer: Answer): ProblemCode | null {
  switch (kind) {
    case 'text':
      if (typeof answer !== 'string') return 'format';
      if (answer.length > MOST_TEXT) return 'too-long';
      return visible.test(answer) ? null : 'characters';
    case 'number':
      return typeof answer === 'number' && Math.abs(answer) <= MOST_NUMBER ? null : 'format';
    case 'yes-no':
      return typeof answer === 'boolean' ? null : 'choice';
    case 'choice':
      return typeof answer === 'string' && options.includes(answer) ? null : 'choice';
    case 'choices':
      return Array.isArray(answer) && answer.every((option) => options.includes(option)) ? null : 'choice';
  }
}

const problemWith = ({ fieldId }: FormField, problem: ProblemCode): FieldProblem => ({
  path: `answers.${fieldId}`,
  problem,
});
