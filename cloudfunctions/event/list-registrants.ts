import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import { eventAtHand } from './at-hand';
import { registrations } from './registration-records';
import { marksOf } from './registrant-marks';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';

const PAGE_SIZE = 50;

/** Who is coming, as far as one needs to know it: names masked, what is sensitive left out. */
export const listRegistrants: Handler<'listRegistrants'> = async ({ eventId, state, cursor }, { standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const rows = await registrations.find(
    { eventId, ...(state === null ? {} : { state }), ...(cursor ? { orderKey: { from: cursor } } : {}) },
    { order: [['orderKey', 'asc']], limit: PAGE_SIZE + 1 },
  );
  const shown = rows.slice(0, PAGE_SIZE);
  const next = rows[PAGE_SIZE]?.orderKey;
  const attendedBy = await marksOf(
    found.value,
    shown.map(({ personId }) => personId),
  );
  return agree({
    items: shown.map((row) => ({
      lot: row.lot,
      maskedName: row.maskedName,
      state: row.state,
      people: row.people,
      quota: row.group,
      registeredAt: row.registeredAt,
      attended: attendedBy(row.personId),
      answers: row.answers,
      hasSensitive: row.hasSensitive,
      missed: row.missed,
      excuse: row.excuse === null ? null : { reason: row.excuse.reason, words: row.excuse.words },
    })),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};
