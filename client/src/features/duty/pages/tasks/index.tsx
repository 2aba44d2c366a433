import type { StationId } from '@contract/ids';
import { useRouter } from '@tarojs/taro';
import { stationIdIn } from '@/features/station/station-address';
import { go, replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { TaskList } from '../../tasks/task-list';
import { taskPhrases as words } from '../../tasks/tasks-copy';
import { useTasks } from '../../tasks/use-tasks';

/** What is to be done at a station, for those who see to it. */
export default function TasksPage() {
  const stationId = stationIdIn(useRouter().params);
  return (
    <Screen title={words.title}>
      {stationId === null ? (
        <Empty
          title={words.noStation}
          about={words.noStationAbout}
          action={{ label: words.toStations, onPress: () => replaceWith('stations') }}
        />
      ) : (
        <Tasks stationId={stationId} />
      )}
    </Screen>
  );
}

function Tasks({ stationId }: { readonly stationId: StationId }) {
  const { question, onChanged } = useTasks(stationId);
  return (
    <>
      <Asked question={question} skeletonRows={5}>
        {(list) => <TaskList stationId={stationId} list={list} onChanged={onChanged} />}
      </Asked>
      {question.at === 'refused' && question.refusal === 'not-for-you' ? (
        <Button onPress={() => go('stewardships', { id: stationId })}>{words.steward}</Button>
      ) : null}
    </>
  );
}
