import { View } from '@tarojs/components';
import { dayOf } from '@/features/event/event-time';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Row, Rows } from '@/ui/rows';
import { usePages } from '@/use-pages';
import { gapWords } from '../board/board-copy';
import styles from '../head.module.scss';
import { whenOf } from '../shift-words';
import { useMinute } from '../use-minute';
import { gapsPhrases as words } from './gaps-copy';

const at = classes(styles);

/** Shifts at all stations of a head that still want somebody, the soonest first. */
export function GapsList() {
  const { question, more } = usePages('duty.listGaps');
  const now = useMinute();
  const action = { label: words.toStations, onPress: () => go('ownStations') };
  return (
    <View>
      <Asked
        question={question}
        skeletonRows={6}
        empty={<Empty title={words.none} about={words.noneAbout} action={action} />}
      >
        {(gaps) => (
          <View>
            <View className={at('about')}>{words.about}</View>
            <Rows label={words.list}>
              {gaps.map(({ shift, ...gap }) => {
                const { text, tone } = gapWords(gap);
                const { shiftId, stationId, stationName, title, startsAt } = shift;
                return (
                  <Row
                    key={shiftId}
                    title={whenOf(shift, now)}
                    about={`${text} · ${title} · ${stationName}`}
                    tone={tone === 'danger' ? 'danger' : 'plain'}
                    onPress={() => go('dutyBoard', { id: stationId, day: dayOf(startsAt) })}
                  />
                );
              })}
            </Rows>
          </View>
        )}
      </Asked>
      <MoreButton more={more} />
    </View>
  );
}
