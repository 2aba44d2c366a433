import { useUnread } from '@/features/event/inbox/use-unread';
import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { mineWords } from './copy';

/** What one registered for, where one helps, and what the union told one. */
export function EventRows() {
  const unread = useUnread();
  return (
    <Rows label={mineWords.events}>
      <Row title={mineWords.ownEvents} about={mineWords.ownEventsAbout} onPress={() => go('ownEvents')} />
      <Row title={mineWords.duty} about={mineWords.dutyAbout} onPress={() => go('volunteer')} />
      <Row title={mineWords.stewardships} about={mineWords.stewardshipsAbout} onPress={() => go('stewardships')} />
      <Row title={mineWords.studio} about={mineWords.studioAbout} onPress={() => go('studio')} />
      {/* The place of the number is there before the number: when it comes, a phone draws but a word anew. */}
      <Row title={mineWords.inbox} value={mineWords.unread(unread)} onPress={() => go('inbox')} />
    </Rows>
  );
}
