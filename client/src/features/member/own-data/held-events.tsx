import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { ownDataText } from './own-data-copy';
import styles from './own-data.module.scss';

const at = classes(styles);
const text = ownDataText.events;

/** What registering for events leaves behind: what is kept of it and until when. Which they were, one's own list says. */
export const HeldEvents = () => (
  <Panel title={text.title}>
    <View>{text.where}</View>
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
  </Panel>
);
