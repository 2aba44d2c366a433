import { useRouter } from '@tarojs/taro';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { proposalIdIn } from '../../proposal/proposal-address';
import { proposalText as text } from '../../proposal/proposal-copy';
import { ProposalSheet } from '../../proposal/proposal-sheet';
import { useProposal } from '../../proposal/use-proposal';

/** Somebody the matchmaker thinks one may like to know. */
export default function ProposalPage() {
  const proposalId = proposalIdIn(useRouter().params);
  const { question, refresh } = useProposal(proposalId);
  if (question.at === 'loaded') return <ProposalSheet {...question.value} refresh={refresh} />;
  const isUnknown = proposalId === null || (question.at === 'refused' && question.refusal === 'proposal-not-found');
  return (
    <Screen title={text.title}>
      {isUnknown ? (
        <Empty
          title={text.unknown}
          about={text.unknownAbout}
          action={{ label: text.toList, onPress: () => replaceWith('myProposals') }}
        />
      ) : (
        <Asked question={question} skeletonRows={6}>
          {() => null}
        </Asked>
      )}
    </Screen>
  );
}
