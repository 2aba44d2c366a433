import { StudioPage } from '../../bench/studio-page';
import { ProposalsDesk } from '../../proposals/proposals-desk';
import { proposalsPhrases } from '../../proposals/proposals-copy';

export default function ProposalsPage() {
  return <StudioPage title={proposalsPhrases.title}>{(studioId) => <ProposalsDesk studioId={studioId} />}</StudioPage>;
}
