import { replaceWith } from '@/routes';
import type { AskedProps } from '@/ui/asked';
import { Asked } from '@/ui/asked';
import { Notice } from '@/ui/notice';
import { benchPhrases } from './bench-words';

/** Those that any page answers in its own way. */
const general: readonly string[] = ['sign-in-needed', 'not-allowed'];

/** A question of the matchmaker's; a no leads back to the bench, where the pledge is signed. */
export function BenchAsked<Value>(props: AskedProps<Value>) {
  const { question } = props;
  if (question.at !== 'refused' || general.includes(question.refusal)) return <Asked {...props} />;
  return (
    <Notice tone="info" action={{ label: benchPhrases.toBench, onPress: () => replaceWith('bench') }}>
      {question.text}
    </Notice>
  );
}
