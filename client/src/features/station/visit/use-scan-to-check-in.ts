import type { StationId } from '@contract/ids';
import { useRef } from 'react';
import { canScan, scan } from '@/platform/device';
import { go } from '@/routes';
import { isEventCode, shownCode } from './shown-code';

/**
 * From a button to the page that checks in: with the code where the phone can scan. Where it cannot, or nothing was
 * read, the page takes the letters below the code. A host's code of an event leads to the event's own page.
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
    if (code !== null && isEventCode(code)) {
      go('eventCheckIn', { code });
      return;
    }
    go('checkIn', {
      ...(stationId === null ? {} : { id: stationId }),
      ...(code === null ? {} : { code }),
    });
  };
  return () => void onPress();
}
