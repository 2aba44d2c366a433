import type { EventDetail } from '@contract/event-view';
import { useRef } from 'react';
import { call } from '@/cloud';
import { addToCalendar } from '@/platform/calendar';
import { useSay } from '@/ui/toast';
import { eventWords } from './event-copy';

const answers = {
  added: eventWords.calendarAdded,
  saved: eventWords.calendarSaved,
  refused: eventWords.calendarRefused,
  failed: eventWords.calendarFailed,
} as const;

/** Sessions to come, into the phone's calendar or into a file for it. */
export function useCalendar({ eventId, title, stationName, address, allSessions }: EventDetail): () => void {
  const say = useSay();
  const isUnderWay = useRef(false);
  const onCalendar = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const sessions = allSessions.filter(({ endsAt }) => endsAt > Date.now());
    const location = `${stationName}，${address}`;
    const outcome = await addToCalendar({ title, location, sessions }, async () => {
      const answer = await call('event.calendarFile', { eventId });
      return answer.ok ? answer.value : null;
    });
    isUnderWay.current = false;
    say(answers[outcome]);
  };
  return () => void onCalendar();
}
