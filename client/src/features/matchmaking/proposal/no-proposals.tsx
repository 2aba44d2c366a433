import type { OwnProfile } from '@contract/match-profile';
import type { PageName } from '@/routes';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { useQuestion } from '@/use-question';
import { noneText, toPages } from './proposal-copy';

type Why = { readonly title: string; readonly about: string; readonly to: PageName & keyof typeof toPages };

/** Why nobody is proposed to one, where there is more to it than that it takes its time. */
function whyNone(profile: OwnProfile | null): Why {
  if (profile === null) return { ...noneText.notJoined, to: 'studio' };
  if (profile.state === 'expired') return { ...noneText.expired, to: 'matchProfile' };
  if (!profile.consents.some(({ purpose }) => purpose === 'proposals')) {
    return { ...noneText.refused, to: 'matchProfile' };
  }
  if (profile.state === 'paused') return { ...noneText.paused, to: 'matchProfile' };
  if (profile.needsStamp && !profile.isStamped) return { ...noneText.stamp, to: 'sittings' };
  return { ...noneText.waiting, to: 'studio' };
}

/** Of somebody without a proposal: whether there can be one, and what would have to be for it. */
export function NoProposals() {
  const { question } = useQuestion('matchmaking.showOwn', {});
  return (
    <Asked question={question} skeletonRows={4}>
      {({ profile }) => {
        const { title, about, to } = whyNone(profile);
        return <Empty title={title} about={about} action={{ label: toPages[to], onPress: () => go(to) }} />;
      }}
    </Asked>
  );
}
