import { useState } from 'react';
import { toTop } from '@/platform/to-top';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Screen } from '@/ui/screen';
import { AskSheet } from '../../hours/ask-sheet';
import { hoursPhrases } from '../../hours/hours-copy';
import { HoursSheet } from '../../hours/hours-sheet';
import { useOwnHours } from '../../hours/use-own-hours';

/** One's own book of hours, and the way to a certificate of it. */
export default function HoursPage() {
  const { question, refresh, older, more } = useOwnHours();
  const [isAsking, setAsking] = useState(false);
  const show = (asking: boolean) => {
    setAsking(asking);
    toTop();
  };
  if (isAsking) {
    const onClose = (sent: boolean) => {
      show(false);
      if (sent) void refresh();
    };
    return <AskSheet onClose={onClose} />;
  }
  const hasHours = question.at === 'loaded' && question.value.total > 0;
  return (
    <Screen
      title={hoursPhrases.title}
      footer={hasHours ? <Button onPress={() => show(true)}>{hoursPhrases.ask}</Button> : undefined}
    >
      <Asked question={question} skeletonRows={6}>
        {(hours) => <HoursSheet hours={hours} older={older} more={more} />}
      </Asked>
    </Screen>
  );
}
