import { useRouter } from '@tarojs/taro';
import { go, replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useState } from 'react';
import { useStudio } from '../../home/use-studio';
import type { StudioHome } from '../../home/use-studio';
import { JoinFlow } from '../../join/join-flow';
import { joinText as text } from '../../join/join-copy';

/** The way into the pool of a studio. */
export default function JoinPage() {
  const { params } = useRouter();
  const { question } = useStudio(params['id']);
  if (question.at === 'loaded') return <JoinGate first={question.value} />;
  return (
    <Screen title={text.title}>
      <Asked question={question} skeletonRows={5}>
        {() => null}
      </Asked>
    </Screen>
  );
}

/** What stood when the page opened: whoever joins here goes on to the picture, and is not told that they joined already. */
function JoinGate({ first }: { readonly first: StudioHome }) {
  const [{ studio, self }] = useState(first);
  if (self?.isMember === true && self.profile === null && studio?.isOpen === true) return <JoinFlow studio={studio} />;
  return (
    <Screen title={text.title}>
      <NotHere self={self} />
    </Screen>
  );
}

function NotHere({ self }: Pick<StudioHome, 'self'>) {
  if (self !== null && self.profile !== null) {
    const action = { label: text.toProfile, onPress: () => replaceWith('matchProfile') };
    return <Empty title={text.already} about={text.alreadyText} action={action} />;
  }
  if (self?.isMember === true) return <Empty title={text.closed} about={text.closedText} />;
  return (
    <Empty title={text.members} about={text.membersText} action={{ label: text.toEnrol, onPress: () => go('enrol') }} />
  );
}
