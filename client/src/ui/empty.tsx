import { View } from '@tarojs/components';
import { Heading } from '../platform/elements';
import { Button } from './button';
import { classes } from './classes';
import styles from './empty.module.scss';

const at = classes(styles);

export type EmptyProps = {
  readonly title: string;
  readonly about?: string | undefined;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
};

/** Nothing here: a place to go from. */
export function Empty({ title, about, action }: EmptyProps) {
  return (
    <View className={at('empty')}>
      <Heading level={2} className={at('title')}>
        {title}
      </Heading>
      {about === undefined ? null : <View className={at('about')}>{about}</View>}
      {action === undefined ? null : (
        <View className={at('action')}>
          <Button kind="secondary" onPress={action.onPress}>
            {action.label}
          </Button>
        </View>
      )}
    </View>
  );
}
