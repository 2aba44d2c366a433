import type { DutyRole } from '../../types/duty-kind';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { roleIn } from './ask-swap';
import { notMine } from './duty-rules';
import { engagedIn, shiftsById } from './list-own-shifts';
import { disengaged, unseated } from './place-acts';
import type { Handler } from './scene';
import type { SeenShift } from './seen-shift';
import { stationTag } from './shift-index';
import { shifts } from './shift-records';
import { shiftSummary } from './shift-view';
import { SWAP_UNTIL_MS, lapsesAt } from './swap-rules';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

/** Colleagues who are looked at. */
const MOST = 60;

/** Four round trips: the shift and oneself, the station's volunteers, what they have taken on. */
export const listSwapPartners: Handler<'listSwapPartners'> = async ({ shiftId }, { now, personId }) => {
  const [given, asker] = await Promise.all([shifts.get(shiftId), volunteers.get(personId)]);
  if (given === null) return refuse('shift-not-found');
  if (asker === null || asker.state === 'left') return refuse('not-a-volunteer');
  const role = roleIn(given, personId);
  if (role === null) return refuse('no-place');
  if (now >= lapsesAt(given, null)) return agree({ partners: [] });
  const colleagues = (
    await volunteers.find({ tags: stationTag(given.stationId) }, { order: [['number', 'asc']], limit: MOST })
  ).filter(({ _id, state }) => _id !== personId && state === 'accepted' && !Object.hasOwn(given.places, _id));
  const taken = await shiftsById(colleagues.flatMap((other) => engagedIn(other, now + SWAP_UNTIL_MS)));
  const partners = colleagues
    .map((other) => ({
      number: other.number,
      calledName: other.calledName,
      mayReplace: mayCome(given, role, asker, other, now),
      shifts: [...taken.values()]
        .filter((wanted) => mayExchange({ given, role, asker, other, wanted }, now))
        .sort((one, next) => one.startsAt - next.startsAt)
        .map(shiftSummary),
    }))
    .filter(({ mayReplace, shifts: offered }) => mayReplace || offered.length > 0);
  return agree({ partners });
};

const mayCome = (
  shift: SeenShift,
  role: DutyRole,
  leaves: Pick<VolunteerRecord, '_id'>,
  comes: VolunteerRecord,
  now: EpochMs,
): boolean => notMine(unseated(shift, leaves._id), role, comes, now).length === 0;

type Pair = {
  readonly given: SeenShift;
  readonly role: DutyRole;
  readonly asker: VolunteerRecord;
  readonly other: VolunteerRecord;
  readonly wanted: SeenShift;
};

function mayExchange({ given, role, asker, other, wanted }: Pair, now: EpochMs): boolean {
  const wantedRole = roleIn(wanted, other._id);
  if (wantedRole === null || wanted._id === given._id || now >= lapsesAt(given, wanted)) return false;
  return (
    mayCome(given, role, asker, disengaged(other, wanted), now) &&
    mayCome(wanted, wantedRole, other, disengaged(asker, given), now)
  );
}
