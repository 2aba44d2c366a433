import { View } from '@tarojs/components';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import styles from '../../match.module.scss';
import { NoProposals } from '../../proposal/no-proposals';
import { listText as text } from '../../proposal/proposal-copy';
import { ProposalRows } from '../../proposal/proposal-rows';

const at = classes(styles);

/** Whom one was proposed to, latest first; those that ended stand apart. */
export default function MyProposalsPage() {
  const { question } = useQuestion('matchmaking.listProposals', {});
  return (
    <Screen title={text.title}>
      <Asked question={question} skeletonRows={4}>
        {({ proposals }) =>
          proposals.length === 0 ? (
            <NoProposals />
          ) : (
            <View>
              <View className={at('about')}>{text.about}</View>
              <ProposalRows label={text.now} list={proposals.filter(({ state }) => state !== 'ended')} />
              <ProposalRows label={text.before} list={proposals.filter(({ state }) => state === 'ended')} />
            </View>
          )
        }
      </Asked>
    </Screen>
  );
}
