import { View } from '@tarojs/components';
import { Part } from '../platform/elements';
import { classes } from './classes';
import styles from './skeleton.module.scss';

const at = classes(styles);

/** Room for what is on its way. */
export function Skeleton({ rows = 3 }: { readonly rows?: number | undefined }) {
  return (
    <Part className={at('skeleton')} role="status" label="正在加载">
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className={at('row')} />
      ))}
    </Part>
  );
}
