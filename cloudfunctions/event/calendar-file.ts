import { agree, refuse } from '../../types/result';
import { calendarText, fileNameFor } from './calendar-text';
import { isHidden } from './lifecycle';
import { events } from './records';
import type { Handler } from './scene';

export const calendarFile: Handler<'calendarFile'> = async ({ eventId }, { now }) => {
  const event = await events.get(eventId);
  if (event === null || isHidden(event)) return refuse('event-not-found');
  return agree({ fileName: fileNameFor(event.title), text: calendarText(event, now) });
};
