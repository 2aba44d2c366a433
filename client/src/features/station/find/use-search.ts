import type { Place } from '@contract/place';
import { useEffect, useState } from 'react';
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

/** Finds stations by name, street or the number on the sign. */
export function useSearch(from: Place): Searching {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<{ readonly text: string; readonly from: Place } | null>(null);
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
  if (wanted === '') return { text, onText: setText, found: null };
  if (asked?.text !== wanted) return { text, onText: setText, found: { at: 'loading' } };
  const found = question.at === 'loaded' ? { at: question.at, value: question.value.stations } : question;
  return { text, onText: setText, found };
}
