import type { ClosingItem } from '@contract/duty-kind';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/text-area';
import { closingNames } from '../duty-words';
import { CleaningTicks } from './cleaning-ticks';
import { listText, workText } from './on-duty-copy';
import { SheetScreen } from './sheet-screen';
import type { SheetProps } from './sheets';

const items = Object.keys(closingNames) as readonly ClosingItem[];

/** What is looked at before the last one leaves. */
export function ClosingSheet({ duty, onClose }: SheetProps) {
  const [done, setDone] = useState<readonly ClosingItem[]>([]);
  const [note, setNote] = useState('');
  const onSave = () => {
    const ticked = items.map((item) => ({ item, done: done.includes(item) }));
    if (duty.tap({ did: 'closing-list', items: ticked, note: note.trim() })) onClose();
  };
  return (
    <SheetScreen
      title={workText.closing}
      footer={<Button onPress={onSave}>{listText.save}</Button>}
      later={listText.later}
      notKept={duty.notKept}
      onLater={onClose}
    >
      <CleaningTicks names={closingNames} done={done} onChange={setDone} />
      <TextArea label={listText.note} optional value={note} maxLength={500} onChange={setNote} />
    </SheetScreen>
  );
}
