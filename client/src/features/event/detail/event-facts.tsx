import type { EventDetail } from '@contract/event-view';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { dayHeading, dayOf, hoursOf } from '../event-time';
import { audienceWords, eventWords, seatLines } from './event-copy';

type Fact = { readonly label: string; readonly value: string };

/** When, who, how many, how much. */
export function EventFacts({ event, now }: { readonly event: EventDetail; readonly now: number }) {
  const { provider, unionName, fee, contact, stationId, stationName, zoneName, address } = event;
  const facts: readonly (Fact | null)[] = [
    ...timeFacts(event, now),
    fact(eventWords.audience, audienceWords(event)),
    ...(event.state === 'cancelled' ? [] : seatFacts(event, now)),
    fact(eventWords.fee, fee),
    fact(eventWords.provider, provider),
    fact(eventWords.union, unionName),
    fact(eventWords.contact, contact),
  ];
  return (
    <View>
      <Panel>
        <Facts items={facts.filter((item) => item !== null)} />
      </Panel>
      <Rows label={eventWords.where}>
        <Row
          title={zoneName === null ? stationName : `${stationName} · ${zoneName}`}
          about={address}
          onPress={() => go('station', { id: stationId })}
        />
      </Rows>
    </View>
  );
}

const fact = (label: string, value: string | null): Fact | null => (value === null ? null : { label, value });

/** What of places an event that was called off has no use for. */
const seatFacts = (event: EventDetail, now: number): readonly (Fact | null)[] => [
  fact(eventWords.seats, event.places === 'walk-in' ? eventWords.walkIn : seatLines(event, now).join('\n')),
  event.inPairs ? fact(eventWords.admission, eventWords.inPairs) : null,
  event.waiting === null || event.waiting === 0
    ? null
    : fact(eventWords.waiting, eventWords.waitingCount(event.waiting)),
  event.places !== 'walk-in' && event.walkIns ? fact(eventWords.walkInLabel, eventWords.walkInsToo) : null,
];

function timeFacts({ allSessions }: EventDetail, now: number): readonly Fact[] {
  return allSessions.map(({ startsAt, endsAt }, nth) => {
    const day = dayOf(startsAt);
    return {
      label: allSessions.length === 1 ? eventWords.when : eventWords.nth(nth + 1),
      // A line ends before the hours, not within them.
      value: `${dayHeading(day, now)} ${hoursOf(startsAt, endsAt, now).replace('–', '–\u2060')}`,
    };
  });
}
