import { canScan } from '@/platform/device';
import { Button } from '@/ui/button';
import { Screen } from '@/ui/screen';
import { CodeEntry } from '../../verify/code-entry';
import { useVerification } from '../../verify/use-verification';
import { Verdict } from '../../verify/verdict';
import { verifyWords } from '../../card-copy';

export default function VerifyPage() {
  const verification = useVerification();
  const { step, onNext, onScan } = verification;
  if (step.at === 'idle' || step.at === 'sending') {
    return (
      <Screen title={verifyWords.title}>
        <CodeEntry verification={verification} />
      </Screen>
    );
  }
  const onNextCard = () => {
    onNext();
    if (canScan) onScan();
  };
  return (
    <Screen title={verifyWords.title} footer={<Button onPress={onNextCard}>{verifyWords.next}</Button>}>
      <Verdict step={step} />
    </Screen>
  );
}
