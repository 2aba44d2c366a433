import { useRouter } from '@tarojs/taro';
import { toTop } from '@/platform/to-top';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { shiftIdIn } from '../../duty-address';
import { showShiftRefusals, shiftPhrases } from '../../shift/shift-copy';
import { ShiftSheet } from '../../shift/shift-sheet';
import { useMinute } from '../../use-minute';

/** One shift: where, when, with whom, and what one may do about it. */
export default function ShiftPage() {
  const shiftId = shiftIdIn(useRouter().params);
  const { question, refresh } = useQuestion('duty.showShift', shiftId === null ? null : { shiftId }, showShiftRefusals);
  const now = useMinute();
  // How things stand is said at the top.
  const onChanged = () => {
    toTop();
    void refresh();
  };
  if (question.at === 'loaded') return <ShiftSheet shown={question.value} now={now} onChanged={onChanged} />;
  return (
    <Screen
      title={shiftPhrases.title}
      footer={
        question.at === 'loading' && shiftId !== null ? undefined : (
          <Button onPress={() => replaceWith('volunteer')}>我的班</Button>
        )
      }
    >
      {shiftId === null ? (
        <Notice tone="info">{showShiftRefusals['shift-not-found']}</Notice>
      ) : (
        <Asked question={question} skeletonRows={6}>
          {() => null}
        </Asked>
      )}
    </Screen>
  );
}
