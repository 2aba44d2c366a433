import type { UnionId } from '@contract/ids';
import type { MatchPurpose } from '@contract/match-kind';
import { matchConsentVersion, statementVersion } from '@contract/match-kind';
import type { OwnProfile } from '@contract/match-profile';
import { useEffect, useState } from 'react';
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
import { emptyDraft, formOf, withoutSensitive } from '../form/profile-draft';
import { joinRefusals, joinText } from './join-copy';

export type Statement = 'isSingle' | 'isOfAge';
export type JoinStep = 'statement' | 'about' | 'private' | 'photo';
export const joinSteps = ['statement', 'about', 'private', 'photo'] as const satisfies readonly JoinStep[];

/** The calendar year in Shanghai. */
const yearNow = (): number => Number(dayOf(Date.now()).slice(0, 4));

/**
 * Somebody signs up: what they state and agree to, what they tell, how they are reached. Nothing of it is kept on the
 * phone: it is lent and lost.
 */
export function useJoining(studioId: UnionId) {
  const { step: sending, run, reset } = useDeed('matchmaking.join', joinRefusals);
  const [step, setStep] = useState<JoinStep>('statement');
  const [stated, setStated] = useState<readonly Statement[]>([]);
  const [agreed, setAgreed] = useState<readonly MatchPurpose[]>([]);
  const [draft, setDraft] = useState<ProfileDraft>(emptyDraft);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [missing, setMissing] = useState<readonly ('statement' | 'pool')[]>([]);
  const [joined, setJoined] = useState<OwnProfile | null>(null);
  const confirm = useConfirm();
  const say = useSay();
  const toProblem = useToProblem();

  const isTyped = joined === null && (stated.length > 0 || agreed.length > 0 || draft !== emptyDraft);
  useEffect(
    () => (isTyped ? guardLeaving(() => confirm({ ...joinText.leaveAsk, danger: true })) : undefined),
    [isTyped, confirm],
  );

  const goTo = (next: JoinStep) => {
    setStep(next);
    toTop();
  };
  const stay = () => {
    say(joinText.wrong);
    toProblem();
  };

  const mayBeSensitive = agreed.includes('sensitive');
  const send = async () => {
    const form = formOf(mayBeSensitive ? draft : withoutSensitive(draft));
    if (form === null) return;
    const after = await run({
      studioId,
      statement: { version: statementVersion, isSingle: true, isOfAge: true },
      consents: agreed.map((purpose) => ({ purpose, version: matchConsentVersion })),
      form,
    });
    if (after.at === 'done') {
      setJoined(after.value.profile);
      goTo('photo');
    } else if (after.at === 'refused' && Object.keys(after.fields).length > 0) {
      turnBack(refusedProblems(after.refusal, after.fields));
    }
  };
  /** What the server found may stand on the step before. */
  const turnBack = (found: DraftProblems) => {
    setProblems(found);
    if (found.contact === undefined) setStep('about');
    stay();
  };

  const onContinue = () => {
    if (step === 'statement') {
      const lacks = [
        ...(stated.length < 2 ? (['statement'] as const) : []),
        ...(agreed.includes('pool') ? [] : (['pool'] as const)),
      ];
      setMissing(lacks);
      if (lacks.length > 0) stay();
      else goTo('about');
      return;
    }
    const found = step === 'about' ? aboutProblems(draft, yearNow()) : contactProblems(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) stay();
    else if (step === 'about') goTo('private');
    else void send();
  };

  return {
    step, sending, stated, agreed, missing, draft, problems, joined, mayBeSensitive, onContinue,
    onBack: () => {
      reset();
      goTo(step === 'private' ? 'about' : 'statement');
    },
    onState: (next: readonly Statement[]) => {
      setStated(next);
      setMissing([]);
    },
    onAgree: (next: readonly MatchPurpose[]) => {
      setAgreed(next);
      setMissing([]);
    },
    onChange: (change: Partial<ProfileDraft>) => {
      setDraft((before) => ({ ...before, ...change }));
      setProblems({});
    },
    onProfile: setJoined,
  }; // prettier-ignore
}
export type Joining = ReturnType<typeof useJoining>;
