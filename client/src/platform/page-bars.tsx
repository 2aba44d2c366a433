import { View } from '@tarojs/components';
import type { Tab } from '../routes';
import { back, go } from '../routes';
import { classes } from '../ui/classes';
import { Heading, Part, Press } from './elements';
import styles from './page-bars.module.scss';

const at = classes(styles);

export type TitleBarProps = {
  readonly title: string;
  readonly withBack: boolean;
  /** From edge to edge, over a map. */
  readonly wide: boolean;
};

/** The bar at the top in a browser. */
export function TitleBar({ title, withBack, wide }: TitleBarProps) {
  return (
    <View className={at('top', wide && 'wide')}>
      {withBack ? (
        <Press className={at('back')} label="返回" onPress={back}>
          <View className={at('arrow')} />
        </Press>
      ) : null}
      <Heading level={1} className={at('title')}>
        {title}
      </Heading>
    </View>
  );
}

const names: readonly { readonly tab: Tab; readonly text: string }[] = [
  { tab: 'home', text: '首页' },
  { tab: 'stations', text: '站点' },
  { tab: 'events', text: '活动' },
  { tab: 'mine', text: '我的' },
];

/** The bar at the bottom in a browser. */
export function TabBar({ here }: { readonly here: Tab }) {
  return (
    <View className={at('bottom')}>
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
