import { useRouter } from '@tarojs/taro';
import { back, replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { caseIdIn } from '../../case-address';
import { caseText } from '../../case-copy';
import { CaseDesk } from '../../case-desk';
import { StaffScreen } from '../../staff-screen';

export default function CasePage() {
  const caseId = caseIdIn(useRouter().params);
  return (
    <StaffScreen title={caseText.title}>
      {caseId === null ? (
        <Empty
          title={caseText.unknown}
          about={caseText.unknownAbout}
          action={{ label: caseText.toQueue, onPress: () => replaceWith('queue') }}
        />
      ) : (
        <CaseDesk key={caseId} caseId={caseId} onOpen={(next) => replaceWith('case', { caseId: next })} onBack={back} />
      )}
    </StaffScreen>
  );
}
