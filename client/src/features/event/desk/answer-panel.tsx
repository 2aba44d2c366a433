import type { CaseId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import { useAnswering } from './use-answering';

const at = classes(styles);
const words = deskText.answer;

export type AnswerPanelProps = {
  readonly caseId: CaseId;
  /** Somebody wrote words, which stand below. */
  readonly hasWords: boolean;
  readonly reread: () => Promise<void>;
};

/** Low ratings that await an answer of the union. Give it the case's id as key: each round has an answer of its own. */
export function AnswerPanel({ caseId, hasWords, reread }: AnswerPanelProps) {
  const { step, text, problem, onText, onSend } = useAnswering(caseId, reread);
  return (
    <Panel title={words.title} tone="warn">
      <View className={at('about')}>{words.about}</View>
      <View className={at('about')}>{hasWords ? words.read : words.none}</View>
      <TextArea label={words.text} hint={words.hint} maxLength={200} value={text} problem={problem} onChange={onText} />
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button busy={step.at === 'sending'} onPress={onSend}>
          {words.send}
        </Button>
      </View>
    </Panel>
  );
}
