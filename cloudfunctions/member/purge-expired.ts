import { agree } from '../../types/result';
import { membersToPurge, membersToSettle, cardChecks, saveMember } from './records';
import { purged } from './retention';
import type { Handler } from './scene';
import { settle } from './settling';

/** As many as one run takes on; the next run takes the rest. */
const BATCH = 60;

export const purgeExpired: Handler<'purgeExpired'> = async (_input, { now }) => {
  let cleared = 0;
  for (const member of await membersToPurge(now, BATCH)) {
    const rest = purged(member, now);
    if (rest !== null && (await saveMember(member, rest)).outcome === 'saved') cleared += 1;
  }
  for (const check of await cardChecks.find({ purgeAt: { upTo: now } }, { limit: BATCH }))
    await cardChecks.remove(check._id);
  const unsettled = await membersToSettle(now, BATCH);
  const outcomes = [];
  for (const member of unsettled) outcomes.push(...(await Promise.allSettled([settle(member)])));
  // Those behind a record that cannot be settled are settled all the same; then the fault is told.
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return agree({ cleared, repaired: unsettled.length });
};
