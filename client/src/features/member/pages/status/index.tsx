import { useRouter } from '@tarojs/taro';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { StatusBody } from '../../status/status-body';
import { useStatus } from '../../status/use-status';
import { statusWords } from '../../status-copy';

export default function StatusPage() {
  const isFresh = useRouter().params['handedIn'] === 'now';
  const { question, withdrawing, onWithdraw } = useStatus();
  const view = question.at === 'loaded' ? question.value : null;
  const footer =
    view?.may.withdraw === true ? (
      <Button kind="secondary" busy={withdrawing.at === 'sending'} onPress={onWithdraw}>
        {statusWords.withdraw}
      </Button>
    ) : undefined;
  return (
    <Screen title={statusWords.title} footer={footer}>
      {isFresh && view?.state === 'submitted' ? (
        <Notice tone="good" title={statusWords.handedIn}>
          {statusWords.handedInAbout}
        </Notice>
      ) : null}
      {withdrawing.at === 'refused' || withdrawing.at === 'failed' ? (
        <Notice tone="warn">{withdrawing.text}</Notice>
      ) : null}
      <Asked question={question}>{(loaded) => <StatusBody view={loaded} now={Date.now()} />}</Asked>
    </Screen>
  );
}
