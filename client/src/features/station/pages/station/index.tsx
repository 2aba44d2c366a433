import type { StationDetail } from '@contract/station-view';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { DutyHere } from '@/features/duty/here/duty-here';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { AboutRows, StaffRows } from '../../detail/about-rows';
import { detailWords, showStationRefusals } from '../../detail/detail-copy';
import { DoorPanel } from '../../detail/door-panel';
import { EventsHere } from '../../detail/events-here';
import { FacilityRows } from '../../detail/facility-rows';
import { MoreRows } from '../../detail/more-rows';
import { NewsRows } from '../../detail/news-rows';
import { StationButtons } from '../../detail/station-buttons';
import { StatusPanel } from '../../detail/status-panel';
import { WeekTable } from '../../detail/week-table';
import { DoorReport } from '../../reports/door-report';
import { useReport } from '../../reports/use-report';
import { stationIdIn } from '../../station-address';
import { codeIn } from '../../visit/shown-code';

/** Everything of one station, by its id or by the code at its door. */
export default function StationPage() {
  const { params } = useRouter();
  const stationId = stationIdIn(params);
  const code = codeIn(params);
  const { question, refresh } = useQuestion(
    'station.show',
    { stationId, code: stationId === null ? code : null },
    showStationRefusals,
  );
  const station = question.at === 'loaded' ? question.value : null;
  return (
    <Screen title={detailWords.title} footer={station === null ? undefined : <StationButtons station={station} />}>
      <Asked question={question} skeletonRows={6}>
        {(loaded) => (
          <Station
            station={loaded}
            code={code}
            reportBegun={params['report'] === 'door'}
            onReported={() => void refresh()}
          />
        )}
      </Asked>
      {question.at === 'refused' ? <Button onPress={() => go('stations')}>{detailWords.toStations}</Button> : null}
    </Screen>
  );
}

type StationProps = {
  readonly station: StationDetail;
  readonly code: string | null;
  readonly reportBegun: boolean;
  readonly onReported: () => void;
};

function Station({ station, code, reportBegun, onReported }: StationProps) {
  const reporting = useReport(station.stationId, reportBegun, onReported);
  const now = Date.now();
  return (
    <View>
      <StatusPanel station={station} now={now} />
      {station.hasDoor ? <DoorPanel stationId={station.stationId} code={code} /> : null}
      <DoorReport reporting={reporting} state={station.status.state} now={now} />
      <NewsRows station={station} />
      <StaffRows station={station} />
      <FacilityRows station={station} now={now} />
      <WeekTable hoursText={station.hoursText} week={station.week} now={now} />
      <EventsHere stationId={station.stationId} />
      <DutyHere stationId={station.stationId} name={station.name} />
      <MoreRows station={station} />
      <AboutRows station={station} />
    </View>
  );
}
