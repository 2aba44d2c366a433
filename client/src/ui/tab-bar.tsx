import { View } from '@tarojs/components';
import { Part, Press } from '../platform/elements';
import type { Tab } from '../routes';
import { go } from '../routes';
import { classes } from './classes';
import styles from './tab-bar.module.scss';

const at = classes(styles);

const names: readonly { readonly tab: Tab; readonly text: string }[] = [
  { tab: 'home', text: '首页' },
  { tab: 'stations', text: '站点' },
  { tab: 'events', text: '活动' },
  { tab: 'mine', text: '我的' },
];

/** The bar at the bottom in a browser; in the mini-program WeChat draws its own. */
export function TabBar({ here }: { readonly here: Tab }) {
  return (
    <View className={at('bar')}>
      <Part className={at('tabs')} role="navigation" label="主要页面">
        {names.map(({ tab, text }) => (
          <Press
            key={tab}
            role="link"
            className={at('tab', tab === here && 'here')}
            current={tab === here}
            onPress={() => {
              if (tab !== here) go(tab);
            }}
          >
            {text}
          </Press>
        ))}
      </Part>
    </View>
  );
}
