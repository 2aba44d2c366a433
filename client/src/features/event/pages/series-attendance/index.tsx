import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { AttendanceBoard } from '../../attendance/attendance-board';
import { attendanceText } from '../../attendance/attendance-copy';
import { seriesIdIn } from '../../event-address';

export default function SeriesAttendancePage() {
  const seriesId = seriesIdIn(useRouter().params);
  const action = { label: attendanceText.toEvents, onPress: () => replaceWith('eventsDesk') };
  return (
    <StaffScreen title={attendanceText.title}>
      {seriesId === null ? (
        <Empty title={attendanceText.unknown} about={attendanceText.unknownAbout} action={action} />
      ) : (
        <AttendanceBoard key={seriesId} seriesId={seriesId} />
      )}
    </StaffScreen>
  );
}
