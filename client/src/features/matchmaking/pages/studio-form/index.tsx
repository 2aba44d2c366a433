import { BenchScreen } from '../../bench/bench-screen';
import { StudioDesk } from '../../studio-form/studio-desk';
import { studioFoot, studioPhrases } from '../../studio-form/studio-copy';

export default function StudioFormPage() {
  return (
    <BenchScreen title={studioPhrases.title} foot={studioFoot}>
      <StudioDesk />
    </BenchScreen>
  );
}
