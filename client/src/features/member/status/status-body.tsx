import type { EnrolmentView } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { SentBackNotice } from '../enrol/sent-back-notice';
import { callHotline } from '../hotline';
import { leftWords, stateWords, statusWords } from '../status-copy';
import { ClockPanel } from './clock-panel';
import { HistoryLine } from './history-line';
import { RefusedPanel } from './refused-panel';
import styles from './status-body.module.scss';

const at = classes(styles);

export type StatusBodyProps = { readonly view: EnrolmentView; readonly now: number };

/** Where an application stands: first what it means now, then how it came to this. */
export function StatusBody({ view, now }: StatusBodyProps) {
  return (
    <View>
      <Standing view={view} now={now} />
      <HistoryLine history={view.history} />
    </View>
  );
}

function Standing({ view, now }: StatusBodyProps) {
  const { title, about } = stateWords[view.state];
  switch (view.state) {
    case 'draft':
      return (
        <Empty title={title} about={about} action={{ label: statusWords.toEnrol.draft, onPress: () => go('enrol') }} />
      );
    case 'submitted':
      if (view.clock === null) return <Notice tone="info">{statusWords.onItsWay}</Notice>;
      return (
        <View>
          <ClockPanel clock={view.clock} now={now} />
          {now >= view.clock.dueAt ? (
            <View className={at('next')}>
              <Button kind="secondary" onPress={callHotline}>
                {statusWords.call}
              </Button>
            </View>
          ) : null}
        </View>
      );
    case 'refused':
      return <RefusedPanel view={view} />;
    case 'returned':
      return (
        <View>
          <SentBackNotice view={view} />
          <Way title={title} about={about} button={statusWords.toEnrol.returned} onPress={() => go('enrol')} />
        </View>
      );
    case 'approved':
      // An approved application can be written anew only by somebody who left.
      if (view.may.edit) return <Way {...leftWords} button={statusWords.toEnrol.again} onPress={() => go('enrol')} />;
      return <Way good title={title} about={about} button={statusWords.toCard} onPress={() => go('card')} />;
    case 'withdrawn':
      return <Way title={title} about={about} button={statusWords.toEnrol.again} onPress={() => go('enrol')} />;
  }
}

type WayProps = {
  readonly title: string;
  readonly about: string;
  readonly button: string;
  readonly onPress: () => void;
  readonly good?: boolean;
};

function Way({ title, about, button, onPress, good }: WayProps) {
  return (
    <Panel tone={good === true ? 'good' : 'accent'} title={title}>
      <View>{about}</View>
      <View className={at('button')}>
        <Button onPress={onPress}>{button}</Button>
      </View>
    </Panel>
  );
}
