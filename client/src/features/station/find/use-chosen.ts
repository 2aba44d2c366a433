import type { StationId } from '@contract/ids';
import type { StationSummary } from '@contract/station-view';
import { useState } from 'react';
import type { WordsFor } from '@/answer-words';
import type { Question } from '@/use-question';
import { useQuestion } from '@/use-question';

/** A station that was tapped, as far as the place of the tap knew it. */
type Tapped = {
  readonly stationId: StationId;
  readonly name: string;
  readonly summary: StationSummary | null;
  /** From where its distance was told. */
  readonly origin: 'here' | 'centre';
};

export type Chosen = {
  readonly tapped: Tapped | null;
  readonly question: Question<StationSummary>;
  readonly choose: (tapped: Tapped | null) => void;
};

/** The one station that is looked at. A row knows all of it; a pin far from the list asks. */
export function useChosen(): Chosen {
  const [tapped, choose] = useState<Tapped | null>(null);
  const needsAsking = tapped !== null && tapped.summary === null;
  const { question } = useQuestion(
    'station.show',
    needsAsking ? { stationId: tapped.stationId, code: null } : null,
    showRefusals,
  );
  const summary = tapped?.summary ?? null;
  return { tapped, question: summary === null ? question : { at: 'loaded', value: summary }, choose };
}

const showRefusals: WordsFor<'station.show'> = {
  'station-not-found': '这个站点已经撤下，请看看附近别的站点',
  'code-unreadable': '这个码读不出来，请再扫一次',
};
