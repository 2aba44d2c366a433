import { View } from '@tarojs/components';
import type { More } from '../use-pages';
import { Button } from './button';
import { classes } from './classes';
import styles from './more-button.module.scss';
import { Notice } from './notice';

const at = classes(styles);

/** The end of a list: what comes next, or nothing. */
export function MoreButton({ more }: { readonly more: More }) {
  if (more.at === 'end') return null;
  if (more.at === 'failed') {
    return (
      <Notice tone="warn" action={{ label: '重新加载', onPress: more.load }}>
        {more.text}
      </Notice>
    );
  }
  return (
    <View className={at('more')}>
      <Button kind="secondary" busy={more.at === 'loading'} onPress={more.at === 'more' ? more.load : () => undefined}>
        再看一些
      </Button>
    </View>
  );
}
