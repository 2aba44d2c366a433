import { agree, refuse } from '../../types/result';
import { stationContract } from '../../types/station';
import { editorOf } from './editor';
import { stations } from './records';
import type { Handler } from './scene';
import { EDITORS } from './scene';
import { saveStation, settle } from './settling';
import { assessed, metWords, standardScores } from './standard-score';

export const assess: Handler<'assess'> = async ({ stationId, standard, met }, { now, standing }) => {
  const before = await stations.get(stationId);
  if (before === null) return refuse('station-not-found');
  if (!standing.covers(before.scope, EDITORS)) return refuse('outside-your-unions');
  const ticked = assessed(before.assessments ?? [], { standard, met, at: now, by: standing.name });
  const allowance = { trips: stationContract.assess.roundTrips - 2 };
  const was = before.assessments?.find((one) => one.standard === standard)?.met ?? [];
  const act = {
    act: 'assessed',
    ...editorOf(standing, before.scope, now),
    fields: [{ field: standard, before: metWords(standard, was), after: metWords(standard, met) }],
  } as const;
  const saved = await saveStation(before, { ...before, assessments: ticked }, act, allowance);
  if (saved.outcome !== 'saved') return refuse('changed-meanwhile');
  await settle(saved.station, allowance);
  return agree({ scores: standardScores(saved.station) });
};
