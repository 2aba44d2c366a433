import type { EventId } from '@contract/ids';
import type { SelfView } from '@contract/member';
import { go, replaceWith } from '@/routes';
import { Notice } from '@/ui/notice';
import { useQuestion } from '@/use-question';
import { hostText } from './host-copy';

const organisers: readonly SelfView['roles'][number]['role'][] = ['station-head', 'clerk', 'administrator'];

/** The door is shut: organisers go back to the event's desk, and others, who have none, to the events. */
export function NotYet({ eventId, text }: { readonly eventId: EventId; readonly text: string }) {
  const { question } = useQuestion('member.showSelf', {});
  const isOrganiser = question.at === 'loaded' && question.value.roles.some(({ role }) => organisers.includes(role));
  const action = isOrganiser
    ? { label: hostText.toDesk, onPress: () => replaceWith('eventDesk', { id: eventId }) }
    : { label: hostText.toEvents, onPress: () => go('events') };
  // Not a way that turns into another under the finger.
  return (
    <Notice tone="info" action={question.at === 'loading' ? undefined : action}>
      {text}
    </Notice>
  );
}
