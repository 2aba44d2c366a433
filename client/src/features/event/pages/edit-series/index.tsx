import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { seriesIdIn } from '../../event-address';
import { seriesText } from '../../series/series-copy';
import { NewSeries, SeriesEditor } from '../../series/series-editor';

/** A series' form; without an id in the address, that of a new one. */
export default function EditSeriesPage() {
  const seriesId = seriesIdIn(useRouter().params);
  return (
    <StaffScreen title={seriesId === null ? seriesText.newTitle : seriesText.editTitle}>
      {seriesId === null ? <NewSeries /> : <SeriesEditor key={seriesId} seriesId={seriesId} />}
    </StaffScreen>
  );
}
