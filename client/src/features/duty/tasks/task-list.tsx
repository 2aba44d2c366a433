import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Heading } from '@/platform/elements';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import type { ValueFor } from '@/use-question';
import { momentOf } from '../shift-words';
import { TaskPanel } from './task-panel';
import { doneText, taskPhrases as words } from './tasks-copy';

export type TaskListProps = {
  readonly stationId: StationId;
  readonly list: ValueFor<'duty.listTasks'>;
  readonly onChanged: () => void;
};

/** Everything to be done at a station, the gravest first, and what was done last. */
export function TaskList({ stationId, list: { stationName, tasks, done }, onChanged }: TaskListProps) {
  const now = Date.now();
  return (
    <View>
      <Heading level={2}>{stationName}</Heading>
      {tasks.length === 0 ? <Empty title={words.none} about={words.noneAbout} /> : null}
      {tasks.map((task) => (
        <TaskPanel key={task.key} stationId={stationId} task={task} now={now} onChanged={onChanged} />
      ))}
      {done.length === 0 ? null : (
        <Rows label={words.done}>
          {done.map(({ key, about, calledName, at }) => (
            <Row key={`${key}${at}`} title={doneText(key, about)} about={words.doneBy(calledName, momentOf(at, now))} />
          ))}
        </Rows>
      )}
    </View>
  );
}
