import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import styles from '../../duty/head.module.scss';
import type { MomentDraft } from '@/features/event/form/moment-draft';
import { instantOf, momentDraft } from '@/features/event/form/moment-draft';
import { MomentField } from '@/features/event/form/moment-field';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { Listed } from './mixers-desk';
import { cardsRefusals, mixersPhrases as words } from './mixers-copy';

const at = classes(styles);

/** Long enough to be at home again. Milliseconds. */
const USUALLY_MS = 24 * 3_600_000;

export type CardsFormProps = {
  readonly studioId: UnionId;
  readonly mixer: Pick<Listed, 'eventId' | 'endsAt' | 'choosesUntil'>;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
};

/** Until when cards are filled in; then all hear at once. */
export function CardsForm({ studioId, mixer: { eventId, endsAt, choosesUntil }, onDone, onClose }: CardsFormProps) {
  const { step, run } = useDeed('matchmaking.openCards', cardsRefusals);
  const say = useSay();
  const [until, setUntil] = useState<MomentDraft>(() => momentDraft(choosesUntil ?? endsAt + USUALLY_MS));
  const [isMissing, setMissing] = useState(false);
  const onSend = async () => {
    const instant = instantOf(until);
    setMissing(instant === null);
    if (instant === null) return;
    const after = await run({ studioId, eventId, until: instant });
    if (after.at !== 'done') return;
    say(words.cardsOpened);
    onClose();
    await onDone();
  };
  return (
    <View className={at('form')}>
      <MomentField
        label={words.untilLabel}
        hint={words.untilHint}
        problem={isMissing ? words.untilMissing : undefined}
        value={until}
        onChange={(typed) => {
          setMissing(false);
          setUntil(typed);
        }}
      />
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={step.at === 'sending'} onPress={() => void onSend()}>
            {words.cardsSend}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={onClose}>
            {words.back}
          </Button>
        </View>
      </View>
    </View>
  );
}
