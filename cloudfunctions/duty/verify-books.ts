import { agree } from '../../types/result';
import { EpochMs } from '../../types/time';
import { alarm } from '../runtime/log';
import { faultOf } from './book-fault';
import type { Handler } from './scene';
import { volunteers } from './volunteer-records';

/** So many books are followed in one run; the timer rings every two minutes. */
const AT_ONCE = 20;
/** And each again after so long. Milliseconds. */
const AGAIN_AFTER_MS = 30 * 86_400_000;
/** A book that did not hold is looked at daily until it does. Milliseconds. */
const BROKEN_AGAIN_MS = 86_400_000;

export const verifyBooks: Handler<'verifyBooks'> = async (_input, { now }) => {
  const due = await volunteers.find({ verifyAt: { upTo: now } }, { order: [['verifyAt', 'asc']], limit: AT_ONCE });
  let broken = 0;
  for (const volunteer of due) {
    const fault = await faultOf(volunteer);
    if (fault !== null) broken += 1;
    const verifyAt = EpochMs.parse(now + (fault === null ? AGAIN_AFTER_MS : BROKEN_AGAIN_MS));
    // An entry that came in between has set its own time.
    await volunteers.update({ _id: volunteer._id, verifyAt: volunteer.verifyAt }, { set: { verifyAt } });
  }
  if (broken > 0) alarm('books-broken', broken);
  return agree({ read: due.length, broken });
};
