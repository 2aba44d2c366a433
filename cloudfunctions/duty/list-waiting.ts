import type { PersonId, UnionId } from '../../types/ids';
import { agree } from '../../types/result';
import { namesOf } from './board-view';
import { certificateView } from './certificate-view';
import type { BookEntry, HoursClaim } from './hours-records';
import { book, certificates, claims } from './hours-records';
import { hoursEntry } from './hours-view';
import type { Handler } from './scene';
import { HEADS } from './scene';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';
import { shiftSummary } from './shift-view';
import { stewardView } from './steward-view';
import { swaps } from './swap-records';
import { shiftsOf, swapView } from './swap-view';
import { seenShift } from './seen-shift';
import { stewards } from './upkeep-records';
import { volunteers } from './volunteer-records';

/** Of each kind, the oldest first: what is answered makes room for the next. */
const MOST = 50;
/** Of fifty people the entries of fifty numbers, at the very most a thousand are read. */
const ENTRIES = 1_000;

/** Two waves of questions: what waits, then the names and shifts that it is about. */
export const listWaiting: Handler<'listWaiting'> = async (_input, { now, personId, standing }) => {
  const waiting = await readWaiting(standing.unionsAs(HEADS));
  const excuses = waiting.shifts.flatMap(unansweredOf);
  const swapped = shiftsOf(waiting.swaps);
  const corrected = waiting.claims.filter(({ corrects }) => corrects !== null);
  const [names, named, entries] = await Promise.all([
    namesOf([...waiting.claims.map((claim) => claim.personId), ...excuses.map((one) => one.personId)]),
    swapped.length === 0 ? [] : shifts.findParts({ _id: { in: swapped } }, seenShift, { limit: 2 * MOST }),
    entriesOf(corrected),
  ]);
  const known = new Map(named.map((shift) => [shift._id, shift]));
  return agree({
    volunteers: waiting.volunteers.map(({ number, name, heldName, state, stationId, stationName, skills, since }) => ({
      number,
      name,
      calledName: heldName ?? null,
      isVolunteer: state === 'accepted',
      stationId,
      stationName,
      skills,
      askedAt: since,
    })),
    swaps: waiting.swaps.flatMap((swap) => swapView(swap, known, null, now)),
    hours: waiting.claims.map((claim) => ({
      ...claimLine(claim, entries),
      name: names.get(claim.personId) ?? '',
      isOwnEntry: claim.enteredById === personId,
    })),
    certificates: waiting.certificates.map(certificateView),
    stewards: waiting.stewards.map(stewardView),
    excuses: excuses.map(({ personId: of, ...excuse }) => ({ ...excuse, name: names.get(of) ?? '' })),
  });
};

/** What claims would correct, and more of the same books: a claim finds its own. One round trip; none for none. */
const entriesOf = (corrected: readonly HoursClaim[]): Promise<BookEntry[]> =>
  corrected.length === 0
    ? Promise.resolve([])
    : book.find(
        {
          personId: { in: [...new Set(corrected.map(({ personId }) => personId))] },
          seq: { in: [...new Set(corrected.map(({ corrects }) => corrects))] },
        },
        { limit: ENTRIES },
      );

/** Six questions at once. */
async function readWaiting(unions: readonly UnionId[]) {
  const waitingFor = { in: unions };
  const [asked, swapped, claimed, wanted, offered, excused] = await Promise.all([
    volunteers.find({ waitingFor }, { order: [['since', 'asc']], limit: MOST }),
    swaps.find({ waitingFor }, { order: [['askedAt', 'asc']], limit: MOST }),
    claims.find({ waitingFor }, { order: [['at', 'asc']], limit: MOST }),
    certificates.find({ waitingFor }, { order: [['askedAt', 'asc']], limit: MOST }),
    stewards.find({ waitingFor }, { order: [['since', 'asc']], limit: MOST }),
    shifts.find({ waitingFor }, { order: [['listKey', 'asc']], limit: MOST }),
  ]);
  return {
    volunteers: asked,
    swaps: swapped,
    claims: claimed,
    certificates: wanted,
    stewards: offered,
    shifts: excused,
  };
}

const unansweredOf = (shift: ShiftRecord) =>
  Object.entries(shift.places).flatMap(([personId, { number, excuse }]) =>
    excuse === null || excuse.accepted !== null
      ? []
      : [
          {
            personId: personId as PersonId,
            shift: shiftSummary(shift),
            number,
            words: excuse.words,
            saidAt: excuse.at,
          },
        ],
  );

function claimLine(claim: HoursClaim, entries: readonly BookEntry[]) {
  const { _id, number, stationName, from, until, title, reason, enteredBy, at } = claim;
  const entry = entries.find(({ personId, seq }) => personId === claim.personId && seq === claim.corrects);
  return {
    claimId: _id,
    number,
    stationName,
    from,
    until,
    title,
    reason,
    enteredBy,
    at,
    entry: entry === undefined ? null : hoursEntry(entry, null),
  };
}
