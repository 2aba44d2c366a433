import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { useQuestion } from '@/use-question';
import { listOwnEventsWords, ownDataText } from './own-data-copy';
import styles from './own-data.module.scss';

const at = classes(styles);
const text = ownDataText.events;

/** What registering for events leaves behind: how often one did, what is kept of it and until when. */
export function HeldEvents() {
  const { question } = useQuestion('event.listOwn', {}, listOwnEventsWords);
  return (
    <Panel title={text.title}>
      <Asked question={question} skeletonRows={2}>
        {({ registrations }) => (
          <View>
            <View>{registrations.length === 0 ? text.none : text.count(registrations.length)}</View>
            <View className={at('group')}>
              <Facts items={text.kept} />
              <View className={at('why')}>{text.purpose}</View>
            </View>
            <View className={at('note')}>{text.older}</View>
            <View className={at('action')}>
              <Button kind="secondary" onPress={() => go('ownEvents')}>
                {text.action}
              </Button>
            </View>
          </View>
        )}
      </Asked>
    </Panel>
  );
}
