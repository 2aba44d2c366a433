import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { formText } from '../../form/form-copy';
import { NewStation, StationEditor } from '../../form/station-editor';
import { stationIdIn } from '../../station-address';

export default function EditPage() {
  const stationId = stationIdIn(useRouter().params);
  return (
    <StaffScreen title={stationId === null ? formText.title.new : formText.title.edit}>
      {stationId === null ? <NewStation /> : <StationEditor key={stationId} stationId={stationId} />}
    </StaffScreen>
  );
}
