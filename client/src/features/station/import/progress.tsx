import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import styles from './import.module.scss';

const at = classes(styles);

/** How far along something is, in words and as a bar. */
export function Progress({ words, done, of }: { readonly words: string; readonly done: number; readonly of: number }) {
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <Part role="status" live="polite">
      <View>{words}</View>
      <Part className={at('track')} role="progressbar" label={words}>
        <View className={at('bar')} style={{ width: `${Math.round(share * 100)}%` }} />
      </Part>
    </Part>
  );
}
