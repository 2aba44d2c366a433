import type { StationId } from '@contract/ids';
import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { deskText } from './desk-copy';

const words = deskText.duty;

/** What the head of a station sees to about those who keep it open. */
export function DutyWays({ stationId }: { readonly stationId: StationId }) {
  const id = { id: stationId };
  return (
    <Rows label={words.title}>
      <Row title={words.board} about={words.boardAbout} onPress={() => go('dutyBoard', id)} />
      <Row title={words.gaps} about={words.gapsAbout} onPress={() => go('dutyGaps')} />
      <Row title={words.waiting} about={words.waitingAbout} onPress={() => go('waiting')} />
      <Row title={words.roster} about={words.rosterAbout} onPress={() => go('roster', id)} />
      <Row title={words.book} about={words.bookAbout} onPress={() => go('dutyBook', id)} />
      <Row title={words.shelf} about={words.shelfAbout} onPress={() => go('shelf', id)} />
    </Rows>
  );
}
