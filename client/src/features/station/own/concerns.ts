import type { Tone } from '@/ui/tones';
import type { ValueFor } from '@/use-question';
import { todayOf } from '../desk/moments';
import { facilityName } from '../offer-words';
import { ownText } from './own-copy';

export type OwnStation = ValueFor<'station.listOwn'>['items'][number];
export type Concern = { readonly text: string; readonly tone: Tone };

const named = (codes: OwnStation['broken']): string => codes.map(facilityName).join('、');

/** What waits at a station, the most pressing first. */
export function concernsOf(station: OwnStation, now: number): readonly Concern[] {
  const { lockedReports, broken, lacks, agreementEnds } = station;
  const concerns: (Concern | null)[] = [
    lockedReports > 0 ? { text: ownText.locked(lockedReports), tone: 'danger' } : null,
    broken.length > 0 ? { text: ownText.broken(named(broken)), tone: 'danger' } : null,
    lacks.length > 0 ? { text: ownText.lacks(named(lacks)), tone: 'warn' } : null,
    agreementEnds === null
      ? null
      : {
          // The agreement holds to the end of its last day.
          text:
            agreementEnds < todayOf(now) ? ownText.agreementEnded(agreementEnds) : ownText.agreementEnds(agreementEnds),
          tone: 'warn',
        },
  ];
  return concerns.filter((concern) => concern !== null);
}
