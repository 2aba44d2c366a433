import type { DutyEvidence, DutyRole } from '../../types/duty-kind';
import type { PersonId, ShiftId } from '../../types/ids';
import { StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { shiftDraft } from '../duty/book';
import type { Anchor } from '../duty/chain';
import { chained } from '../duty/chain';
import type { BookEntry } from '../duty/hours-records';
import { mixOf } from '../duty/hours-sum';
import { aShift, dutyNow, shiftIdOf } from './duty';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What a test is about of one entry: whole hours from nine in the morning, so many days before the day of the tests. */
export type ServedOf = {
  readonly daysAgo?: number;
  readonly hours?: number;
  readonly evidence?: DutyEvidence;
  readonly role?: DutyRole;
  readonly stationId?: string;
  readonly corrects?: number;
  readonly stretches?: BookEntry['stretches'];
};

/** A book of shifts at beicai-1, one on each line, and where it ends. */
export function aBook(personId: PersonId, served: readonly ServedOf[]): { entries: BookEntry[]; chain: Anchor } {
  const entries: BookEntry[] = [];
  for (const line of served) entries.push(anEntry(personId, entries, line));
  return { entries, chain: { length: entries.length, head: entries.at(-1)?.hash ?? '' } };
}

function anEntry(personId: PersonId, before: readonly BookEntry[], line: ServedOf): BookEntry {
  const { daysAgo = 1, hours = 3, evidence = 'rotating-code', role = 'door', stationId = 'beicai-1' } = line;
  const seq = before.length + 1;
  const startsAt = EpochMs.parse(dutyNow - HOUR_MS - daysAgo * DAY_MS);
  const until = EpochMs.parse(startsAt + hours * HOUR_MS);
  const shift = aShift(`${stationId}:${seq}`, {
    startsAt,
    endsAt: until,
    stationId: StationId.parse(stationId),
    stationName: `${stationId}驿站`,
    title: '上午班',
  });
  const { shiftId, ...draft } = {
    ...shiftDraft(shift, role, line.stretches ?? [{ from: startsAt, until, evidence }]),
    shiftId: shiftIdOf(`${stationId}:${seq}`) as ShiftId | null,
  };
  const isCorrection = line.corrects !== undefined;
  return chained(
    {
      ...draft,
      _id: `${personId}:${shift._id}`,
      personId,
      seq,
      kind: isCorrection ? 'correction' : 'shift',
      shiftId: isCorrection ? null : shiftId,
      corrects: line.corrects ?? null,
      month: draft.day.slice(0, 7),
      stretches: [...draft.stretches],
      mix: mixOf(draft.stretches),
      at: until,
    },
    before.at(-1)?.hash ?? '',
  );
}
