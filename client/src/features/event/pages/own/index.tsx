import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { rememberAnswer } from '../../own/kept-own';
import { OwnEventRows } from '../../own/own-event-rows';
import { ownGroups } from '../../own/own-groups';
import { listOwnRefusals, listWords } from '../../own/own-list-copy';

/** Everything one registered for. */
export default function OwnEventsPage() {
  const { question, refresh } = useQuestion('event.listOwn', {}, listOwnRefusals);
  const now = Date.now();
  const answer = question.at === 'loaded' ? question.value : null;
  useEffect(() => {
    if (answer !== null) rememberAnswer(answer.registrations, Date.now());
  }, [answer]);
  return (
    <Screen title={listWords.title}>
      <Asked question={question} skeletonRows={5}>
        {({ registrations }) =>
          registrations.length === 0 ? (
            <Empty
              title={listWords.none}
              about={listWords.noneAbout}
              action={{ label: listWords.toEvents, onPress: () => go('events') }}
            />
          ) : (
            <View>
              {ownGroups(registrations, now).map((group) => (
                <OwnEventRows key={group.label} group={group} now={now} onChanged={() => void refresh()} />
              ))}
            </View>
          )
        }
      </Asked>
    </Screen>
  );
}
