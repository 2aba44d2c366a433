import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '../../types/ids';
import { VolunteerNo } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import { guestFacts, standingOf } from '../member/standing';
import { checkedText } from '../runtime/content-check';
import { Contended } from '../runtime/database';
import { listedStation } from '../station/directory';
import { YOUNGEST } from './duty-rules';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { volunteerView } from './show-volunteer';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';
import type { Enlisting } from './volunteering';
import { isShown, newVolunteer, saidBy } from './volunteering';

/** Whom the union appointed for: they need not be accepted once more. */
const APPOINTED = ['volunteer', ...HEADS] as const;
const TRIES = 3;

/** Four round trips at once, and one to write. */
export const saveVolunteer: Handler<'saveVolunteer'> = async ({ form }, { now, personId, openid }) => {
  if (Number(shanghaiDay(now).slice(0, 4)) - form.birthYear < YOUNGEST) return refuse('too-young');
  const [station, facts, standing, before] = await Promise.all([
    listedStation(form.stationId),
    guestFacts(personId),
    standingOf(personId, now),
    volunteers.get(personId),
  ]);
  if (station === null) return refuse('station-not-found');
  const known = [facts.name, standing.name, before?.name].find(
    (name) => name !== null && name !== undefined && name !== '',
  );
  if (known === null || known === undefined) return refuse('name-needed');
  const verdict = isShown(before, form.calledName) ? 'pass' : await checkedText(openid, form.calledName, 'profile');
  if (verdict === 'risky') return refuse('words-refused', [{ path: 'form.calledName', problem: 'characters' }]);
  const reaches = standing.covers(station.scope, APPOINTED);
  const appointedBy = reaches ? standing.unionsAs(APPOINTED) : [];
  const isNameClear = verdict === 'pass';
  const saved = await save(personId, before, { form, station, name: known, isNameClear, appointedBy }, now);
  return agree({ volunteer: volunteerView(saved) });
};

/** Conditional on how they stood: a head may be deciding at the same moment. */
async function save(
  personId: PersonId,
  read: VolunteerRecord | null,
  wish: Enlisting,
  now: EpochMs,
): Promise<VolunteerRecord> {
  let before = read;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (before === null) {
      const volunteer = newVolunteer(personId, drawNumber(), wish, now);
      if ((await volunteers.insert(volunteer)) === 'inserted') return volunteer;
    } else {
      const { _id, state, since, stationId, calledName } = before;
      const said = saidBy(before, wish, now);
      const after = { ...before, ...said };
      // The database counts what changed: the same said twice would look as though somebody else had been quicker.
      if (isDeepStrictEqual(after, before)) return before;
      if ((await volunteers.update({ _id, state, since, stationId, calledName }, { set: said })) === 'updated')
        return after;
    }
    // Somebody drew the same number, or the same person was quicker on another phone.
    before = await volunteers.get(personId);
  }
  throw new Contended('A volunteer changed each time.');
}

const drawNumber = (): VolunteerNo => VolunteerNo.parse(`V${String(randomInt(100_000_000)).padStart(8, '0')}`);
