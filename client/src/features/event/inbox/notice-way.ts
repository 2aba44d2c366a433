import type { Notice, NoticeKind } from '@contract/notice';
import type { PageName } from '@/routes';

export type Way = { readonly to: PageName; readonly parameters: Readonly<Record<string, string>> };

/** What leads to one page, whatever shift or event it speaks of. */
const ownPages: Partial<Record<NoticeKind, PageName>> = {
  'swap-asked': 'volunteer',
  'swap-answered': 'volunteer',
  'volunteer-answered': 'volunteer',
  'swap-waits-for-head': 'waiting',
  'hours-entered': 'hours',
  'certificate-answered': 'hours',
  'certificate-revoked': 'hours',
  'steward-answered': 'stewardships',
  'match-held-answered': 'matchProfile',
  'match-expiring': 'matchProfile',
  'match-expired': 'matchProfile',
  'match-left-union': 'studio',
  'match-removed': 'studio',
  'sitting-tomorrow': 'sittings',
  'sitting-called-off': 'sittings',
  'sitting-missed': 'sittings',
  'match-report-made': 'matchReports',
};

/** About the numbers and cards of a mixer, and not about the event it is part of. */
const atTheMixer: readonly NoticeKind[] = ['mixer-cards', 'mixer-told'];

/** Where somebody is missing the head sends somebody else. */
const onTheBoard: readonly NoticeKind[] = ['shift-gap', 'shift-late'];

/** To whoever wrote hours into a volunteer's book. */
const onTheBook: readonly NoticeKind[] = ['hours-answered'];

/** What the head of a station, or its steward, sees to at the station. */
const forTenders: readonly NoticeKind[] = ['supply-expired', 'incident-reported', 'need-reported'];

/** Where a tap on a line of the inbox leads; null where there is nothing more to see. */
export function wayOf({ kind, eventId, shiftId, stationId, proposalId }: Notice): Way | null {
  if (proposalId !== null) return { to: 'proposal', parameters: { id: proposalId } };
  if (eventId !== null && atTheMixer.includes(kind)) return { to: 'mixer', parameters: { id: eventId } };
  if (eventId !== null) return { to: 'event', parameters: { id: eventId } };
  const own = ownPages[kind];
  if (own !== undefined) return { to: own, parameters: {} };
  if (onTheBoard.includes(kind) && stationId !== null) return { to: 'dutyBoard', parameters: { id: stationId } };
  if (onTheBook.includes(kind) && stationId !== null) return { to: 'dutyBook', parameters: { id: stationId } };
  if (forTenders.includes(kind) && stationId !== null) return { to: 'dutyTasks', parameters: { id: stationId } };
  if (shiftId !== null) return { to: 'shift', parameters: { id: shiftId } };
  return stationId === null ? null : { to: 'station', parameters: { id: stationId } };
}
