import type { ApplicationView } from '@contract/application';
import type { CaseId } from '@contract/ids';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { classes } from '@/ui/classes';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Row, Rows } from '@/ui/rows';
import { caseText } from './case-copy';
import { CaseFacts } from './case-facts';
import styles from './case-sheet.module.scss';
import { actWords } from './copy';
import { EnrolmentDecision } from './enrolment-decision';
import { RevealPanel } from './reveal-panel';
import { TransferDecision } from './transfer-decision';
import type { Decision } from './use-decision';
import type { NextCase } from './use-next-case';
import type { Reveal } from './use-reveal';

const at = classes(styles);

export type CaseSheetProps = {
  readonly application: ApplicationView;
  readonly decision: Decision;
  readonly reveal: Reveal;
  readonly next: NextCase;
  readonly onOpen: (caseId: CaseId) => void;
  readonly onBack: (() => void) | undefined;
};

/** One case on one screen: who, where, what has happened, and what is decided. */
export function CaseSheet({ application, decision, reveal, next, onOpen, onBack }: CaseSheetProps) {
  const { history } = application;
  return (
    <View>
      <CaseFacts application={application} />
      <RevealPanel application={application} reveal={reveal} />
      {decision.news === null ? (
        <Deciding application={application} decision={decision} />
      ) : (
        <Outcome news={decision.news} next={next} onOpen={onOpen} onBack={onBack} />
      )}
      <Rows label={caseText.history.title}>
        {[...history].reverse().map(({ act, at: when, office, by }) => (
          <Row
            key={`${act}${when}`}
            title={actWords[act]}
            about={[momentText(when), office, by].filter(Boolean).join('，')}
          />
        ))}
      </Rows>
    </View>
  );
}

type DecidingProps = { readonly application: ApplicationView; readonly decision: Decision };

function Deciding({ application, decision }: DecidingProps) {
  const { open, may, kind, leftWhileSuspended } = application;
  if (!open) return <Notice tone="info">{caseText.decision.closedAbout}</Notice>;
  if (!may.decide) return <Notice tone="info">{caseText.decision.own}</Notice>;
  return (
    <View>
      {leftWhileSuspended ? (
        <Notice tone="warn" title={caseText.decision.leftSuspendedTitle}>
          {caseText.decision.leftSuspended}
        </Notice>
      ) : null}
      {kind === 'enrolment' ? (
        <EnrolmentDecision decision={decision} />
      ) : (
        <TransferDecision kind={kind} decision={decision} />
      )}
    </View>
  );
}

type OutcomeProps = {
  readonly news: NonNullable<Decision['news']>;
  readonly next: NextCase;
  readonly onOpen: (caseId: CaseId) => void;
  readonly onBack: (() => void) | undefined;
};

function Outcome({ news, next, onOpen, onBack }: OutcomeProps) {
  return (
    <View className={at('outcome')}>
      <Notice tone={news.tone}>{news.text}</Notice>
      {next.at === 'waiting' ? (
        <View className={at('action')}>
          <Button onPress={() => onOpen(next.next.caseId)}>{caseText.news.next(next.next.maskedName)}</Button>
        </View>
      ) : null}
      {next.at === 'none' ? <View className={at('about')}>{caseText.news.nextNone}</View> : null}
      {onBack === undefined ? null : (
        <View className={at('action')}>
          <Button kind="secondary" onPress={onBack}>
            {caseText.toQueue}
          </Button>
        </View>
      )}
    </View>
  );
}
