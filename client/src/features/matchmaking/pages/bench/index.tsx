import { BenchDesk } from '../../bench/bench-desk';
import { BenchScreen } from '../../bench/bench-screen';
import { benchPhrases } from '../../bench/bench-words';

export default function BenchPage() {
  return (
    <BenchScreen title={benchPhrases.title}>
      <BenchDesk />
    </BenchScreen>
  );
}
