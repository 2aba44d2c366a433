import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Standing } from '../member/standing';
import type { ExportRecord } from './export-records';
import { exportsAsked } from './export-records';
import type { EventRecord } from './records';
import { events } from './records';
import { ORGANISERS } from './scene';

/**
 * A request for a table and its event, for staff of the union that the event belongs to today: an event may have moved
 * to another union since. Two round trips.
 */
export async function exportAtHand(
  id: string,
  standing: Standing,
): Promise<
  Result<{ readonly record: ExportRecord; readonly event: EventRecord }, 'export-not-found' | 'outside-your-unions'>
> {
  const record = await exportsAsked.get(id);
  const event = record === null ? null : await events.get(record.eventId);
  if (record === null || event === null) return refuse('export-not-found');
  return standing.covers(event.scope, ORGANISERS) ? agree({ record, event }) : refuse('outside-your-unions');
}
