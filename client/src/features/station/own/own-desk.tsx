import type { SelfView } from '@contract/member';
import { View } from '@tarojs/components';
import { useWideWindow } from '@/platform/wide-window';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Row, Rows } from '@/ui/rows';
import { useQuestion } from '@/use-question';
import { ownText } from './own-copy';
import { OwnList } from './own-list';
import styles from './own.module.scss';
import { useOwnStations } from './use-own-stations';

const at = classes(styles);

type Role = SelfView['roles'][number]['role'];
const editors: readonly Role[] = ['station-head', 'clerk', 'administrator'];
/** Tables of all of a union's stations are the clerks'. */
const keepers: readonly Role[] = ['clerk', 'administrator'];

/** Everything about the stations one looks after, from one page. */
export function OwnDesk() {
  const own = useOwnStations();
  const { question } = useQuestion('member.showSelf', {});
  const wide = useWideWindow();
  const roles = question.at === 'loaded' ? question.value.roles.map(({ role }) => role) : [];
  const holds = (some: readonly Role[]) => roles.some((role) => some.includes(role));
  const ways = holds(editors) ? (
    <Rows>
      <Row title={ownText.add} onPress={() => go('editStation')} />
      <Row title={ownText.use} about={ownText.useAbout} onPress={() => go('stationUse')} />
      <Row title={ownText.figures} about={ownText.figuresAbout} onPress={() => go('figures')} />
      {holds(keepers) ? (
        <Row title={ownText.tables} about={ownText.tablesAbout} onPress={() => go('importStations')} />
      ) : null}
    </Rows>
  ) : null;
  if (!wide) {
    return (
      <View>
        {ways}
        <OwnList own={own} />
      </View>
    );
  }
  return (
    <View className={at('columns')}>
      <View className={at('list')}>
        <OwnList own={own} />
      </View>
      <View className={at('side')}>{ways}</View>
    </View>
  );
}
