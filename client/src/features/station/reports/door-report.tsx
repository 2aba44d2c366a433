import type { OpenStatus } from '@contract/opening';
import { View } from '@tarojs/components';
import { useEffect, useId } from 'react';
import { Part } from '@/platform/elements';
import { toPart } from '@/platform/to-top';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { statusWords } from '../status-words';
import { reportWords } from './report-copy';
import styles from './reports.module.scss';
import type { Reporting, Says } from './use-report';

const at = classes(styles);

export type DoorReportProps = {
  readonly reporting: Reporting;
  readonly state: OpenStatus['state'];
  readonly now: number;
};

/** What one found at the door, told in two taps; at once what the map says now. */
export function DoorReport(props: DoorReportProps) {
  const { at: stands } = props.reporting.step;
  // Pages below lie in the same document, and a phone's selector knows no colons.
  const id = `report${useId().replace(/:/g, '')}`;
  useEffect(() => {
    // What appears after a press would else lie behind the buttons at the bottom.
    if (stands !== 'idle' && stands !== 'sending') toPart(id);
  }, [id, stands]);
  return (
    <View id={id}>
      <Step {...props} />
    </View>
  );
}

function Step({ reporting, state, now }: DoorReportProps) {
  const { step, said, onBegin, onSay, onKeep } = reporting;
  if (step.at === 'choosing') return <Choosing first={step.first} onSay={onSay} onKeep={onKeep} />;
  if (step.at === 'done') return <Thanks status={step.value.status} said={said} now={now} />;
  return (
    <View>
      {step.at === 'failed' ? (
        <Notice
          tone="warn"
          action={said === null ? undefined : { label: reportWords.again, onPress: () => onSay(said) }}
        >
          {step.text}
        </Notice>
      ) : null}
      {step.at === 'refused' ? <Notice tone="warn">{step.text}</Notice> : null}
      {state === 'closed' ? null : (
        <View className={at('button')}>
          <Button kind="secondary" busy={step.at === 'sending'} onPress={() => onBegin('locked')}>
            {reportWords.locked}
          </Button>
        </View>
      )}
      {state === 'open' ? null : (
        <View className={at('button')}>
          <Button kind="secondary" busy={step.at === 'sending'} onPress={() => onBegin('open')}>
            {reportWords.open}
          </Button>
        </View>
      )}
    </View>
  );
}

type ChoosingProps = { readonly first: Says; readonly onSay: (says: Says) => void; readonly onKeep: () => void };

function Choosing({ first, onSay, onKeep }: ChoosingProps) {
  const other: Says = first === 'locked' ? 'open' : 'locked';
  const label = { locked: reportWords.iAmAtLocked, open: reportWords.iAmAtOpen };
  return (
    <Panel title={reportWords.choose} tone="warn">
      <View className={at('button')}>
        <Button onPress={() => onSay(first)}>{label[first]}</Button>
      </View>
      <View className={at('button')}>
        <Button kind="secondary" onPress={() => onSay(other)}>
          {label[other]}
        </Button>
      </View>
      <View className={at('button')}>
        <Button kind="quiet" onPress={onKeep}>
          {reportWords.keep}
        </Button>
      </View>
      {/* Below what one comes for: with large type it would push the buttons out of sight. */}
      <View className={at('muted')}>{reportWords.chooseAbout}</View>
    </Panel>
  );
}

type ThanksProps = { readonly status: OpenStatus; readonly said: Says | null; readonly now: number };

function Thanks({ status, said, now }: ThanksProps) {
  const { short, reason } = statusWords(status, now);
  return (
    <Panel title={reportWords.thanks} tone="good">
      <Part role="status">
        <View className={at('line')}>{reportWords.now(short, reason)}</View>
        <View className={at('line')}>{said === 'locked' ? reportWords.told : reportWords.others}</View>
      </Part>
      <View className={at('button')}>
        <Button kind="secondary" onPress={() => go('ownReports')}>
          {reportWords.toOwn}
        </Button>
      </View>
    </Panel>
  );
}
