import { useEffect, useRef, useState } from 'react';
import { call } from '@/cloud';
import { useEachShow } from '@/use-each-show';

/** How many messages wait, asked each time the page shows; a dead line is no news. */
export function useUnread(): number {
  const [unread, setUnread] = useState(0);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEachShow(() => {
    void call('notice.countUnread', {}).then((answer) => {
      if (answer.ok && !gone.current) setUnread(answer.value.unread);
    });
  });
  return unread;
}
