import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { refusedNotes, waitingNotes } from '@/queue/notes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import type { DoorNote } from './door-queue';
import { hostText } from './host-copy';
import styles from './host.module.scss';
import { notedAt, refusedText, wishText } from './note-words';
import type { Door } from './use-door';

const at = classes(styles);

/** What only this phone knows, and what the server would not take. */
export function NotesPanel({ door }: { readonly door: Door }) {
  const { queue, sending, stopped, onSend, onReadAway } = door;
  const waiting = waitingNotes(queue);
  const refused = refusedNotes(queue);
  return (
    <View>
      {refused.length === 0 ? null : (
        <Panel title={hostText.refusedTitle} tone="danger">
          <View className={at('about')}>{hostText.refusedAbout}</View>
          <Part role="list">
            {refused.map((note) => (
              <RefusedNote key={note.noteId} note={note} onReadAway={() => onReadAway(note.noteId)} />
            ))}
          </Part>
        </Panel>
      )}
      {waiting.length === 0 ? null : (
        <Panel title={hostText.waiting(waiting.length)} tone="warn">
          <View className={at('about')}>{stopped ?? (sending ? hostText.sending : hostText.notedAbout)}</View>
          <Part role="list">
            {waiting.map((note) => (
              <Part key={note.noteId} className={at('note')} role="listitem">
                <View className={at('what')}>{wishText(note.wish)}</View>
                <View>{notedAt(note)}</View>
              </Part>
            ))}
          </Part>
          <View className={at('action')}>
            <Button kind="secondary" busy={sending} onPress={onSend}>
              {hostText.sendNow}
            </Button>
          </View>
        </Panel>
      )}
    </View>
  );
}

function RefusedNote({ note, onReadAway }: { readonly note: DoorNote; readonly onReadAway: () => void }) {
  const { standing, wish } = note;
  return (
    <Part className={at('note')} role="listitem">
      <View className={at('what')}>{wishText(wish)}</View>
      <View>{standing.state === 'refused' ? refusedText(note, standing.refusal) : null}</View>
      <View className={at('about')}>{notedAt(note)}</View>
      <Button kind="secondary" label={`${hostText.readAway}：${wishText(wish)}`} onPress={onReadAway}>
        {hostText.readAway}
      </Button>
    </Part>
  );
}
