import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import styles from './match.module.scss';

const at = classes(styles);

/** Short sentences, one under the other. */
export const Points = ({ points }: { readonly points: readonly string[] }) => (
  <Part role="list">
    {points.map((point) => (
      <Part key={point} className={at('point')} role="listitem">
        <View>{point}</View>
      </Part>
    ))}
  </Part>
);
