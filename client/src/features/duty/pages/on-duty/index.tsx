import { useRouter } from '@tarojs/taro';
import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { shiftIdIn } from '../../duty-address';
import { dutyText } from '../../on-duty/on-duty-copy';
import { OnDutyScreen } from '../../on-duty/on-duty-screen';

/** On the phone of a volunteer at a station, from arriving to leaving. It opens without a network, too. */
export default function OnDutyPage() {
  const shiftId = shiftIdIn(useRouter().params);
  if (shiftId !== null) return <OnDutyScreen key={shiftId} shiftId={shiftId} />;
  return (
    <Screen title={dutyText.title}>
      <Empty
        title={dutyText.badAddress}
        action={{ label: dutyText.toVolunteer, onPress: () => replaceWith('volunteer') }}
      />
    </Screen>
  );
}
