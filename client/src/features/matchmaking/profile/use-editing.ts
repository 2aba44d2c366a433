import type { OwnProfile } from '@contract/match-profile';
import { useEffect, useRef, useState } from 'react';
import { dayOf } from '@/features/event/event-time';
import { useToProblem } from '@/features/event/use-to-problem';
import { guardLeaving } from '@/platform/leave-guard';
import { toTop } from '@/platform/to-top';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { DraftProblems } from '../form/draft-problems';
import { aboutProblems, contactProblems, refusedProblems } from '../form/draft-problems';
import type { ProfileDraft } from '../form/profile-draft';
import { draftOf, formOf, withoutSensitive } from '../form/profile-draft';
import { profileText as text, saveRefusals } from './profile-copy';

/** Changing what one said. The way back leads to the profile, and asks first where something was typed. */
export function useEditing(profile: OwnProfile, onChanged: () => void, onClose: () => void) {
  const { step, run } = useDeed('matchmaking.saveProfile', saveRefusals);
  const [began] = useState(() => draftOf(profile.form));
  const [draft, setDraft] = useState(began);
  const [problems, setProblems] = useState<DraftProblems>({});
  const confirm = useConfirm();
  const say = useSay();
  const toProblem = useToProblem();
  const mayBeSensitive = profile.consents.some(({ purpose }) => purpose === 'sensitive');

  const onKeep = async () => {
    if (draft === began || (await confirm({ ...text.dropAsk, danger: true }))) onClose();
    return false;
  };
  const keep = useRef(onKeep);
  keep.current = onKeep;
  useEffect(() => guardLeaving(() => keep.current()), []);
  useEffect(toTop, []);

  const stay = (found: DraftProblems) => {
    setProblems(found);
    say(text.wrong);
    toProblem();
  };
  const onSave = async () => {
    const year = Number(dayOf(Date.now()).slice(0, 4));
    const found = { ...aboutProblems(draft, year), ...contactProblems(draft) };
    const form = formOf(mayBeSensitive ? draft : withoutSensitive(draft));
    if (form === null || Object.keys(found).length > 0) {
      stay(found);
      return;
    }
    const after = await run({ form, revision: profile.revision });
    if (after.at === 'done') {
      say(text.saved);
      onChanged();
      onClose();
    } else if (after.at === 'refused') {
      if (after.refusal === 'changed-meanwhile') onChanged();
      if (Object.keys(after.fields).length > 0) stay(refusedProblems(after.refusal, after.fields));
    }
  };
  return {
    draft,
    problems,
    step,
    mayBeSensitive,
    onSave: () => void onSave(),
    onKeep: () => void onKeep(),
    onChange: (change: Partial<ProfileDraft>) => {
      setDraft((before) => ({ ...before, ...change }));
      setProblems({});
    },
  };
}
