import type { ProfileId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { momentText } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { Part } from '@/platform/elements';
import { drawRequestKey } from '@/request-key';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { Shown } from './person-desk';
import { personPhrases as words, removeNoteRefusals, saveNoteRefusals } from './person-copy';

const at = classes(styles);

export type NotesPanelProps = {
  readonly profileId: ProfileId;
  readonly notes: Shown['notes'];
  readonly onChanged: () => Promise<void>;
};

/** What one wrote down about somebody, for oneself alone. */
export function NotesPanel({ profileId, notes, onChanged }: NotesPanelProps) {
  return (
    <Panel title={words.notes}>
      <View>{words.notesAbout}</View>
      {notes.length === 0 ? (
        <View className={at('about')}>{words.noNotes}</View>
      ) : (
        <Part role="list" label={words.notes}>
          {notes.map((note) => (
            <NoteEntry key={note.noteId} note={note} onChanged={onChanged} />
          ))}
        </Part>
      )}
      <NoteForm profileId={profileId} onSaved={onChanged} />
    </Panel>
  );
}

type NoteEntryProps = { readonly note: Shown['notes'][number]; readonly onChanged: () => Promise<void> };

function NoteEntry({ note: { noteId, words: written, at: writtenAt }, onChanged }: NoteEntryProps) {
  const { step, run } = useDeed('matchmaking.removeNote', removeNoteRefusals);
  const ask = useConfirm();
  const say = useSay();
  const onRemove = async () => {
    if (!(await ask(words.removeAsk))) return;
    const after = await run({ noteId });
    if (after.at === 'done') say(words.removedNote);
    if (after.at === 'done' || after.at === 'refused') await onChanged();
  };
  return (
    <Part className={at('entry')} role="listitem">
      <View>{written}</View>
      <DeedNotice step={step} />
      <View className={at('row')}>
        <View className={at('about')}>{momentText(writtenAt)}</View>
        <View className={at('side')}>
          <Button
            kind="quiet"
            busy={step.at === 'sending'}
            label={words.removeNoteOf(written)}
            onPress={() => void onRemove()}
          >
            {words.removeNote}
          </Button>
        </View>
      </View>
    </Part>
  );
}

type NoteFormProps = { readonly profileId: ProfileId; readonly onSaved: () => Promise<void> };

function NoteForm({ profileId, onSaved }: NoteFormProps) {
  const { step, run } = useDeed('matchmaking.saveNote', saveNoteRefusals);
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [requestKey, setRequestKey] = useState(drawRequestKey);
  const onSave = async () => {
    const text = typed.trim();
    setMissing(text === '');
    if (text === '') return;
    const after = await run({ profileId, words: text, requestKey });
    if (after.at !== 'done') return;
    setTyped('');
    setRequestKey(drawRequestKey());
    say(words.savedNote);
    await onSaved();
  };
  return (
    <View className={at('form')}>
      <TextArea
        label={words.note}
        hint={words.noteHint}
        maxLength={300}
        value={typed}
        problem={isMissing ? words.noteMissing : undefined}
        onChange={setTyped}
      />
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={() => void onSave()}>
          {words.saveNote}
        </Button>
      </View>
    </View>
  );
}
