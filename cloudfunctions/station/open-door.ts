import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { newId } from '../runtime/platform';
import { doorToken, doorTokenEnds } from './door-token';
import { onDutyNow } from './on-duty';
import { openAt } from './opening-hours';
import { distanceBand } from './place';
import type { StationRecord } from './records';
import type { Handler } from './scene';
import { stationShown } from './station-shown';
import { evidenceOf } from './visit';
import { doorGrants } from './visit-records';

/** How long it is known who let themselves in. Milliseconds. */
const GRANT_KEPT_MS = 30 * 24 * 3_600_000;

/** By a code at the door, or a phone near it. The grant is written before the token leaves. Two round trips. */
export const openDoor: Handler<'openDoor'> = async ({ stationId, code, place }, { now, personId }) => {
  const found = await stationShown({ code, stationId }, now);
  if (!found.ok) return found;
  const { station, shown } = found.value;
  const { _id, name, doorId } = station;
  if (doorId === null) return refuse('no-door');
  const presence = evidenceOf({
    shown,
    band: distanceBand(place, station.place),
    isOnMap: station.place !== null,
  });
  // Nothing can be near a station that is not on the map: there a code says the place.
  if (!presence.ok) return refuse(presence.refusal === 'code-needed' ? 'place-needed' : presence.refusal);
  if (!mayBeEntered(station, now)) return refuse('closed-now');
  const nonce = newId();
  const purgeAt = EpochMs.parse(now + GRANT_KEPT_MS);
  await doorGrants.insert({ _id: nonce, stationId: _id, doorId, personId, at: now, purgeAt });
  const expiresAt = doorTokenEnds(now);
  return agree({ stationId: _id, name, token: doorToken({ door: doorId, exp: expiresAt, nonce }), expiresAt });
};

/** Open by the table of hours or by somebody on duty, and not announced as closed. What visitors say opens no lock. */
function mayBeEntered({ opening, closure, live }: StationRecord, now: EpochMs): boolean {
  if (closure !== null && closure.from <= now && now < closure.until) return false;
  return onDutyNow(live, now) !== null || openAt(opening, now).open === true;
}
