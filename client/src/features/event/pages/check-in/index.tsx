import { useRouter } from '@tarojs/taro';
import { codeIn } from '@/features/station/visit/shown-code';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { Screen } from '@/ui/screen';
import { AttendEntry, AttendNotice, Attended } from '../../check-in/attending-parts';
import { attendWords } from '../../check-in/check-in-copy';
import { useAttending } from '../../check-in/use-attending';

/** Where the host's code leads, and where one types its letters. */
export default function AttendPage() {
  const attending = useAttending(codeIn(useRouter().params));
  const { step } = attending;
  if (step.at === 'done') {
    const { eventId } = step.value;
    return (
      <Screen
        title={attendWords.title}
        footer={
          <Button kind="secondary" onPress={() => go('event', { id: eventId })}>
            {attendWords.toEvent}
          </Button>
        }
      >
        <Attended attended={step.value} now={Date.now()} />
      </Screen>
    );
  }
  return (
    <Screen title={attendWords.title}>
      <AttendNotice attending={attending} />
      {step.at === 'sending' ? null : <AttendEntry attending={attending} />}
    </Screen>
  );
}
