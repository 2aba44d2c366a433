import { statementVersion } from '../../types/match-kind';
import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { guestFacts } from '../member/standing';
import { changeOwn } from './change-own';
import { mayRenew, runsOutAt, stateAt, stepped } from './profile-states';
import type { Handler } from './scene';

/**
 * Half a year from today, with a statement of today; of the union whose member somebody is now. Asking again on the same
 * day hears of the first.
 */
export const renew: Handler<'renew'> = async ({ statement }, { now, personId }) => {
  const guest = await guestFacts(personId);
  return changeOwn(personId, now, (profile) => {
    const [unionId] = guest.unions;
    if (!guest.isMember || unionId === undefined) return refuse('members-only');
    if (statement.version !== statementVersion) return refuse('statement-changed');
    const { at } = profile.statement;
    if (at > profile.joinedAt && shanghaiDay(at) === shanghaiDay(now)) return agree(null);
    const before = stateAt(profile, now);
    const state = stepped(before, 'renew');
    if (!mayRenew(profile, now) || state === null) return refuse('too-early');
    const pausedUntil = before === 'paused' ? profile.pausedUntil : null;
    const statementNow = { version: statementVersion, at: now };
    return agree({
      state,
      unionId,
      lookedUpAt: now,
      pausedUntil,
      statement: statementNow,
      expiresAt: runsOutAt(now),
      told: [],
    });
  });
};
