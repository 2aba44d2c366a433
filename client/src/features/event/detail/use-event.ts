import type { EventId } from '@contract/ids';
import { useEffect } from 'react';
import { useQuestion } from '@/use-question';
import { isLiving, rememberOwn } from '../own/kept-own';
import { showRefusals } from './event-copy';

/** Nobody waits longer with the page open; a phone's timer holds no more than 24 days anyhow. Milliseconds. */
const LONGEST_WAIT_MS = 3_600_000;
/** Not all in the same instant: those who wait ask within so many milliseconds of the opening. */
const SPREAD_MS = 1_500;

/** One event. The page that waits for registration to open, or for an offer to end, asks again by itself. */
export function useEvent(eventId: EventId | null) {
  const asking = useQuestion('event.show', eventId === null ? null : { eventId }, showRefusals);
  const { question, refresh } = asking;
  const shown = question.at === 'loaded' ? question.value : null;
  const own = shown?.viewer.own ?? null;
  const changesAt =
    shown === null ? null : shown.viewer.notNow === 'not-open-yet' ? shown.event.opensAt : (own?.until ?? null);
  const endsAt = shown === null || own === null || !isLiving(own) ? null : shown.event.endsAt;

  useEffect(() => {
    if (changesAt === null) return undefined;
    const wait = changesAt - Date.now();
    if (wait < 0 || wait > LONGEST_WAIT_MS) return undefined;
    const timer = setTimeout(() => void refresh(), wait + Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [changesAt, refresh]);
  useEffect(() => {
    if (endsAt !== null) rememberOwn(endsAt);
  }, [endsAt]);
  return asking;
}
