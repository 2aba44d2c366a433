import type { MatchAnswer } from '@contract/match-kind';
import type { ProposalView } from '@contract/match-proposal';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import styles from '../match.module.scss';
import { proposalText as text } from './proposal-copy';
import type { Answering } from './use-answering';

const at = classes(styles);

/** What answering means, and what one answered. */
export function AnswerPanel({ proposal, answer, isBusy, onAnswer }: Answering & { readonly proposal: ProposalView }) {
  const { revealsAt } = proposal;
  if (answer === null) {
    return (
      <Panel title={text.waitingTitle}>
        <View className={at('text')}>{text.waiting}</View>
      </Panel>
    );
  }
  return (
    <Panel title={text.answerTitle}>
      <View className={at('text')}>{text.secret(momentText(revealsAt))}</View>
      <View className={at('about')}>{text.answered[answer]}</View>
      {answer === 'none' ? null : (
        <View className={at('gap')}>
          <Button kind="quiet" disabled={isBusy} onPress={() => onAnswer('none')}>
            {text.unanswer}
          </Button>
        </View>
      )}
    </Panel>
  );
}

/** Both alike, whichever was chosen. */
export const AnswerButtons = ({ answer, step, isBusy, onAnswer }: Answering & { readonly answer: MatchAnswer }) => (
  <View>
    <DeedNotice step={step} />
    <View className={at('buttons')}>
      {(['no', 'yes'] as const).map((each) => {
        const name = text.answers[each];
        const isChosen = answer === each;
        return (
          <View key={each} className={at('on')}>
            <Button
              kind="secondary"
              disabled={isBusy}
              label={isChosen ? text.chosenSpoken(name) : name}
              onPress={() => onAnswer(each)}
            >
              {isChosen ? text.chosen(name) : name}
            </Button>
          </View>
        );
      })}
    </View>
  </View>
);
