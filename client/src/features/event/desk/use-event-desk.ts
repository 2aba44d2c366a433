import type { EventId } from '@contract/ids';
import type { Asking, ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { showDeskWords } from './desk-copy';

export type EventDesk = ValueFor<'event.showDesk'>;

/** What staff see of an event; asked anew after each thing that is done there. */
export const useEventDesk = (eventId: EventId): Asking<EventDesk> =>
  useQuestion('event.showDesk', { eventId }, showDeskWords);

/** Registrations that live: they are told when something about the event changes. */
export const livingOf = ({ confirmed, offered, waiting, entered }: EventDesk['figures']): number =>
  confirmed + offered + waiting + entered;
