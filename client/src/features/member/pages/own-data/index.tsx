import { View } from '@tarojs/components';
import { useQuestion } from '@/use-question';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Screen } from '@/ui/screen';
import { ConsentList } from '../../own-data/consent-list';
import { HeldData } from '../../own-data/held-data';
import { HeldEvents } from '../../own-data/held-events';
import { ownDataText, showOwnDataWords } from '../../own-data/own-data-copy';
import styles from '../../own-data/own-data.module.scss';
import { CopyPanel, CorrectionPanel, LeavePointer, LooksList, StudioPointer } from '../../own-data/own-data-panels';
import { useCorrections } from '../../own-data/use-corrections';
import { useOwnCopy } from '../../own-data/use-own-copy';
import { useWithdrawing } from '../../own-data/use-withdrawing';

const at = classes(styles);

export default function OwnDataPage() {
  const { question, refresh } = useQuestion('member.showOwnData', {}, showOwnDataWords);
  const correcting = useCorrections(refresh);
  const withdrawing = useWithdrawing(question.at === 'loaded' && question.value.may.correct, refresh);
  const copy = useOwnCopy();
  return (
    <Screen title={ownDataText.title}>
      <Asked question={question} skeletonRows={5}>
        {({ held, consents, looks, may }) => (
          <View>
            <View className={at('lead')}>{ownDataText.lead}</View>
            <HeldData held={held} />
            <HeldEvents />
            <StudioPointer />
            <CorrectionPanel held={held} may={may.correct} correcting={correcting} />
            <LooksList looks={looks} />
            <ConsentList consents={consents} withdrawing={withdrawing} />
            <CopyPanel copy={copy} />
            {may.correct ? <LeavePointer /> : null}
          </View>
        )}
      </Asked>
    </Screen>
  );
}
