import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Row, Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { usePages } from '@/use-pages';
import { lookLines } from '../../looks/look-lines';
import { looksText as text } from '../../looks/looks-copy';
import { lookNames } from '../../match-states';
import styles from '../../match.module.scss';

const at = classes(styles);

/** Every look of every matchmaker at one's profile, latest first. */
export default function LooksPage() {
  const { question, more } = usePages('matchmaking.listLooks');
  const empty = (
    <Empty title={text.none} about={text.noneAbout} action={{ label: text.toStudio, onPress: () => go('studio') }} />
  );
  return (
    <Screen title={text.title}>
      <View className={at('about')}>{text.about}</View>
      <Asked question={question} empty={empty} skeletonRows={5}>
        {(looks) => (
          <View>
            <Rows>
              {lookLines(looks).map(({ at: seenAt, act, by, times }, nth) => (
                <Row
                  key={`${seenAt} ${nth}`}
                  title={lookNames[act]}
                  about={`${momentText(seenAt)}，${by}`}
                  value={times === 1 ? undefined : text.times(times)}
                />
              ))}
            </Rows>
            <MoreButton more={more} />
          </View>
        )}
      </Asked>
    </Screen>
  );
}
