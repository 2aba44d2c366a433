import { StudioPage } from '../../bench/studio-page';
import { HeldDesk } from '../../held/held-desk';
import { heldPhrases } from '../../held/held-copy';

export default function HeldPage() {
  return <StudioPage title={heldPhrases.title}>{(studioId) => <HeldDesk studioId={studioId} />}</StudioPage>;
}
