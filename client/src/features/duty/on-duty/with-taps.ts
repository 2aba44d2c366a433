import type { DutyPage, Tapped } from '@contract/duty-tap';
import type { EpochMs } from '@contract/time';
import { waitingNotes } from '@/queue/notes';
import type { TapNotes } from './tap-queue';

/**
 * The page as it will be once the server has taken what waits: one sees at once what one has done. Nothing is decided
 * here; what the server refuses is taken back.
 *
 * @param aheadMs how far the server's clock is ahead of the phone's, by which the taps were written down
 */
export const withTaps = (page: DutyPage, notes: TapNotes, aheadMs: number): DutyPage =>
  waitingNotes(notes).reduce((shown, { wish, at }) => withTap(shown, wish, (at + aheadMs) as EpochMs), page);

function withTap(page: DutyPage, tapped: Tapped, at: EpochMs): DutyPage {
  switch (tapped.did) {
    case 'clock-in':
      return page.state === 'held' ? { ...inState(page, 'on-duty'), clockedInAt: at } : page;
    case 'opening-list':
      return page.openingDoneAt === null ? { ...withOpening(page, tapped, at), openingDoneAt: at } : page;
    case 'closing-list':
      return page.closingDoneAt === null ? { ...page, closingDoneAt: at } : page;
    case 'visitors':
      return { ...page, visitors: Math.max(0, page.visitors + tapped.people) };
    case 'incident':
      return { ...page, incidents: page.incidents + 1 };
    case 'handover':
      return { ...page, ownNote: tapped.words === '' ? null : tapped.words };
    case 'vouch':
      return page;
    case 'clock-out':
      return page.state === 'on-duty' || page.state === 'run-out'
        ? { ...inState(page, 'served'), clockedOutAt: at }
        : page;
  }
}

const inState = (page: DutyPage, state: DutyPage['state']): DutyPage => ({
  ...page,
  state,
  colleagues: page.colleagues.map((one) => (one.isSelf ? { ...one, state } : one)),
});

function withOpening(page: DutyPage, { facilities, counted }: Extract<Tapped, { did: 'opening-list' }>, at: EpochMs) {
  return {
    ...page,
    facilities: page.facilities.map((facility) => {
      const seen = facilities.find(({ code }) => code === facility.code);
      if (seen === undefined) return facility;
      return { ...facility, state: seen.works ? ('ok' as const) : ('broken' as const), checkedAt: at };
    }),
    shelf: page.shelf.map((line) => ({ ...line, ...counted.find(({ code }) => code === line.code) })),
  };
}
