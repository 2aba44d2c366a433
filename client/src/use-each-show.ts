import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Runs when a part of a page appears, and each time one comes back to the page. Taro tells a late part nothing of the first. */
export function useEachShow(tell: () => void): void {
  const latest = useRef(tell);
  latest.current = tell;
  const wasAway = useRef(false);
  useEffect(() => latest.current(), []);
  useDidHide(() => {
    wasAway.current = true;
  });
  useDidShow(() => {
    if (wasAway.current) latest.current();
    wasAway.current = false;
  });
}
