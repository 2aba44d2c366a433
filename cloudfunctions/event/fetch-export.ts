import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { recordLooks } from '../review/ledger';
import { newId } from '../runtime/platform';
import { exportAtHand } from './export-at-hand';
import type { ExportRecord } from './export-records';
import { exportsAsked } from './export-records';
import { stateAt } from './export-request';
import { exportTable } from './export-table';
import { exportFileName } from './export-words';
import type { EventRecord } from './records';
import { allMarksOf } from './registrant-marks';
import type { Registration } from './registration-records';
import { registrations } from './registration-records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { recipients } from './tellings';

/** Rows that one answer of the database holds, and how many answers a table is made of. */
const ROWS = 1_000;
const MOST_READINGS = 5;

/** The table, for who asked and nobody else. Everybody in it can read that it was taken, before it is. */
export const fetchExport: Handler<'fetchExport'> = async ({ exportId }, { now, standing }) => {
  const found = await exportAtHand(exportId, standing);
  if (!found.ok) return found;
  const { record, event } = found.value;
  // To a colleague it is somebody else's: it says no more than that.
  if (record.askedById !== standing.personId) return refuse('export-not-found');
  const state = stateAt(record, now);
  if (state === 'expired') return refuse('export-over');
  if (state !== 'approved') return refuse('not-approved');
  const { rows, isWhole } = await guestsOf(event);
  const attendedBy = await allMarksOf(event._id);
  await recordLooks(rows.map(({ personId }) => lookAt(personId, record, event, standing, now)));
  // On condition that it still stands: what ran out or was taken back in between is not handed out.
  const counted = await exportsAsked.update(
    { _id: record._id, state: 'approved', expiresAt: { from: now + 1 } },
    { increase: { fetched: 1 } },
  );
  if (counted !== 'updated') return refuse('export-over');
  const text = exportTable({ record, event, rows, isWhole, attendedBy, at: now });
  return agree({ fileName: exportFileName(event, newId()), text });
};

/** Who has a place or hopes for one, in the order in which they came. A round trip for each thousand. */
async function guestsOf(event: EventRecord): Promise<{ rows: Registration[]; isWhole: boolean }> {
  const rows: Registration[] = [];
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const last = rows.at(-1);
    const page = await registrations.find(
      // Keys are of one length: the first after `last` is beyond it with any letter more.
      { eventId: event._id, orderKey: { from: last === undefined ? '' : `${last.orderKey}~` } },
      { order: [['orderKey', 'asc']], limit: ROWS },
    );
    rows.push(...page);
    if (page.length < ROWS) return { rows: rows.filter(isMeant), isWhole: true };
  }
  return { rows: rows.filter(isMeant), isWhole: false };
}

const meant: readonly Registration['state'][] = recipients.everybody;
const isMeant = ({ state }: Registration): boolean => meant.includes(state);

const lookAt = (
  subjectId: Registration['personId'],
  { purpose }: ExportRecord,
  { scope, title }: EventRecord,
  standing: Standing,
  at: EpochMs,
) => ({
  subjectId,
  at,
  actorId: standing.personId,
  office: standing.officeFor(scope, ORGANISERS),
  act: 'export' as const,
  about: title,
  purpose,
});
