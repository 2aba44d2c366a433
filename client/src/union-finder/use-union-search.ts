import { useEffect, useState } from 'react';
import type { Question, ValueFor } from '../use-question';
import { useQuestion } from '../use-question';

export type FoundUnions = ValueFor<'member.searchUnions'>['unions'];

/** How long the fingers rest before the search begins. Milliseconds. */
const REST_MS = 350;

export type UnionSearch = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly question: Question<{ readonly unions: FoundUnions }>;
};

/** @param active while the form is closed nothing is asked */
export function useUnionSearch(active: boolean): UnionSearch {
  const [text, setText] = useState('');
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(text.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { question } = useQuestion('member.searchUnions', active ? { text: rested } : null);
  return { text, onText: setText, question };
}
