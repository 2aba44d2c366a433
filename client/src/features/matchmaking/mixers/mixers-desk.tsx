import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { momentText } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { BenchAsked } from '../bench/bench-asked';
import { mixerStateWords } from '../match-states';
import { CardsForm } from './cards-form';
import { listRefusals, mixersPhrases as words, openRefusals } from './mixers-copy';

const at = classes(styles);
export type Listed = ValueFor<'matchmaking.listMixers'>['mixers'][number];

/** The mixers of a studio. Nothing here tells who filled in a card, or how many did. */
export function MixersDesk({ studioId }: { readonly studioId: UnionId }) {
  const { question, refresh } = useQuestion('matchmaking.listMixers', { studioId }, listRefusals);
  return (
    <View>
      <View className={at('about')}>{words.about}</View>
      <BenchAsked question={question} skeletonRows={4}>
        {({ mixers }) =>
          mixers.length === 0 ? (
            <Empty title={words.none} about={words.noneAbout} />
          ) : (
            <Part className={at('cards')} role="list" label={words.title}>
              {mixers.map((mixer) => (
                <MixerEntry key={mixer.eventId} studioId={studioId} mixer={mixer} onChanged={refresh} />
              ))}
            </Part>
          )
        }
      </BenchAsked>
    </View>
  );
}

type MixerEntryProps = {
  readonly studioId: UnionId;
  readonly mixer: Listed;
  readonly onChanged: () => Promise<void>;
};

function MixerEntry({ studioId, mixer, onChanged }: MixerEntryProps) {
  const { eventId, title, startsAt, state, opening, badges, choosesUntil, pairs } = mixer;
  const { step, run } = useDeed('matchmaking.openMixer', openRefusals);
  const say = useSay();
  const [isOpening, setOpening] = useState(false);
  const stateWords = state === null ? null : mixerStateWords[state];
  const onOpen = async () => {
    const after = await run({ studioId, eventId });
    if (after.at === 'done') say(words.opened);
    if (after.at === 'done' || after.at === 'refused') await onChanged();
  };
  const lines = [
    momentText(startsAt),
    state !== null ? words.badges(badges) : opening === 'too-late' ? null : words.notOpen,
    state !== 'choosing' || choosesUntil === null ? null : words.until(momentText(choosesUntil)),
    state === null ? words.openAbouts[opening] : null,
    state === 'told' && pairs !== null ? words.pairs(pairs) : null,
  ];
  return (
    <Part role="listitem">
      <Panel title={title}>
        {stateWords === null ? null : <Tag tone={stateWords.tone}>{stateWords.text}</Tag>}
        {lines.map((line) =>
          line === null ? null : (
            <View key={line} className={at('line')}>
              {line}
            </View>
          ),
        )}
        <DeedNotice step={step} />
        {state === null && opening === 'now' ? (
          <View className={at('action')}>
            <Button
              kind="secondary"
              busy={step.at === 'sending'}
              label={words.openOf(title)}
              onPress={() => void onOpen()}
            >
              {words.open}
            </Button>
          </View>
        ) : null}
        {isOpening ? (
          <CardsForm studioId={studioId} mixer={mixer} onDone={onChanged} onClose={() => setOpening(false)} />
        ) : state === 'badges' || state === 'choosing' ? (
          <View className={at('action')}>
            <Button
              kind="secondary"
              label={state === 'badges' ? words.cardsOf(title) : words.cardsChangeOf(title)}
              onPress={() => setOpening(true)}
            >
              {state === 'badges' ? words.cards : words.cardsChange}
            </Button>
          </View>
        ) : null}
      </Panel>
    </Part>
  );
}
