import { agree, refuse } from '../../types/result';
import { formOf } from './editing';
import { changes, stations } from './records';
import type { Handler } from './scene';
import { EDITORS } from './scene';

/** Lines of history that a form shows. */
const LINES = 20;

export const showForm: Handler<'showForm'> = async ({ stationId }, { standing }) => {
  const [station, lines] = await Promise.all([
    stations.get(stationId),
    changes.find({ stationId }, { order: [['revision', 'desc']], limit: LINES }),
  ]);
  if (station === null) return refuse('station-not-found');
  if (!standing.covers(station.scope, EDITORS)) return refuse('outside-your-unions');
  const { revision, offices, followUps } = station;
  // A line that is still owed belongs to the history as well: the save itself is done.
  const owed = (followUps?.changes ?? []).filter((one) => !lines.some((line) => line.revision === one.revision));
  const history = [...owed, ...lines].sort((one, other) => other.revision - one.revision).slice(0, LINES);
  return agree({ stationId, revision, form: formOf(station), unionName: offices[0]?.name ?? '', changes: history });
};
