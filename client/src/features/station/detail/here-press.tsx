import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import styles from './detail.module.scss';
import { detailWords } from './detail-copy';

const at = classes(styles);

/** Being counted without a code: the next page asks the phone where it is. */
export const HerePress = ({ stationId }: { readonly stationId: StationId }) => (
  <View className={at('button')}>
    <Button kind="secondary" onPress={() => go('checkIn', { id: stationId, by: 'place' })}>
      {detailWords.here}
    </Button>
  </View>
);
