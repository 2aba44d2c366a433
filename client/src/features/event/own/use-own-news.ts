import { useEffect, useRef, useState } from 'react';
import { call } from '@/cloud';
import { useEachShow } from '@/use-each-show';
import { mayHaveOwn, rememberAnswer } from './kept-own';
import type { OwnEvent } from './own-news';
import { newsOf } from './own-news';

/** What of one's own is soon, or waits for a word. Asked when the first page shows, where there may be something. */
export function useOwnNews(): OwnEvent | null {
  const [news, setNews] = useState<OwnEvent | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEachShow(() => {
    if (!mayHaveOwn(Date.now())) return;
    void call('event.listOwn', {}).then((answer) => {
      if (!answer.ok || gone.current) return;
      rememberAnswer(answer.value.registrations, Date.now());
      setNews(newsOf(answer.value.registrations, Date.now()));
    });
  });
  return news;
}
