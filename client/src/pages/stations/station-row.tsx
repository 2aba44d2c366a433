import type { StationSummary } from '@contract/station';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import styles from './station-row.module.scss';

const at = classes(styles);

/** The larger houses stand out; the tier itself means nothing to a passer-by. */
export function StationRow({ station }: { readonly station: StationSummary }) {
  const { name, tier, category, street, address } = station;
  return (
    <Part className={at('station')} role="listitem">
      <View className={at('name')}>{name}</View>
      <View className={at('where')}>{[street, address].filter(Boolean).join(' · ')}</View>
      <Tag tone={tier <= 2 ? 'accent' : 'plain'}>{category}</Tag>
    </Part>
  );
}
