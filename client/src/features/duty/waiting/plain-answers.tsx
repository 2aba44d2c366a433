import { roleName, skillName } from '../duty-words';
import { whenOf, momentOf } from '../shift-words';
import { useDeed } from '@/use-deed';
import {
  answerStewardRefusals,
  decideExcuseRefusals,
  decideSwapRefusals,
  decideVolunteerRefusals,
  waitingPhrases,
} from './waiting-copy';
import type { Waiting } from './waiting-list';
import { WaitingPanel, useAnswered } from './waiting-panel';

const words = waitingPhrases;

export type AnswerProps<Kind extends keyof Waiting> = {
  readonly one: Waiting[Kind][number];
  readonly now: number;
  readonly onAnswered: () => Promise<void>;
};

export function VolunteerAnswer({ one, now, onAnswered }: AnswerProps<'volunteers'>) {
  const { number, name, calledName, isVolunteer, stationName, skills, askedAt } = one;
  const { step, run } = useDeed('duty.decideVolunteer', decideVolunteerRefusals);
  const after = useAnswered(onAnswered);
  return (
    <WaitingPanel
      title={name}
      lines={[
        isVolunteer ? stationName : words.wants(stationName),
        calledName === null ? null : words.wantsName(calledName),
        skills.length === 0 ? words.noSkills : skills.map(skillName).join('，'),
        words.since(momentOf(askedAt, now)),
      ]}
      step={step}
      onAnswer={(yes) => void run({ number, state: yes ? 'accepted' : 'declined', calledName }).then(after)}
    />
  );
}

export function SwapAnswer({ one, now, onAnswered }: AnswerProps<'swaps'>) {
  const { swapId, from, to, given, wanted } = one;
  const { step, run } = useDeed('duty.decideSwap', decideSwapRefusals);
  const after = useAnswered(onAnswered);
  const title = (wanted === null ? words.replacement : words.swap)(from.calledName, to.calledName);
  return (
    <WaitingPanel
      title={title}
      lines={[
        given.stationName,
        words.gives(from.calledName, whenOf(given, now)),
        wanted === null ? null : words.gives(to.calledName, whenOf(wanted, now)),
        words.agreed,
      ]}
      step={step}
      onAnswer={(agree) => void run({ swapId, agree }).then(after)}
    />
  );
}

export function StewardAnswer({ one, now, onAnswered }: AnswerProps<'stewards'>) {
  const { stewardId, calledName, stationName, since } = one;
  const { step, run } = useDeed('duty.answerSteward', answerStewardRefusals);
  const after = useAnswered(onAnswered);
  return (
    <WaitingPanel
      title={calledName}
      lines={[words.wantsSteward(stationName), words.since(momentOf(since, now))]}
      step={step}
      onAnswer={(accept) => void run({ stewardId, accept }).then(after)}
    />
  );
}

export function ExcuseAnswer({ one, now, onAnswered }: AnswerProps<'excuses'>) {
  const { shift, number, name, words: said } = one;
  const { step, run } = useDeed('duty.decideShiftExcuse', decideExcuseRefusals);
  const after = useAnswered(onAnswered);
  return (
    <WaitingPanel
      title={words.excuseOf(name)}
      lines={[
        `${whenOf(shift, now)}，${shift.stationName}`,
        shift.needs.map(({ role }) => roleName(role)).join('、'),
        said,
      ]}
      step={step}
      yes={words.accept}
      no={words.decline}
      onAnswer={(accept) => void run({ shiftId: shift.shiftId, number, accept }).then(after)}
    />
  );
}
