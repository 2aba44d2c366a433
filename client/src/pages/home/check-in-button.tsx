import { View } from '@tarojs/components';
import { useScanToCheckIn } from '@/features/station/visit/use-scan-to-check-in';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { homeWords } from './copy';
import styles from './check-in-button.module.scss';

const at = classes(styles);

/** One tap, one look through the camera, counted. */
export function CheckInButton() {
  const onCheckIn = useScanToCheckIn(null);
  return (
    <View className={at('place')}>
      <Button onPress={onCheckIn}>{homeWords.checkIn}</Button>
      <View className={at('about')}>{homeWords.checkInAbout}</View>
    </View>
  );
}
