import { useEffect, useState } from 'react';

/** Often enough for a door that may be opened from a minute on. Milliseconds. */
const LOOK_MS = 30_000;

/** The time, looked at again every half minute: a page that stays open notices that a shift begins. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
