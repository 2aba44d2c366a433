import { useRouter } from '@tarojs/taro';
import { Button } from '@/ui/button';
import { DeedNotice } from '@/ui/deed-notice';
import { Screen } from '@/ui/screen';
import { CertificateVerdict } from '../../verify/certificate-verdict';
import { CodeForm } from '../../verify/code-form';
import { useChecking } from '../../verify/use-checking';
import { verifyPhrases } from '../../verify/verify-copy';

/** For a stranger who holds a certificate: does it stand? Nobody signs in. */
export default function VerifyCertificatePage() {
  const { code, scene } = useRouter().params;
  const shown = code ?? scene ?? '';
  const checking = useChecking(shown === '' ? null : decodeURIComponent(shown));
  const { step, onNext } = checking;
  if (step.at === 'done') {
    return (
      <Screen title={verifyPhrases.title} footer={<Button onPress={onNext}>{verifyPhrases.next}</Button>}>
        <CertificateVerdict found={step.value} />
      </Screen>
    );
  }
  return (
    <Screen title={verifyPhrases.title}>
      <CodeForm checking={checking} />
      <DeedNotice step={step} />
    </Screen>
  );
}
