import type { StationDetail } from '@contract/station-view';
import { View } from '@tarojs/components';
import { openNavigation } from '@/platform/location';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useSay } from '@/ui/toast';
import { useScanToCheckIn } from '../visit/use-scan-to-check-in';
import styles from './detail.module.scss';
import { detailWords } from './detail-copy';

const at = classes(styles);

/** The two that one comes for, under the thumb. */
export function StationButtons({ station }: { readonly station: StationDetail }) {
  const { stationId, name, address, place } = station;
  const say = useSay();
  const onCheckIn = useScanToCheckIn(stationId);
  const onNavigate = () => {
    if (place === null) say(detailWords.noPlace);
    else openNavigation({ place, name, address });
  };
  return (
    <View className={at('buttons')}>
      <View className={at('half')}>
        <Button kind="secondary" onPress={onNavigate}>
          {detailWords.navigate}
        </Button>
      </View>
      <View className={at('half')}>
        <Button onPress={onCheckIn}>{detailWords.checkIn}</Button>
      </View>
    </View>
  );
}
