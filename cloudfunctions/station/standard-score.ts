import type { Assessment, StandardCode, StandardScore } from '../../types/standard';
import { standards } from '../../types/standard';
import type { StationRecord } from './records';

type Assessed = Pick<StationRecord, 'lacks' | 'place'> & { readonly assessments?: readonly Assessment[] | undefined };

/** How a station stands against each standard: what its record tells by itself, and what staff ticked beside it. */
export const standardScores = (station: Assessed): StandardScore[] =>
  standards.map((standard) => {
    const last = station.assessments?.find((one) => one.standard === standard.code) ?? null;
    const items = standard.items.map(({ code, known }) => ({
      code,
      isKnown: known !== null,
      met: known === null ? (last?.met.includes(code) ?? false) : tells(station, known),
    }));
    return {
      standard: standard.code,
      items,
      met: items.filter(({ met }) => met).length,
      assessedAt: last?.at ?? null,
      assessedBy: last?.by ?? null,
    };
  });

/** The latest assessment of each standard is kept; ticks that the standard does not know are dropped. */
export function assessed(before: readonly Assessment[], fresh: Assessment): Assessment[] {
  const items = standards.find(({ code }) => code === fresh.standard)?.items ?? [];
  const own = items.filter(({ code, known }) => known === null && fresh.met.includes(code)).map(({ code }) => code);
  return [...before.filter(({ standard }) => standard !== fresh.standard), { ...fresh, met: own }];
}

/** Names of the items that are ticked, for the station's history. */
export const metWords = (standard: StandardCode, met: readonly string[]): string =>
  (standards.find(({ code }) => code === standard)?.items ?? [])
    .filter(({ code }) => met.includes(code))
    .map(({ text }) => text)
    .join('、');

function tells({ lacks, place }: Assessed, known: 'six-facilities' | 'on-the-map'): boolean {
  return known === 'on-the-map' ? place !== null : lacks.length === 0;
}
