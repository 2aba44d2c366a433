import type { Place } from '@contract/place';
import { useState } from 'react';
import { here } from '@/platform/here';

/** Where one is, once one has said that the nearest should come first. A phone that does not tell is no trouble. */
export function useNear() {
  const [near, setNear] = useState<
    { readonly at: 'off' | 'asking' | 'untold' } | { readonly at: 'here'; readonly place: Place }
  >({ at: 'off' });
  const onNear = () => {
    if (near.at === 'asking') return;
    if (near.at === 'here') {
      setNear({ at: 'off' });
      return;
    }
    setNear({ at: 'asking' });
    void here().then((place) => setNear(place === null ? { at: 'untold' } : { at: 'here', place }));
  };
  return { near, onNear };
}
