import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { grouped } from '../grouped';
import styles from './use.module.scss';

const at = classes(styles);

export type Bar = { readonly name: string; readonly value: number };

/** Numbers one below the other, each with a bar as long as it is large: the number itself always stands there. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <Part role="list" label={label}>
      {bars.map(({ name, value }) => (
        <Part key={name} className={at('line')} role="listitem">
          <View className={at('day')}>{name}</View>
          <Part className={at('track')} unspoken>
            <View className={at('bar')} style={{ width: `${Math.round((value / most) * 100)}%` }} />
          </Part>
          <View className={at('count')}>{grouped(value)}</View>
        </Part>
      ))}
    </Part>
  );
}
