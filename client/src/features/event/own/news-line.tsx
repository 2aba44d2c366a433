import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { momentOf } from '../event-time';
import { whereOf } from '../event-words';
import { useOwnNews } from './use-own-news';

/** On the first page: a place that is kept until one decides, or an event of the next day. */
export function NewsLine() {
  const news = useOwnNews();
  if (news === null) return null;
  const { event, own } = news;
  const now = Date.now();
  const isOffer = own.state === 'offered';
  const until = own.until === null ? '' : `请在${momentOf(own.until, now)}前决定，`;
  return (
    <Rows>
      <Row
        title={isOffer ? `有名额留给您：${event.title}` : event.title}
        about={isOffer ? `${until}过时会让给下一位` : `${momentOf(event.nextAt, now)} · ${whereOf(event)}`}
        tone={isOffer ? 'accent' : 'good'}
        onPress={() => go('event', { id: event.eventId })}
      />
    </Rows>
  );
}
