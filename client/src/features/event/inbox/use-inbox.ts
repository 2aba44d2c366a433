import { useEffect, useRef } from 'react';
import { call } from '@/cloud';
import { usePages } from '@/use-pages';

/** One's inbox. What has been shown counts as read; the marks stay while the page is open. */
export function useInbox() {
  const { question, more } = usePages('notice.listOwn');
  const markedUpTo = useRef(0);
  const [newest] = question.at === 'loaded' ? question.value : [];
  const hasUnread = question.at === 'loaded' && question.value.some(({ isRead }) => !isRead);
  const upTo = newest === undefined || !hasUnread ? null : newest.at;
  useEffect(() => {
    if (upTo === null || upTo <= markedUpTo.current) return;
    markedUpTo.current = upTo;
    void call('notice.markRead', { upTo });
  }, [upTo]);
  return { question, more };
}
