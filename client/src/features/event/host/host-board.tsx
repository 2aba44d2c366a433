import type { EventId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Heading } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Column, Columns } from '@/ui/columns';
import { CodeBoard } from './code-board';
import { GuestPanel } from './guest-panel';
import { hostText } from './host-copy';
import styles from './host.module.scss';
import { NotYet } from './not-yet';
import { NotesPanel } from './notes-panel';
import { useDoor } from './use-door';
import { useHostCodes } from './use-host-codes';
import type { HostCodes } from './use-host-codes';
import { WalkInPanel } from './walk-in-panel';

const at = classes(styles);

/** The door of an event: its code, who is there, and what this phone has written down. Give it the event's id as key. */
export function HostBoard({ eventId }: { readonly eventId: EventId }) {
  const codes = useHostCodes(eventId);
  const door = useDoor(eventId, codes.serverNow, codes.refresh);
  const { held, question } = codes;
  const notes = <NotesPanel door={door} />;
  if (question.at === 'refused') {
    return (
      <View>
        {question.refusal === 'not-now' ? (
          <NotYet eventId={eventId} text={question.text} />
        ) : (
          <Asked question={question}>{() => null}</Asked>
        )}
        {notes}
      </View>
    );
  }
  const acts = (
    <View>
      <GuestPanel door={door} />
      {held?.takesWalkIns === false ? null : <WalkInPanel door={door} counted={held?.walkIns ?? null} />}
      {notes}
    </View>
  );
  return (
    <Columns>
      <Column>
        <Shown codes={codes} />
      </Column>
      <Column>{acts}</Column>
    </Columns>
  );
}

/** Without a network it shows what it was told last, and the door goes on. */
function Shown({ codes: { held, question, code, refresh } }: { readonly codes: HostCodes }) {
  if (held === null) return <Asked question={question}>{() => null}</Asked>;
  return (
    <View className={at('board')}>
      <Heading level={2} className={at('event')}>
        {held.title}
      </Heading>
      <View className={at('counts')}>{hostText.counts(held.present, held.expected)}</View>
      <View className={at('words')}>{hostText.countsAbout}</View>
      <CodeBoard code={code} onAgain={refresh} />
    </View>
  );
}
