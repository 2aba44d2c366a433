import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { whenBackOnline } from '@/platform/back-online';
import type { Sent } from './sending';

/** What waits is tried again this often while the page is open. Milliseconds. */
const RETRY_MS = 15_000;

export type Sending = {
  readonly sending: boolean;
  /** Why what waits has not been sent, when it was tried. */
  readonly stopped: string | null;
  readonly onSend: () => void;
};

/**
 * Sends what waits when the page opens, each time one comes back to it, when the network is there again, and every now
 * and then while something waits.
 *
 * @param waits whether something waits, as the page shows it
 * @param isWaiting the same, asked of the storage; stays one function while the matter is the same
 * @param send stays one function while the matter is the same
 */
export function useSending(waits: boolean, isWaiting: () => boolean, send: () => Promise<Sent>): Sending {
  const [standing, setStanding] = useState<Sent | { readonly at: 'sending' }>({ at: 'all' });

  const onSend = useCallback(() => {
    if (!isWaiting()) return;
    setStanding({ at: 'sending' });
    void send().then((sent) => {
      setStanding(sent);
      // Written down while the last one was under way.
      if (sent.at === 'all' && isWaiting()) onSend();
    });
  }, [isWaiting, send]);

  useEffect(onSend, [onSend]);
  useDidShow(onSend);
  useEffect(() => whenBackOnline(onSend), [onSend]);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(onSend, RETRY_MS);
    return () => clearInterval(timer);
  }, [waits, onSend]);

  return {
    sending: standing.at === 'sending',
    stopped: standing.at === 'stopped' && waits ? standing.text : null,
    onSend,
  };
}
