import type { StudioView } from '@contract/match-profile';
import { momentText } from '@/calendar-words';
import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { useQuestion } from '@/use-question';
import type { Question, ValueFor } from '@/use-question';
import { homeText as text, listSittingsRefusals } from './home-copy';

export type OwnRowsProps = {
  readonly studio: StudioView;
  readonly hasProfile: boolean;
  /** Proposals that can still be answered. */
  readonly open: number;
};

/** The ways on from here. When the next sitting is comes a moment later, and changes but the words of its row. */
export function OwnRows({ studio, hasProfile, open }: OwnRowsProps) {
  const { studioId } = studio;
  const { question } = useQuestion('matchmaking.listSittings', { studioId }, listSittingsRefusals);
  return (
    <Rows label={text.own}>
      {hasProfile ? (
        <Row
          title={text.proposals}
          about={open > 0 ? text.proposalsOpen(open) : text.proposalsNone}
          onPress={() => go('myProposals')}
        />
      ) : null}
      <Row title={text.sittings} about={sittingsAbout(question)} onPress={() => go('sittings', { id: studioId })} />
      {hasProfile ? <Row title={text.profile} about={text.profileAbout} onPress={() => go('matchProfile')} /> : null}
      {hasProfile ? <Row title={text.looks} about={text.looksAbout} onPress={() => go('looks')} /> : null}
    </Rows>
  );
}

function sittingsAbout(question: Question<ValueFor<'matchmaking.listSittings'>>): string {
  if (question.at !== 'loaded') return text.sittingsAbout;
  const { own, days } = question.value;
  if (own !== null) return text.booked(momentText(own.startsAt));
  const next = days.find(({ isCalledOff, slots }) => !isCalledOff && slots.some(({ free }) => free > 0));
  return next === undefined ? text.sittingsAbout : text.nextSitting(next.day);
}
