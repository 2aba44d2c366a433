import { BoardDesk } from '../../board/board-desk';
import { boardPhrases } from '../../board/board-copy';
import { StationPage } from '../../station-page';

export default function DutyBoardPage() {
  return (
    <StationPage title={boardPhrases.title}>
      {(stationId) => <BoardDesk key={stationId} stationId={stationId} />}
    </StationPage>
  );
}
