import { go } from '@/routes';
import { Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Screen } from '@/ui/screen';
import { inboxWords } from '../../inbox/inbox-copy';
import { NoticeRow } from '../../inbox/notice-row';
import { useInbox } from '../../inbox/use-inbox';

/** What the union told one. */
export default function InboxPage() {
  const { question, more } = useInbox();
  const now = Date.now();
  return (
    <Screen title={inboxWords.title}>
      <Asked
        question={question}
        skeletonRows={5}
        empty={
          <Empty
            title={inboxWords.none}
            about={inboxWords.noneAbout}
            action={{ label: inboxWords.toEvents, onPress: () => go('events') }}
          />
        }
      >
        {(notices) => (
          <Part role="list" label={inboxWords.title}>
            {notices.map((notice) => (
              <NoticeRow key={notice.noticeId} notice={notice} now={now} />
            ))}
          </Part>
        )}
      </Asked>
      <MoreButton more={more} />
    </Screen>
  );
}
