import { View } from '@tarojs/components';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { usePages } from '@/use-pages';
import { stationWords } from './copy';
import { StationRow } from './station-row';

export default function StationsPage() {
  const { question, more } = usePages('station.list');
  return (
    <Screen title={stationWords.title}>
      <View>{stationWords.lead}</View>
      <View>{stationWords.mapNext}</View>
      <Asked
        question={question}
        skeletonRows={6}
        empty={<Empty title={stationWords.none} about={stationWords.noneAbout} />}
      >
        {(stations) => (
          <Rows>
            {stations.map((station) => (
              <StationRow key={station.stationId} station={station} />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
    </Screen>
  );
}
