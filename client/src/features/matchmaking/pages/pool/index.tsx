import { profileIdIn } from '../../bench/bench-address';
import { StudioPage } from '../../bench/studio-page';
import { PoolDesk } from '../../pool/pool-desk';
import { poolPhrases } from '../../pool/pool-copy';

export default function PoolPage() {
  return (
    <StudioPage title={poolPhrases.title}>
      {(studioId, parameters) => <PoolDesk studioId={studioId} forOne={profileIdIn(parameters, 'for')} />}
    </StudioPage>
  );
}
