import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { dayText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { useQuestion } from '@/use-question';
import styles from '../../duty/head.module.scss';
import { CallOffForm } from '../sitting-day/call-off-form';
import { sittingPhrases } from '../sitting-day/sitting-copy';
import { listSittingsRefusals, studioPhrases as words } from './studio-copy';

const at = classes(styles);

/** The days on which the studio sits, for whoever has to call one off and is no matchmaker: nobody's name is on them. */
export function StudioDays({ studioId }: { readonly studioId: UnionId }) {
  const { question, refresh } = useQuestion('matchmaking.listSittings', { studioId }, listSittingsRefusals);
  return (
    <Panel title={words.days}>
      <Asked question={question} skeletonRows={2}>
        {({ days }) =>
          days.length === 0 ? (
            <View>{words.noDays}</View>
          ) : (
            <Part role="list" label={words.days}>
              {days.map(({ day, isCalledOff }) => (
                <Part key={day} className={at('entry')} role="listitem">
                  <View className={at('name')}>{dayText(day)}</View>
                  {isCalledOff ? (
                    <View className={at('about')}>{words.calledOff}</View>
                  ) : (
                    <CallOffForm
                      studioId={studioId}
                      day={day}
                      booked={null}
                      label={sittingPhrases.callOffOf(dayText(day))}
                      onDone={refresh}
                    />
                  )}
                </Part>
              ))}
            </Part>
          )
        }
      </Asked>
    </Panel>
  );
}
