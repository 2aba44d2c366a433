import { useEffect, useRef, useState } from 'react';
import { call } from '@/cloud';
import { useEachShow } from '@/use-each-show';
import type { ValueFor } from '@/use-question';
import { isKnownVolunteer, rememberVolunteer } from '../kept-volunteer';

export type OwnDuty = ValueFor<'duty.showVolunteer'>;

/** A volunteer's next shift, asked when the first page shows; of nobody who is none, as far as this phone knows. */
export function useOwnDuty(): OwnDuty | null {
  const [duty, setDuty] = useState<OwnDuty | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEachShow(() => {
    if (!isKnownVolunteer()) return;
    void call('duty.showVolunteer', {}).then((answer) => {
      if (!answer.ok || gone.current) return;
      rememberVolunteer(answer.value.volunteer?.state ?? null);
      setDuty(answer.value);
    });
  });
  return duty;
}
