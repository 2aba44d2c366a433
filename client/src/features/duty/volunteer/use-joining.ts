import type { InputFor } from '@contract/contracts';
import type { Volunteer } from '@contract/duty-volunteer';
import { useState } from 'react';
import { useToProblem } from '@/features/event/use-to-problem';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { Draft } from './draft';
import { draftOf, problemsOf } from './draft';
import { formPhrases, saveRefusals } from './volunteer-copy';

/** The text that stands in volunteer-copy.ts. */
const terms: InputFor<'duty.saveVolunteer'>['terms'] = '2026-11';

/** Somebody becomes a volunteer, or changes what they said. */
export function useJoining(volunteer: Volunteer | null, mustAgree: boolean, onDone: () => void) {
  const { step, run, reset } = useDeed('duty.saveVolunteer', saveRefusals);
  const [draft, setDraft] = useState(() => draftOf(volunteer));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const say = useSay();
  const toProblem = useToProblem();

  const onSave = async () => {
    const found = problemsOf(draft, mustAgree);
    setProblems(found);
    if (draft.station === null || Object.keys(found).length > 0) {
      reset();
      say(formPhrases.wrong);
      toProblem();
      return;
    }
    const { calledName, station, birthYear, skills, thanks } = draft;
    const form = {
      calledName: calledName.trim(),
      stationId: station.stationId,
      birthYear: Number(birthYear.trim()),
      skills: [...skills],
      thanks,
    };
    const after = await run({ form, terms });
    if (after.at !== 'done') return;
    if (!mustAgree) say(formPhrases.saved);
    onDone();
  };
  const onChange = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblems({});
  };
  return { draft, onChange, problems, step, onSave: () => void onSave() };
}
export type Joining = ReturnType<typeof useJoining>;
