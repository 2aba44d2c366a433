import { RosterDesk } from '../../roster/roster-editor';
import { rosterPhrases } from '../../roster/roster-copy';
import { StationPage } from '../../station-page';

export default function RosterPage() {
  return (
    <StationPage title={rosterPhrases.title}>
      {(stationId) => <RosterDesk key={stationId} stationId={stationId} />}
    </StationPage>
  );
}
