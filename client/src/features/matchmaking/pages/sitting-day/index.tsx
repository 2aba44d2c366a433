import { dayIn } from '../../bench/bench-address';
import { StudioPage } from '../../bench/studio-page';
import { DayDesk } from '../../sitting-day/day-desk';
import { sittingPhrases } from '../../sitting-day/sitting-copy';

export default function SittingDayPage() {
  return (
    <StudioPage title={sittingPhrases.title}>
      {(studioId, parameters) => <DayDesk studioId={studioId} firstDay={dayIn(parameters)} />}
    </StudioPage>
  );
}
