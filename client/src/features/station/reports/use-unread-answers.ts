import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { call } from '@/cloud';
import type { OwnReport } from './seen-answers';
import { awaitsAnswers, unreadAnswers } from './seen-answers';

/**
 * What was answered and not read on this phone yet. Asked each time the page shows, and only where somebody reported;
 * a dead line is no news.
 */
export function useUnreadAnswers(): readonly OwnReport[] {
  const [unread, setUnread] = useState<readonly OwnReport[]>([]);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useDidShow(() => {
    if (!awaitsAnswers(Date.now())) return;
    void call('station.listOwnReports', {}).then((answer) => {
      if (answer.ok && !gone.current) setUnread(unreadAnswers(answer.value.reports));
    });
  });
  return unread;
}
