import type { DrawEntry } from '@contract/event-draw';
import type { EventId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { copyText, handOverFile } from '@/platform/device';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { Digits } from './digits';
import styles from './draw.module.scss';
import { drawWords, groupCodes, pairStep, steps, takenWords } from './draw-words';
import type { Published } from './recompute';
import { entryLines } from './recompute';

const at = classes(styles);

export type ElsewherePanelProps = {
  readonly eventId: EventId;
  readonly published: Published;
  /** null until they have been read. */
  readonly entries: readonly DrawEntry[] | null;
};

/** For whoever does not trust this page either: the rule in four steps, and what it takes. */
export function ElsewherePanel({ eventId, published, entries }: ElsewherePanelProps) {
  const say = useSay();
  const copySeed = () =>
    void copyText(published.seed).then((isCopied) => say(takenWords[isCopied ? 'copied' : 'failed']));
  const keepList = (all: readonly DrawEntry[]) =>
    void handOverFile(`draw-${eventId}.txt`, entryLines(all).join(''), 'text/plain').then((how) =>
      say(takenWords[how]),
    );
  return (
    <Panel title={drawWords.elsewhere}>
      <View>{drawWords.elsewhereAbout}</View>
      <Part role="list">
        {(published.inPairs ? [...steps.slice(0, -1), pairStep, ...steps.slice(-1)] : steps).map((step, index) => (
          <Part key={step} className={at('line')} role="listitem">
            {index + 1}. {step}
          </Part>
        ))}
      </Part>
      <Digits label={drawWords.commitment} text={published.commitment} />
      <Digits label={drawWords.seed} text={published.seed} />
      <Digits label={drawWords.digest} text={published.entriesDigest} />
      <View className={at('about')}>
        {drawWords.places}：{groupCodes(published.quotas)}
      </View>
      <View className={at('deed')}>
        <Button kind="secondary" onPress={copySeed}>
          {drawWords.copySeed}
        </Button>
      </View>
      {entries === null ? (
        <View className={at('about')}>{drawWords.listAfter}</View>
      ) : (
        <View className={at('deed')}>
          <Button kind="secondary" onPress={() => keepList(entries)}>
            {drawWords.keepList}
          </Button>
        </View>
      )}
    </Panel>
  );
}
