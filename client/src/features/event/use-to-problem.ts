import { useEffect, useState } from 'react';
import { toFirst } from '@/platform/to-top';
import { problemClass } from '@/ui/field';

/**
 * Brings what is wrong into sight once it is on the page: the button is at the foot of a long form, the first problem
 * often far above.
 *
 * @returns to be called right after the problems were set
 */
export function useToProblem(): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) toFirst(problemClass);
  }, [asked]);
  return () => setAsked((times) => times + 1);
}
