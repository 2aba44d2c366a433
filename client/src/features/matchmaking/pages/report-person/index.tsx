import { useRouter } from '@tarojs/taro';
import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { proposalIdIn } from '../../proposal/proposal-address';
import { proposalText } from '../../proposal/proposal-copy';
import { reportText as text } from '../../report-person/report-copy';
import { ReportForm } from '../../report-person/report-form';

/** Telling the union's administrators of somebody. */
export default function ReportPersonPage() {
  const proposalId = proposalIdIn(useRouter().params);
  if (proposalId !== null) return <ReportForm proposalId={proposalId} />;
  return (
    <Screen title={text.title}>
      <Empty
        title={proposalText.unknown}
        about={proposalText.unknownAbout}
        action={{ label: proposalText.toList, onPress: () => replaceWith('myProposals') }}
      />
    </Screen>
  );
}
