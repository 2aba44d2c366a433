import { useEffect, useState } from 'react';
import { usePages } from '@/use-pages';

/** How long the fingers rest before the search begins. Milliseconds. */
const REST_MS = 350;

export type OwnStations = ReturnType<typeof useOwnStations>;

/** The stations of the caller's unions, narrowed by a few letters or to those where something waits. */
export function useOwnStations() {
  const [text, setText] = useState('');
  const [rested, setRested] = useState('');
  const [onlyAttention, setOnlyAttention] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const pages = usePages('station.listOwn', { text: rested === '' ? null : rested, onlyAttention });
  return { ...pages, text, searched: rested !== '', onlyAttention, onText: setText, onOnlyAttention: setOnlyAttention };
}
