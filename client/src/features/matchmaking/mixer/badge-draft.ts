import type { MatchContact } from '@contract/match-profile';
import { contactProblems } from '../form/draft-problems';
import type { ContactDraft } from '../form/contact-fields';
import { mixerText as text } from './mixer-copy';

/** What somebody has typed and ticked for a badge so far. */
export type BadgeDraft = ContactDraft & { readonly calledName: string; readonly agreed: boolean };

export const emptyBadge: BadgeDraft = { calledName: '', agreed: false, contactKind: 'mobile', contact: '' };

export type BadgeProblems = { readonly [Field in 'agreed' | 'calledName' | 'contact']?: string };

/** A sentence for each part that cannot be sent as it is. */
export const badgeProblems = (draft: BadgeDraft): BadgeProblems => ({
  ...(draft.agreed ? {} : { agreed: text.agreeMissing }),
  ...(draft.calledName.trim() === '' ? { calledName: text.calledNameMissing } : {}),
  ...contactProblems(draft),
});

export const badgeOf = ({ calledName, contactKind, contact }: BadgeDraft) => ({
  calledName: calledName.trim(),
  contact: { kind: contactKind, value: contact.trim() } satisfies MatchContact,
});
