import type { StationId } from '@contract/ids';
import type { Task } from '@contract/duty-upkeep';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { momentOf } from '../shift-words';
import { CloseForm } from './close-form';
import { IncidentLook } from './incident-look';
import { taskAbout, taskPhrases as words, taskTitle } from './tasks-copy';
import styles from './tasks.module.scss';
import { useClaiming } from './use-tasks';

const at = classes(styles);

export type TaskPanelProps = {
  readonly stationId: StationId;
  readonly task: Task;
  readonly now: number;
  readonly onChanged: () => void;
};

/** One thing to be done: who does it, and the way to say that it is done. */
export function TaskPanel({ stationId, task, now, onChanged }: TaskPanelProps) {
  const { key, kind, since, claimedBy } = task;
  const [isClosing, setClosing] = useState(false);
  const { busy, onClaim } = useClaiming(stationId, onChanged);
  const title = taskTitle(task);
  // Of an incident only staff read the words, and only they close it.
  const isTheirs = kind !== 'incident' || task.words !== null;
  const isSelf = claimedBy?.isSelf === true;
  return (
    <Panel title={title} tone={kind === 'expired' || kind === 'incident' ? 'warn' : 'plain'}>
      <View>{taskAbout(task)}</View>
      <View className={at('about')}>{words.since(momentOf(since, now))}</View>
      {kind === 'incident' && isTheirs ? <IncidentLook stationId={stationId} taskKey={key} now={now} /> : null}
      {claimedBy === null ? null : (
        <Tag tone={isSelf ? 'good' : 'info'}>{isSelf ? words.mine : words.claimedBy(claimedBy.calledName)}</Tag>
      )}
      {!isTheirs ? null : isClosing ? (
        <CloseForm stationId={stationId} task={task} onChanged={onChanged} onKeep={() => setClosing(false)} />
      ) : (
        <View className={at('acts')}>
          {claimedBy !== null && !isSelf ? null : (
            <View className={at('act')}>
              <Button
                kind="secondary"
                busy={busy}
                label={isSelf ? undefined : words.claimOf(title)}
                onPress={() => void onClaim(key, !isSelf)}
              >
                {isSelf ? words.unclaim : words.claim}
              </Button>
            </View>
          )}
          <View className={at('act')}>
            <Button
              kind={isSelf ? 'primary' : 'secondary'}
              label={words.closeOf(title)}
              onPress={() => setClosing(true)}
            >
              {words.close}
            </Button>
          </View>
        </View>
      )}
    </Panel>
  );
}
