import { agree, refuse } from '../../types/result';
import { tell } from '../notice/inbox';
import { agreeToHours } from './agree-to-hours';
import type { Decider } from './hours-decision';
import { decision } from './hours-decision';
import type { HoursClaim } from './hours-records';
import { claims } from './hours-records';
import type { Handler } from './scene';
import { HEADS } from './scene';

export const decideHours: Handler<'decideHours'> = async ({ claimId, agree: agrees, reason }, scene) => {
  const { personId, standing } = scene;
  const claim = await claims.get(claimId);
  if (claim === null) return refuse('claim-not-found');
  if (!standing.covers(claim.scope, HEADS)) return refuse('outside-your-unions');
  if (claim.personId === personId) return refuse('own-hours');
  if (claim.enteredById === personId) return refuse('second-person-needed');
  if (claim.state !== 'asked') return answered(claim, agrees, scene);
  if (!agrees && reason === null) return refuse('reason-needed');
  if (agrees) {
    const problem = await agreeToHours(claim, scene);
    if (problem !== null) return refuse(problem);
  } else {
    await claims.update({ _id: claimId, state: 'asked' }, { set: decision('refused', reason, scene) });
  }
  const decided = await claims.get(claimId);
  return decided === null ? refuse('claim-not-found') : answered(decided, agrees, scene);
};

/** What the claim came to, for whoever decided it; everybody else is told that it is decided. */
async function answered(claim: HoursClaim, agrees: boolean, { personId, now }: Decider) {
  const own = claim.decidedById === personId && (claim.state === 'agreed') === agrees;
  if (!own) return refuse('decided-already');
  const news = {
    once: claim._id,
    at: now,
    subject: claim.stationName,
    eventId: null,
    stationId: claim.stationId,
    when: claim.from,
  };
  await tell([
    { ...news, to: claim.enteredById, kind: 'hours-answered', words: claim.decidedReason },
    ...(agrees ? [{ ...news, to: claim.personId, kind: 'hours-entered' as const, words: claim.reason }] : []),
  ]);
  return agree({ seq: claim.seq });
}
