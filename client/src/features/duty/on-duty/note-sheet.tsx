import { useState } from 'react';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/text-area';
import { noteText } from './on-duty-copy';
import { SheetScreen } from './sheet-screen';
import type { SheetProps } from './sheets';

/** What the next shift should know; written again it replaces what was written before. */
export function NoteSheet({ duty, before, onClose }: SheetProps & { readonly before: string | null }) {
  const [words, setWords] = useState(before ?? '');
  const onSave = () => {
    if (duty.tap({ did: 'handover', words: words.trim() })) onClose();
  };
  return (
    <SheetScreen
      title={noteText.title}
      footer={<Button onPress={onSave}>{noteText.save}</Button>}
      later={noteText.later}
      notKept={duty.notKept}
      onLater={onClose}
    >
      <TextArea label={noteText.words} hint={noteText.hint} value={words} maxLength={500} onChange={setWords} />
    </SheetScreen>
  );
}
