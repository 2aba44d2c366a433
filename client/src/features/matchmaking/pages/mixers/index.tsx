import { StudioPage } from '../../bench/studio-page';
import { MixersDesk } from '../../mixers/mixers-desk';
import { mixersPhrases } from '../../mixers/mixers-copy';

export default function MixersPage() {
  return <StudioPage title={mixersPhrases.title}>{(studioId) => <MixersDesk studioId={studioId} />}</StudioPage>;
}
