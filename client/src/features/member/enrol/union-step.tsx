import type { UnionChoice } from '@contract/union';
import { useState } from 'react';
import { Asked } from '@/ui/asked';
import { Row, Rows } from '@/ui/rows';
import { useDeed } from '@/use-deed';
import type { Question, ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { chooseRefusals, findRefusals, ruleWords, unionWords } from '../enrol-copy';
import { toTop } from '@/platform/to-top';
import { StepFrame } from './step-frame';
import { UnionReason } from './union-reason';
import { UnionSearchPanel } from './union-search-panel';
import { ChosenUnionPanel } from './chosen-union-panel';
import type { Enrolment } from './use-enrolment';

type Found = ValueFor<'member.findUnion'>;
type Picked = Pick<UnionChoice, 'unionId' | 'name' | 'level'> & { readonly rule: UnionChoice['rule'] | null };

/** The union that fits, and why; another one is a reason away. */
export function UnionStep({ enrolment }: { readonly enrolment: Enrolment }) {
  const { view, onUnionChosen } = enrolment;
  const { question } = useQuestion('member.findUnion', {}, findRefusals);
  const { step, run, reset } = useDeed('member.chooseUnion', chooseRefusals);
  const [own, setOwn] = useState<Picked | null>(() =>
    view.union === null || view.union.recommended ? null : { ...view.union.choice, rule: null },
  );
  const [reason, setReason] = useState(view.union?.reason ?? '');
  const [tried, setTried] = useState(false);

  const recommended = recommendedIn(question);
  const isOwn = own !== null && own.unionId !== recommended?.unionId;
  const picked = isOwn ? own : recommended;
  const needsReason = isOwn && reason.trim() === '';
  const reasonMissing = tried && needsReason ? chooseRefusals['reason-needed'] : undefined;

  const onPick = (union: Picked) => {
    setOwn(union);
    setTried(false);
    reset();
    toTop();
  };
  const onContinue = async () => {
    setTried(true);
    if (picked === null || needsReason) return;
    const after = await run({ unionId: picked.unionId, reason: isOwn ? reason : null });
    if (after.at === 'done') onUnionChosen(after.value);
  };

  return (
    <StepFrame
      enrolment={enrolment}
      button={unionWords.button}
      onPress={() => void onContinue()}
      busy={step.at === 'sending'}
      problem={reasonMissing ?? (step.at === 'refused' || step.at === 'failed' ? step.text : undefined)}
    >
      <Asked question={question} skeletonRows={2}>
        {(found) => (
          <>
            {picked === null ? null : <ChosenUnionPanel union={picked} own={isOwn} />}
            {isOwn ? <UnionReason value={reason} onChange={setReason} problem={reasonMissing} /> : null}
            <OtherUnions found={found} pickedId={picked?.unionId ?? null} onPick={onPick} />
          </>
        )}
      </Asked>
      <UnionSearchPanel onPick={(union) => onPick({ ...union, rule: null })} />
    </StepFrame>
  );
}

const recommendedIn = (question: Question<Found>): Picked | null =>
  question.at === 'loaded' ? question.value.recommended : null;

type OtherUnionsProps = {
  readonly found: Found;
  readonly pickedId: string | null;
  readonly onPick: (union: Picked) => void;
};

function OtherUnions({ found, pickedId, onPick }: OtherUnionsProps) {
  const others = [found.recommended, ...found.others].filter(({ unionId }) => unionId !== pickedId);
  if (others.length === 0) return null;
  return (
    <Rows label={unionWords.others}>
      {others.map((choice) => (
        <Row
          key={choice.unionId}
          title={choice.name}
          about={choice.unionId === found.recommended.unionId ? unionWords.recommendedAgain : ruleWords[choice.rule]}
          onPress={() => onPick(choice)}
        />
      ))}
    </Rows>
  );
}
