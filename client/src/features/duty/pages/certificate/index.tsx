import { useRouter } from '@tarojs/taro';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { certificatePhrases as words } from '../../certificate/certificate-copy';
import { CertificateSheet } from '../../certificate/certificate-sheet';
import { sheetOf } from '../../certificate/sheet';
import { ownHoursRefusals } from '../../hours/hours-copy';

/** One of one's own certificates, by its id. */
export default function CertificatePage() {
  const { id } = useRouter().params;
  const { question } = useQuestion('duty.listOwnHours', { before: null }, ownHoursRefusals);
  const certificate =
    question.at === 'loaded'
      ? question.value.certificates.find(({ certificateId }) => certificateId === id)
      : undefined;
  const sheet = certificate === undefined ? null : sheetOf(certificate);
  if (certificate !== undefined && sheet !== null) return <CertificateSheet certificate={certificate} sheet={sheet} />;
  return (
    <Screen title={words.title}>
      <Asked question={question} skeletonRows={8}>
        {() => (
          <Empty
            title={words.none}
            about={words.noneAbout}
            action={{ label: words.toHours, onPress: () => replaceWith('hours') }}
          />
        )}
      </Asked>
    </Screen>
  );
}
