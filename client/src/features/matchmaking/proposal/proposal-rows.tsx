import type { OwnProposal } from '@contract/match-proposal';
import { fullDayOf, momentText } from '@/calendar-words';
import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { proposalStateWords } from '../match-states';
import { calledText } from '../match-words';
import { listText as text } from './proposal-copy';

/** What was answered is said on the page of each: a list is read over somebody's shoulder. */
export function ProposalRows({ label, list }: { readonly label: string; readonly list: readonly OwnProposal[] }) {
  if (list.length === 0) return null;
  return (
    <Rows label={label}>
      {list.map((proposal) => {
        const { proposalId, state, calledName } = proposal;
        const hasEnded = state === 'ended';
        const stateName = proposalStateWords[state].text;
        return (
          <Row
            key={proposalId}
            title={hasEnded ? stateName : calledText(calledName)}
            about={aboutOf(proposal)}
            value={state === 'open' ? stateName : undefined}
            onPress={() => go('proposal', { id: proposalId })}
          />
        );
      })}
    </Rows>
  );
}

function aboutOf({ state, studioName, proposedAt, revealsAt, answer, fromMixer }: OwnProposal): string {
  switch (state) {
    case 'open':
      return answer === null ? text.revealing : text.open(momentText(revealsAt));
    case 'mutual':
      return fromMixer ? text.mixer : text.mutual;
    case 'ended':
      return text.ended(studioName, fullDayOf(proposedAt));
  }
}
