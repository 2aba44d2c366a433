import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { momentText } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { ReasonForm } from '@/features/duty/reason-form';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { BenchAsked } from '../bench/bench-asked';
import { MatchPhoto } from '../match-photo';
import { heldNames } from '../match-words';
import { decideRefusals, heldPhrases as words, listRefusals } from './held-copy';

const at = classes(styles);
type Held = ValueFor<'matchmaking.listHeld'>['held'][number];

/** Words and pictures that somebody has to look at before others see them, whose they are left out. */
export function HeldDesk({ studioId }: { readonly studioId: UnionId }) {
  const { question, refresh } = useQuestion('matchmaking.listHeld', { studioId }, listRefusals);
  return (
    <BenchAsked question={question} skeletonRows={4}>
      {({ held }) =>
        held.length === 0 ? (
          <Empty title={words.none} about={words.noneAbout} />
        ) : (
          <View>
            <View>{words.about}</View>
            <Part role="list" label={words.title}>
              {held.map((one) => (
                <HeldEntry key={`${one.profileId}:${one.field}`} held={one} onDecided={refresh} />
              ))}
            </Part>
          </View>
        )
      }
    </BenchAsked>
  );
}

type HeldEntryProps = { readonly held: Held; readonly onDecided: () => Promise<void> };

function HeldEntry({
  held: { profileId, field, mark, words: written, photo, blurred, since },
  onDecided,
}: HeldEntryProps) {
  const { step, run } = useDeed('matchmaking.decideHeld', decideRefusals);
  const say = useSay();
  const [isDeclining, setDeclining] = useState(false);
  const busy = step.at === 'sending';
  const name = heldNames[field];
  const onDecide = async (agree: boolean, reason: string | null) => {
    const after = await run({ profileId, field, mark, agree, reason });
    if (after.at === 'done') say(agree ? words.agreed : words.declined);
    if (after.at === 'done' || after.at === 'refused') await onDecided();
  };
  return (
    <Part role="listitem">
      <Panel title={name}>
        {written === null ? null : <View>{written}</View>}
        {photo === null ? null : <MatchPhoto photo={photo} isBlurred={false} label={words.photo} />}
        {blurred === null ? null : <SeenFirst blurred={blurred} />}
        <View className={at('about')}>{words.since(momentText(since))}</View>
        <DeedNotice step={step} />
        {isDeclining ? (
          <View>
            <View className={at('about')}>{field === 'calledName' ? words.declineName : words.declineAbout}</View>
            <ReasonForm
              hint={words.declineHint}
              send={words.declineSend}
              maxLength={100}
              busy={busy}
              onSend={(reason) => void onDecide(false, reason)}
              onBack={() => setDeclining(false)}
            />
          </View>
        ) : (
          <View className={at('acts')}>
            <View className={at('act')}>
              <Button busy={busy} label={words.agreeOf(name)} onPress={() => void onDecide(true, null)}>
                {words.agree}
              </Button>
            </View>
            <View className={at('act')}>
              <Button kind="secondary" label={words.declineOf(name)} onPress={() => setDeclining(true)}>
                {words.decline}
              </Button>
            </View>
          </View>
        )}
      </Panel>
    </Part>
  );
}

/** The small picture as it is, every dot of it large: softened, it could hide what others can still read out of it. */
const SeenFirst = ({ blurred }: { readonly blurred: NonNullable<Held['blurred']> }) => (
  <View>
    <View>{words.blurred}</View>
    <View className={at('about')}>{words.blurredAbout}</View>
    <MatchPhoto photo={blurred} isBlurred={false} label={words.blurred} />
  </View>
);
