import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { grouped } from '@/features/station/grouped';
import { momentText } from '@/calendar-words';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { CheckPanel } from './check-panel';
import { Digits } from './digits';
import styles from './draw.module.scss';
import { drawWords, placesText } from './draw-words';
import { ElsewherePanel } from './elsewhere-panel';
import { firstSeen } from './kept-commitment';
import type { Shown } from './use-draw-check';
import { publishedOf, useDrawCheck } from './use-draw-check';

const at = classes(styles);

/** A draw, from the promise before it to the proof after it. */
export function DrawBoard({ shown }: { readonly shown: Shown }) {
  const { eventId, title, commitment, ownLot } = shown;
  const published = publishedOf(shown);
  const isDrawn = published !== null;
  const remembered = useMemo(() => firstSeen(eventId, commitment, isDrawn), [eventId, commitment, isDrawn]);
  const { step, check } = useDrawCheck(shown, remembered);
  return (
    <View>
      <Panel title={title}>
        <Facts items={factsOf(shown)} />
        {published === null ? (
          <View>
            <Digits label={drawWords.commitment} text={commitment} />
            <View className={at('about')}>{drawWords.commitmentAbout}</View>
          </View>
        ) : null}
      </Panel>
      {published === null ? null : <CheckPanel step={step} ownLot={ownLot} onCheck={check} />}
      <Panel title={drawWords.what}>
        {drawWords.about.map((line) => (
          <View key={line} className={at('line')}>
            {line}
          </View>
        ))}
      </Panel>
      {published === null ? null : (
        <ElsewherePanel
          eventId={eventId}
          published={published}
          entries={step.at === 'done' ? step.checked.entries : null}
        />
      )}
    </View>
  );
}

function factsOf({ ownLot, drawsAt, drawnAt, seed, count, quotas, inPairs }: Shown) {
  const when = drawnAt ?? drawsAt;
  return [
    ...(ownLot === null ? [] : [{ label: drawWords.ownLot, value: ownLot }]),
    { label: drawWords.drawsAt, value: when === null ? drawWords.neverDrawn : momentText(when) },
    ...(seed === null ? [] : [{ label: drawWords.entries, value: `${grouped(count)} 份` }]),
    { label: drawWords.places, value: placesText(quotas, inPairs) },
  ];
}
