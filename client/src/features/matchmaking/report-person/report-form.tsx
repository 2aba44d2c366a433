import type { ProposalId } from '@contract/ids';
import { View } from '@tarojs/components';
import { replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import { TextArea } from '@/ui/text-area';
import { MatchPhoto } from '../match-photo';
import styles from '../match.module.scss';
import { Points } from '../points';
import { proposalText } from '../proposal/proposal-copy';
import { MOST_WORDS, reasonOptions, reportText as text } from './report-copy';
import type { Reporting } from './use-reporting';
import { useReporting } from './use-reporting';

const at = classes(styles);

/** What happened, in one's own words; who reads it is said before anything is asked. */
export function ReportForm({ proposalId }: { readonly proposalId: ProposalId }) {
  const reporting = useReporting(proposalId);
  const { step, reason, words, reasonProblem, wordsProblem, onReason, onWords, onSend } = reporting;
  if (step.at === 'done') {
    return (
      <Screen title={text.title}>
        <Empty
          title={text.done}
          about={text.doneAbout}
          action={{ label: proposalText.toList, onPress: () => replaceWith('myProposals') }}
        />
      </Screen>
    );
  }
  return (
    <Screen
      title={text.title}
      footer={
        <Button busy={step.at === 'sending'} onPress={onSend}>
          {text.send}
        </Button>
      }
    >
      <Panel title={text.whoTitle}>
        <Points points={text.who} />
        <View className={at('about')}>{text.danger}</View>
      </Panel>
      <Panel title={text.saidTitle}>
        <Choices
          label={text.reason}
          options={reasonOptions}
          value={reason}
          problem={reasonProblem}
          onChange={onReason}
        />
        <TextArea
          label={text.words}
          hint={text.wordsHint}
          value={words}
          maxLength={MOST_WORDS}
          problem={wordsProblem}
          onChange={onWords}
        />
      </Panel>
      <PicturePanel {...reporting} />
      <DeedNotice step={step} />
    </Screen>
  );
}

function PicturePanel({ photo, trouble, step, onPick, onDrop }: Reporting) {
  const isBusy = step.at === 'sending';
  return (
    <Panel title={text.photoTitle}>
      <View className={at('text')}>{text.photoAbout}</View>
      {photo === null ? null : <MatchPhoto photo={photo} isBlurred={false} label={text.photo} />}
      {trouble === null ? null : <Notice tone="warn">{trouble}</Notice>}
      <View className={at('gap', 'buttons')}>
        <View className={at('on')}>
          <Button kind="secondary" disabled={isBusy} onPress={onPick}>
            {photo === null ? text.pick : text.again}
          </Button>
        </View>
        {photo === null ? null : (
          <View className={at('on')}>
            <Button kind="secondary" disabled={isBusy} onPress={onDrop}>
              {text.drop}
            </Button>
          </View>
        )}
      </View>
    </Panel>
  );
}
