import { useRouter } from '@tarojs/taro';
import { profileIdIn } from '../../bench/bench-address';
import { BenchScreen } from '../../bench/bench-screen';
import { UnknownPage } from '../../bench/unknown-page';
import { ProposeDesk } from '../../propose/propose-desk';
import { proposePhrases } from '../../propose/propose-copy';

export default function ProposePage() {
  const { params } = useRouter();
  const one = profileIdIn(params, 'one');
  const other = profileIdIn(params, 'other');
  return (
    <BenchScreen title={proposePhrases.title}>
      {one === null || other === null ? <UnknownPage /> : <ProposeDesk one={one} other={other} />}
    </BenchScreen>
  );
}
