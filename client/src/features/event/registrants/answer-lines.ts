import type { Answers, FormField } from '@contract/event-form';
import { registrantsText } from './registrants-copy';

type Questions = readonly Pick<FormField, 'fieldId' | 'label'>[];

/** What was answered, each under its question; a question that is gone keeps its short name. */
export const answerLines = (
  answers: Answers,
  questions: Questions,
): readonly { readonly label: string; readonly value: string }[] =>
  Object.entries(answers).map(([fieldId, answer]) => ({
    label: questions.find((question) => question.fieldId === fieldId)?.label ?? fieldId,
    value: answerText(answer),
  }));

function answerText(answer: Answers[string]): string {
  if (typeof answer === 'boolean') return answer ? registrantsText.yes : registrantsText.no;
  return typeof answer === 'object' ? answer.join('、') : String(answer);
}
