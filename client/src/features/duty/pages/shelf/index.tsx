import { ShelfDesk } from '../../shelf/shelf-desk';
import { shelfPhrases } from '../../shelf/shelf-copy';
import { StationPage } from '../../station-page';

export default function ShelfPage() {
  return (
    <StationPage title={shelfPhrases.title}>
      {(stationId) => <ShelfDesk key={stationId} stationId={stationId} />}
    </StationPage>
  );
}
