import type { OwnProfile } from '@contract/match-profile';
import { fullDayText } from '@/calendar-words';
import { dayAfter } from '@/features/event/event-time';
import type { PageName } from '@/routes';
import { heldNames } from '../match-words';
import { homeText as text } from './home-copy';

/** Where one stands, and the one thing to do next, if there is any. */
export type OwnState = {
  readonly title: string;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'warn' | 'accent';
  readonly next: { readonly label: string; readonly page: PageName } | null;
};

/** Days that an expired profile is kept, for one to renew it. */
const KEPT_DAYS = 30;

/**
 * @param open proposals that can still be answered
 * @param isMember whoever is none any more has nothing to renew before they are one again
 */
export function ownState(profile: OwnProfile, open: number, isMember: boolean): OwnState {
  const { state, expiresOn, pausedUntil, turnedDown, held, consents, needsStamp, isStamped, mayRenew } = profile;
  const until = fullDayText(expiresOn);
  const toProfile = (label: string) => ({ label, page: 'matchProfile' as const });
  if (state === 'expired') {
    const gone = fullDayText(dayAfter(expiresOn, KEPT_DAYS));
    if (!isMember)
      return {
        title: text.left,
        text: text.leftText(gone),
        tone: 'warn',
        next: { label: text.toEnrol, page: 'enrol' },
      };
    return { title: text.expired, text: text.expiredText(gone), tone: 'warn', next: toProfile(text.renew) };
  }
  if (open > 0) return { title: text.open, text: text.openText, tone: 'accent', next: { label: text.toProposals, page: 'myProposals' } }; // prettier-ignore
  if (turnedDown.length > 0) {
    const names = turnedDown.map(({ field }) => heldNames[field]).join('、');
    return { title: text.turnedDown, text: text.turnedDownText(names), tone: 'warn', next: toProfile(text.change) };
  }
  if (mayRenew) return { title: text.soon, text: text.soonText(until), tone: 'accent', next: toProfile(text.renew) };
  if (state === 'paused') {
    const words = pausedUntil === null ? text.pausedText : text.pausedUntil(fullDayText(pausedUntil));
    return { title: text.paused, text: words, tone: 'plain', next: toProfile(text.resume) };
  }
  if (needsStamp && !isStamped) {
    return { title: text.stamp, text: text.stampText, tone: 'plain', next: { label: text.book, page: 'sittings' } };
  }
  if (!consents.some(({ purpose }) => purpose === 'proposals')) {
    return { title: text.kept, text: text.keptText, tone: 'plain', next: toProfile(text.toConsents) };
  }
  if (held.length > 0) {
    const names = held.map((field) => heldNames[field]).join('、');
    return { title: text.active, text: text.heldText(names), tone: 'good', next: null };
  }
  return { title: text.active, text: text.activeText(until), tone: 'good', next: null };
}
