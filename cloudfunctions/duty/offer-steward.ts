import { agree, refuse } from '../../types/result';
import { guestFacts } from '../member/standing';
import { checkedText } from '../runtime/content-check';
import { transaction } from '../runtime/database';
import { listedStation } from '../station/directory';
import type { Handler } from './scene';
import { MOST_STATIONS, livesOn, offered, stopped } from './stewardship';
import { stewardView } from './steward-view';
import { stewardIdOf } from './tending';
import { StewardRecord, stewards } from './upkeep-records';

/** More than anybody has ever offered for. */
const OFFERS_READ = 100;

export const offerSteward: Handler<'offerSteward'> = async (
  { stationId, calledName, offer },
  { now, personId, openid },
) => {
  const [station, facts, own] = await Promise.all([
    listedStation(stationId),
    guestFacts(personId),
    stewards.find({ personId }, { limit: OFFERS_READ }),
  ]);
  if (station === null) return refuse('station-not-found');
  if (offer && !facts.isMember) return refuse('not-a-member');
  if (offer && own.filter((one) => livesOn(one) && one.stationId !== stationId).length >= MOST_STATIONS)
    return refuse('too-many');
  const id = stewardIdOf(stationId, personId);
  const isKnown = own.some((one) => one._id === id && one.calledName === calledName);
  const verdict = offer && !isKnown ? await checkedText(openid, calledName, 'profile') : 'pass';
  if (verdict === 'risky') return refuse('words-refused', [{ path: 'calledName', problem: 'characters' }]);
  const scope = [...station.scope];
  const fresh: StewardRecord = {
    _id: id,
    stationId,
    stationName: station.name,
    scope,
    waitingFor: scope,
    personId,
    calledName,
    state: 'asked',
    since: now,
    closed: 0,
  };
  return transaction(async (tx) => {
    const before = await tx.get('stewards', StewardRecord, fresh._id);
    if (before === null && !offer) return agree({ steward: null });
    const after = offer || before === null ? offered(before, fresh, verdict !== 'pass') : stopped(before, now);
    if (before === null) await tx.insert('stewards', after);
    else if (after !== before) {
      const { _id, ...fields } = after;
      await tx.update('stewards', _id, { set: fields });
    }
    return agree({ steward: stewardView(after) });
  });
};
