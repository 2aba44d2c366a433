import { browseWords } from '@/features/event/browse/browse-copy';
import { EventDays } from '@/features/event/browse/event-days';
import { EventFilters } from '@/features/event/browse/event-filters';
import { everything, isFiltered, useBrowsing } from '@/features/event/browse/use-browsing';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Screen } from '@/ui/screen';

export default function EventsPage() {
  const { filter, onFilter, question, more } = useBrowsing();
  const now = Date.now();
  const empty = isFiltered(filter) ? (
    <Empty
      title={browseWords.noneFiltered}
      about={browseWords.noneFilteredAbout}
      action={{ label: browseWords.clear, onPress: () => onFilter(everything) }}
    />
  ) : (
    <Empty
      title={browseWords.none}
      about={browseWords.noneAbout}
      action={{ label: browseWords.toStations, onPress: () => go('stations') }}
    />
  );
  return (
    <Screen title={browseWords.title}>
      <EventFilters filter={filter} onFilter={onFilter} now={now} />
      <Asked question={question} skeletonRows={5} empty={empty}>
        {(events) => <EventDays events={events} now={now} />}
      </Asked>
      <MoreButton more={more} />
    </Screen>
  );
}
