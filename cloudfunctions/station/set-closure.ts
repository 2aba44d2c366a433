import { agree, refuse } from '../../types/result';
import { stationContract } from '../../types/station';
import { editorOf } from './editor';
import { closureWords } from './form-words';
import { stations } from './records';
import type { Handler } from './scene';
import { EDITORS } from './scene';
import { sameValue, saveStation, settle } from './settling';
import { statusNow } from './view';

export const setClosure: Handler<'setClosure'> = async ({ stationId, closure }, { now, standing }) => {
  const before = await stations.get(stationId);
  if (before === null) return refuse('station-not-found');
  if (!standing.covers(before.scope, EDITORS)) return refuse('outside-your-unions');
  if (closure !== null && (closure.until <= now || closure.until <= closure.from)) return refuse('until-past');
  if (sameValue(closure, before.closure)) return agree({ status: statusNow(before, now) });
  const allowance = { trips: stationContract.setClosure.roundTrips - 2 };
  const act = {
    act: 'closure',
    ...editorOf(standing, before.scope, now),
    fields: [{ field: 'closure', before: closureWords(before.closure), after: closureWords(closure) }],
  } as const;
  const saved = await saveStation(before, { ...before, closure }, act, allowance);
  if (saved.outcome !== 'saved') return refuse('changed-meanwhile');
  await settle(saved.station, allowance);
  return agree({ status: statusNow(saved.station, now) });
};
