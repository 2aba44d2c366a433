import { useScanToCheckIn } from '@/features/station/visit/use-scan-to-check-in';
import { Button } from '@/ui/button';
import { homeWords } from './copy';

/** One tap, one look through the camera, counted; under the thumb wherever the page is scrolled to. */
export function CheckInButton() {
  const onCheckIn = useScanToCheckIn(null);
  return <Button onPress={onCheckIn}>{homeWords.checkIn}</Button>;
}
