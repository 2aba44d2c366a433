import { agree, refuse } from '../../types/result';
import { setCounts } from './guest-misses';
import { EXCUSE_WITHIN_MS, mayExcuse } from './missed';
import { ownView } from './own-view';
import { events } from './records';
import type { Registration } from './registration-records';
import { registrationId, registrations } from './registration-records';
import type { Handler } from './scene';

/** The row says that somebody explained; what is counted against them follows it, here or when they ask again. */
export const excuse: Handler<'excuse'> = async ({ eventId, reason, words }, { now, personId }) => {
  const event = await events.get(eventId);
  if (event === null) return refuse('event-not-found');
  const row = await registrations.get(registrationId(eventId, personId));
  if (row === null) return refuse('not-registered');
  const said = { reason, words: words === '' ? null : words, at: now };
  const next = isSame(row, said) ? row : await explained(row, said, mayExcuse(row, event, now));
  if (next === null)
    return refuse(row.missed === 'counts' && now >= event.endsAt + EXCUSE_WITHIN_MS ? 'too-late' : 'nothing-to-excuse');
  await setCounts(personId, eventId, false);
  const holder = event.live.holders[personId] ?? null;
  // Whoever missed an event came to none of its sessions.
  return agree(ownView(next, event, { holder, position: null, attended: [], now }));
};

type Said = NonNullable<Registration['excuse']>;

/** The row as it stands once it was said, here or by another tap of the same words; null when it cannot be. */
async function explained(row: Registration, said: Said, mayBe: boolean): Promise<Registration | null> {
  if (!mayBe) return null;
  const outcome = await registrations.update(
    { _id: row._id, missed: 'counts', excuse: null },
    { set: { missed: 'excuse-waits', excuse: said }, increase: { revision: 1 } },
  );
  if (outcome === 'updated') return { ...row, missed: 'excuse-waits', excuse: said };
  const current = await registrations.get(row._id);
  return current !== null && isSame(current, said) ? current : null;
}

const isSame = ({ missed, excuse: given }: Registration, { reason, words }: Said): boolean =>
  missed === 'excuse-waits' && given !== null && given.reason === reason && given.words === words;
