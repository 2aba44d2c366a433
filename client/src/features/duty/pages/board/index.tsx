import { BoardDesk } from '../../board/board-desk';
import { boardPhrases } from '../../board/board-copy';
import { dayIn } from '../../board/week';
import { StationPage } from '../../station-page';

export default function DutyBoardPage() {
  return (
    <StationPage title={boardPhrases.title}>
      {(stationId, { day }) => <BoardDesk key={stationId} stationId={stationId} day={dayIn(day)} />}
    </StationPage>
  );
}
