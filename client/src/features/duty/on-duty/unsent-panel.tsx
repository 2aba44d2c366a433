import { View } from '@tarojs/components';
import { refusalText } from '@/answer-words';
import { Part } from '@/platform/elements';
import { refusedNotes, waitingNotes } from '@/queue/notes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { momentOf } from '../shift-words';
import { unsentText } from './on-duty-copy';
import { tapText, wordsFor } from './tap-copy';
import styles from './on-duty.module.scss';
import type { TapNote } from './tap-queue';
import type { OnDuty } from './use-on-duty';

const at = classes(styles);
const MINUTE_MS = 60_000;

/** What only this phone knows, and what the server would not take, with the reason, until it is read. */
export function UnsentPanel({ duty }: { readonly duty: OnDuty }) {
  const { notes, now, sending, stopped, notKept, clockOff, onSend, onReadAway } = duty;
  const waiting = waitingNotes(notes).length;
  const refused = refusedNotes(notes);
  return (
    <View>
      {notKept ? <Notice tone="danger">{unsentText.notKept}</Notice> : null}
      {refused.length === 0 ? null : (
        <Panel title={unsentText.refusedTitle} tone="danger">
          <Part role="list">
            {refused.map((note) => (
              <RefusedTap key={note.noteId} note={note} now={now} onReadAway={() => onReadAway(note.noteId)} />
            ))}
          </Part>
        </Panel>
      )}
      {waiting === 0 ? null : (
        <Notice
          tone="warn"
          title={unsentText.waiting(waiting)}
          action={sending ? undefined : { label: unsentText.sendNow, onPress: onSend }}
        >
          {stopped ?? (sending ? unsentText.sending : unsentText.about)}
        </Notice>
      )}
      {clockOff === null ? null : <Notice tone="info">{unsentText.clockOff(offText(clockOff))}</Notice>}
    </View>
  );
}

function RefusedTap(props: { readonly note: TapNote; readonly now: number; readonly onReadAway: () => void }) {
  const { note, now, onReadAway } = props;
  const { standing, wish } = note;
  return (
    <Part className={at('line')} role="listitem">
      <View className={at('name')}>{tapText(wish)}</View>
      <View>{standing.state === 'refused' ? refusalText(standing.refusal, wordsFor(wish)) : null}</View>
      <View className={at('about')}>{momentOf(note.at, now)}</View>
      <View className={at('gap')}>
        <Button kind="secondary" label={`${unsentText.readAway}：${tapText(wish)}`} onPress={onReadAway}>
          {unsentText.readAway}
        </Button>
      </View>
    </Part>
  );
}

function offText(clockOff: number): string {
  const minutes = Math.round(Math.abs(clockOff) / MINUTE_MS);
  return clockOff > 0 ? unsentText.fast(minutes) : unsentText.slow(minutes);
}
