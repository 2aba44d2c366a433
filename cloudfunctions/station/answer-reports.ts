import type { PersonId } from '../../types/ids';
import type { Closure } from '../../types/opening';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import type { Closing } from '../review/ledger';
import { answered } from './door-round';
import type { RoundAnswer, StationRecord } from './records';
import { stations } from './records';
import type { Handler } from './scene';
import { EDITORS } from './scene';
import { closeStationCase } from './station-cases';
import { attentionOf } from './station-index';
import { statusNow } from './view';

/**
 * One write answers everybody who reported: their reports say which round they were of, and the station holds the
 * round's answer. The case is closed right after; what a crash leaves open, the timer closes.
 */
export const answerReports: Handler<'answerReports'> = async (
  { stationId, answer, until, reason },
  { now, standing },
) => {
  const station = await stations.get(stationId);
  if (station === null) return refuse('station-not-found');
  if (!standing.covers(station.scope, EDITORS)) return refuse('outside-your-unions');
  if (station.live.awaitsAnswer !== true) return refuse('nothing-reported');
  const closure = answer === 'closed-until' ? closureUntil(until, reason, now) : null;
  if (answer === 'closed-until' && closure === null) return refuse('until-needed');
  const office = standing.officeFor(station.scope, EDITORS);
  const next = withAnswer(station, { answer, at: now, office, until: closure?.until ?? null }, closure, now);
  const outcome = await stations.update(
    // The revision keeps a closure from being lost under a form that is saved this very moment.
    { _id: stationId, 'live.round': station.live.round, revision: station.revision },
    {
      set: {
        // Not `live` as a whole: somebody may clock in this very moment.
        'live.round': next.live.round,
        'live.statements': next.live.statements,
        'live.awaitsAnswer': next.live.awaitsAnswer,
        'live.answers': next.live.answers,
        closure: next.closure,
        attention: next.attention,
        answeredAt: now,
      },
      increase: { revision: closure === null ? 0 : 1 },
    },
  );
  if (outcome !== 'updated') return refuse('changed-meanwhile');
  await closeAnsweredRound(next, { name: standing.name, personId: standing.personId });
  return agree({ status: statusNow(next, now) });
};

function closureUntil(until: EpochMs | null, reason: string | null, now: EpochMs): Closure | null {
  return until === null || reason === null || until <= now ? null : { from: now, until, reason };
}

function withAnswer(
  station: StationRecord,
  answer: Omit<RoundAnswer, 'round'>,
  closure: Closure | null,
  now: EpochMs,
): StationRecord {
  const next = { ...station, live: answered(station.live, answer), closure: closure ?? station.closure };
  return { ...next, attention: attentionOf(next, now) };
}

/** Closes the case of the last answered round and crosses it off. Safe to repeat; the timer knows no name. */
export async function closeAnsweredRound(
  station: StationRecord,
  by: { readonly name: string; readonly personId: PersonId } | null,
): Promise<void> {
  const last = station.live.answers.at(-1);
  if (last === undefined) return;
  const closing: Closing = {
    outcome: 'answered',
    by: by?.name ?? null,
    byId: by?.personId ?? null,
    office: last.office,
    at: last.at,
  };
  await closeStationCase(station, 'locked-door', last.round, null, closing);
  await stations.update({ _id: station._id, 'live.round': station.live.round }, { remove: ['answeredAt'] });
}

/** How long an answer's own call has to close its case. Milliseconds. */
const GRACE_MS = 60_000;
const BATCH = 50;

/** Closes the cases of answers whose call died. @returns how many */
export async function closeAnsweredRounds(now: EpochMs): Promise<number> {
  const left = await stations.find({ answeredAt: { upTo: EpochMs.parse(now - GRACE_MS) } }, { limit: BATCH });
  for (const station of left) await closeAnsweredRound(station, null);
  return left.length;
}
