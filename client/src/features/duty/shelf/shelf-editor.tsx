import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/cloud';
import { FormFrame } from '@/features/event/form/form-frame';
import type { Saved, Sending } from '@/features/event/form/use-form';
import { useForm } from '@/features/event/form/use-form';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import styles from '../head.module.scss';
import { ItemFields } from './item-fields';
import { saveShelfRefusals, shelfPhrases } from './shelf-copy';
import type { ShelfDraft } from './shelf-draft';
import { readShelf, shelfDraftOf, shelfText } from './shelf-draft';
import type { Shelf } from './shelf-desk';

const at = classes(styles);
const words = shelfPhrases;

const savedOf = ({ items, revision }: Shelf): Saved<ShelfDraft> => ({ draft: shelfDraftOf(items), revision });

export type ShelfEditorProps = {
  readonly stationId: StationId;
  readonly shelf: Shelf;
  readonly onChanged: () => Promise<void>;
};

/** What belongs on the shelf, folded until somebody wants to change it. Give it the revision as key. */
export function ShelfEditor({ stationId, shelf, onChanged }: ShelfEditorProps) {
  const { step, run, reset } = useDeed('duty.saveShelf', saveShelfRefusals);
  const say = useSay();
  const hand = useForm<ShelfDraft>({
    key: `shelf:${stationId}`,
    fields: ['items'],
    saved: savedOf(shelf),
    reread: async () => {
      const answer = await call('duty.showShelf', { stationId });
      return answer.ok ? savedOf(answer.value) : null;
    },
    send: async (draft, revision): Promise<Sending> => {
      const read = readShelf(draft);
      if (!read.ok) return { at: 'wrong', problems: read.problems };
      const after = await run({ stationId, revision, items: read.form });
      if (after.at === 'done') {
        say(words.saved);
        void onChanged();
        return { at: 'saved' };
      }
      if (after.at !== 'refused') return { at: 'failed' };
      return after.refusal === 'changed-meanwhile' ? { at: 'overtaken' } : { at: 'wrong', problems: after.fields };
    },
    reset,
  });
  const [isOpen, setOpen] = useState(hand.restored);
  if (!isOpen) {
    return (
      <Panel title={words.edit}>
        <View>{words.editAbout(hand.draft.items.length)}</View>
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => setOpen(true)}>
            {words.editOpen}
          </Button>
        </View>
      </Panel>
    );
  }
  return (
    <FormFrame hand={hand} step={step} save={words.save} names={{ items: words.items }} texts={{ items: shelfText }}>
      <Panel title={words.edit}>
        <ItemFields editing={hand} />
      </Panel>
    </FormFrame>
  );
}
