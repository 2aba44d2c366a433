import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { signWords } from '../enrol-copy';
import { callHotline } from '../hotline';
import styles from './sign-step.module.scss';

const at = classes(styles);

/** Somebody applied with this number already: mostly oneself, elsewhere. */
export function InUseNotice({ onChange }: { readonly onChange: () => void }) {
  const { title, text, call, change } = signWords.inUse;
  return (
    <Notice tone="warn" title={title}>
      <View>{text}</View>
      <View className={at('button')}>
        <Button kind="secondary" onPress={callHotline}>
          {call}
        </Button>
      </View>
      <View className={at('button')}>
        <Button kind="secondary" onPress={onChange}>
          {change}
        </Button>
      </View>
    </Notice>
  );
}
