import type { StationId } from '@contract/ids';
import { useRef } from 'react';
import { canScan, scan } from '@/platform/device';
import { go } from '@/routes';
import { shownCode } from './shown-code';

/**
 * From a button to the page that checks in: with the code where the phone can scan. Where it cannot, or nothing was
 * read, the page takes the letters below the code.
 *
 * @param stationId which station one means, when it is known
 */
export function useScanToCheckIn(stationId: StationId | null): () => void {
  const scanning = useRef(false);
  const onPress = async () => {
    if (scanning.current) return;
    scanning.current = true;
    const code = canScan ? shownCode((await scan()) ?? '') : null;
    scanning.current = false;
    go('checkIn', {
      ...(stationId === null ? {} : { id: stationId }),
      ...(code === null ? {} : { code }),
    });
  };
  return () => void onPress();
}
