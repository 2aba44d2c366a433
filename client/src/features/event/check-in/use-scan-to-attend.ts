import { useRef } from 'react';
import { canScan, scan } from '@/platform/device';
import { go } from '@/routes';
import { shownCode } from '@/features/station/visit/shown-code';

/** From a button to the page that checks in to an event: with the host's code where the phone can scan. */
export function useScanToAttend(): () => void {
  const scanning = useRef(false);
  const onPress = async () => {
    if (scanning.current) return;
    scanning.current = true;
    const code = canScan ? shownCode((await scan()) ?? '') : null;
    scanning.current = false;
    go('eventCheckIn', code === null ? {} : { code });
  };
  return () => void onPress();
}
