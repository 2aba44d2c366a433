import type { UnionSummary } from '@contract/union';
import { useState } from 'react';
import type { Question } from '@/use-question';
import { useQuestion } from '@/use-question';

export type UnionSearch = {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onSearch: () => void;
  /** What was asked for last; null before the first time. */
  readonly asked: string | null;
  readonly question: Question<{ readonly unions: readonly UnionSummary[] }>;
};

/** Looks for unions by a part of their name. */
export function useUnionSearch(): UnionSearch {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const { question } = useQuestion('member.searchUnions', asked === null ? null : { text: asked });
  const onSearch = () => {
    const wanted = text.trim();
    if (wanted !== '') setAsked(wanted);
  };
  return { text, onType: setText, onSearch, asked, question };
}
