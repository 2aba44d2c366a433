import { useEffect } from 'react';
import { useQuestion } from '@/use-question';
import type { Question, ValueFor } from '@/use-question';
import { rememberVolunteer } from '../kept-volunteer';
import { listOwnRefusals } from './volunteer-copy';

export type Self = ValueFor<'duty.showVolunteer'>;
export type OwnShifts = ValueFor<'duty.listOwnShifts'>;

/** Who one is here, and one's shifts: asked side by side, and shown together. */
export function useVolunteer() {
  const self = useQuestion('duty.showVolunteer', {});
  const shifts = useQuestion('duty.listOwnShifts', {}, listOwnRefusals);
  const answer = self.question.at === 'loaded' ? self.question.value : null;
  useEffect(() => {
    if (answer !== null) rememberVolunteer(answer.volunteer?.state ?? null);
  }, [answer]);
  const isOnTheWay = answer?.volunteer != null && shifts.question.at === 'loading';
  const question: Question<Self> = isOnTheWay ? { at: 'loading' } : self.question;
  const onChanged = () => {
    void self.refresh();
    void shifts.refresh();
  };
  return { question, shifts: shifts.question, onChanged };
}
