import type { CardState, CardView } from '../../types/membership';
import { CARD_CODE_LIFE_MS } from '../../types/membership';
import { CardNumber } from '../../types/ids';
import { opensDoors } from './membership';
import type { Member } from './records';

/** What the card says; null when there is neither a membership nor an application that waits. */
export function cardState(member: Member): CardState | null {
  if (member.membership !== null && member.membership.state !== 'left') return member.membership.state;
  if (member.enrolment.state === 'submitted') return 'pending';
  return member.membership === null ? null : 'left';
}

/** @param code makes the code of this instant; asked only for a card that opens doors */
export function cardView(member: Member, code: () => string): CardView | null {
  const state = cardState(member);
  if (state === null) return null;
  const number = CardNumber.safeParse(member.cardNumber);
  const isIssued = state !== 'pending' && member.membership !== null;
  return {
    state,
    name: member.form.name ?? '',
    unionName: (isIssued ? member.membership?.unionName : member.union?.name) ?? '',
    cardNumber: isIssued && number.success ? number.data : null,
    since: isIssued ? (member.membership?.since ?? null) : null,
    code: opensDoors(state) ? code() : null,
    codeLivesMs: CARD_CODE_LIFE_MS,
  };
}
