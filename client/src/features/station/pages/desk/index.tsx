import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { deskText } from '../../desk/desk-copy';
import { StationDesk } from '../../desk/station-desk';
import { stationIdIn } from '../../station-address';

export default function DeskPage() {
  const stationId = stationIdIn(useRouter().params);
  const action = { label: deskText.toOwn, onPress: () => replaceWith('ownStations') };
  return (
    <StaffScreen title={deskText.title}>
      {stationId === null ? (
        <Empty title={deskText.unknown} about={deskText.unknownAbout} action={action} />
      ) : (
        <StationDesk key={stationId} stationId={stationId} />
      )}
    </StaffScreen>
  );
}
