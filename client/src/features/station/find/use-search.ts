import type { Place } from '@contract/place';
import { useEffect, useMemo, useState } from 'react';
import type { Question, ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';

/** Somebody who types is asked about when the fingers rest. Milliseconds. */
const TYPING_MS = 300;
const MOST_CHARACTERS = 30;

export type Searching = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What was found; null while nothing is looked for. */
  readonly found: Question<ValueFor<'station.search'>['stations']> | null;
};

/**
 * Finds stations by name, street or the number on the sign.
 *
 * @param from the nearest of those that fit alike come first
 * @param isMeasured whether somebody stands at `from`; a distance from anywhere else would read as one's own
 */
export function useSearch(from: Place | null, isMeasured: boolean): Searching {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<{ readonly text: string; readonly from: Place | null } | null>(null);
  const wanted = text.trim().slice(0, MOST_CHARACTERS);
  useEffect(() => {
    if (wanted === '') {
      setAsked(null);
      return undefined;
    }
    const timer = setTimeout(
      () => setAsked((before) => (before?.text === wanted ? before : { text: wanted, from })),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [wanted, from]);

  const { question } = useQuestion('station.search', asked);
  const found = useMemo((): NonNullable<Searching['found']> => {
    if (question.at !== 'loaded') return question;
    const { stations } = question.value;
    const value = isMeasured ? stations : stations.map((station) => ({ ...station, distanceM: null }));
    return { at: question.at, value };
  }, [question, isMeasured]);
  if (wanted === '') return { text, onText: setText, found: null };
  return { text, onText: setText, found: asked?.text === wanted ? found : { at: 'loading' } };
}
