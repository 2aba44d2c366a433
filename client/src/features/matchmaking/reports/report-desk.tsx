import type { WishId } from '@contract/ids';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Column, Columns } from '@/ui/columns';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { MatchPhoto } from '../match-photo';
import { reportReasonNames, reportStateWords } from '../match-states';
import { calledText } from '../match-words';
import { PersonCard } from '../person-card';
import { DecideForm } from './decide-form';
import { ReadmitPanel } from './readmit-panel';
import { reportPhrases as words, showRefusals } from './reports-copy';
import { UnknownReport } from './unknown-report';

const at = classes(styles);
type Shown = ValueFor<'matchmaking.showReport'>;

/** One report, with what was shown to whoever reported; who that was stays unsaid. */
export function ReportDesk({ reportId }: { readonly reportId: WishId }) {
  const { question, refresh } = useQuestion('matchmaking.showReport', { reportId }, showRefusals);
  if (question.at === 'refused' && question.refusal !== 'sign-in-needed') {
    return <UnknownReport why={question.text} />;
  }
  return (
    <Asked question={question} skeletonRows={6}>
      {(shown) => (
        <Columns>
          <Column>
            <What shown={shown} />
          </Column>
          <Column>
            {shown.card !== null ? (
              <PersonCard card={shown.card} title={words.card} />
            ) : shown.words === '' ? null : (
              <View className={at('about')}>{words.noCard}</View>
            )}
            {shown.report.state === 'open' ? (
              <DecideForm reportId={reportId} name={calledText(shown.calledName)} onDecided={refresh} />
            ) : null}
            {shown.report.state === 'removed' ? (
              <ReadmitPanel reportId={reportId} name={calledText(shown.calledName)} onReadmitted={refresh} />
            ) : null}
          </Column>
        </Columns>
      )}
    </Asked>
  );
}

function What({ shown }: { readonly shown: Shown }) {
  const { report, words: said, photo, calledName, earlier, isStillThere, answer } = shown;
  const { text, tone } = reportStateWords[report.state];
  return (
    <Panel title={reportReasonNames[report.reason]}>
      <Tag tone={tone}>{text}</Tag>
      <View className={at('line')}>{words.about(calledText(calledName))}</View>
      <View className={at('about')}>{words.said}</View>
      <View>{said === '' ? words.saidNoMore : said}</View>
      {photo === null ? null : <MatchPhoto photo={photo} isBlurred={false} label={words.photo} />}
      <Facts
        items={[
          { label: words.studio, value: report.studioName },
          { label: words.at, value: momentText(report.at) },
          { label: words.earlier, value: words.times(earlier) },
          { label: words.there, value: isStillThere ? words.isThere : words.isGone },
          ...(answer === null ? [] : [{ label: words.answered, value: answer }]),
        ]}
      />
    </Panel>
  );
}
