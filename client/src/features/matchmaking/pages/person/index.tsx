import { useRouter } from '@tarojs/taro';
import { profileIdIn, studioIdIn } from '../../bench/bench-address';
import { BenchScreen } from '../../bench/bench-screen';
import { UnknownPage } from '../../bench/unknown-page';
import { PersonDesk } from '../../person/person-desk';
import { personPhrases } from '../../person/person-copy';

export default function PersonPage() {
  const { params } = useRouter();
  const profileId = profileIdIn(params);
  return (
    <BenchScreen title={personPhrases.title}>
      {profileId === null ? (
        <UnknownPage />
      ) : (
        <PersonDesk profileId={profileId} studioId={studioIdIn(params, 'studio')} forOne={profileIdIn(params, 'for')} />
      )}
    </BenchScreen>
  );
}
