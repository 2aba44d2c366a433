import { StudioPage } from '../../bench/studio-page';
import { FollowUpsDesk } from '../../follow-ups/follow-ups-desk';
import { followUpsPhrases } from '../../follow-ups/follow-ups-copy';

export default function FollowUpsPage() {
  return <StudioPage title={followUpsPhrases.title}>{(studioId) => <FollowUpsDesk studioId={studioId} />}</StudioPage>;
}
