import type { OwnPlace } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { PartnerPanel } from '../swap/partner-panel';
import { swapPhrases } from '../swap/swap-copy';
import type { ShownShift } from './main-deed';
import { shiftPhrases } from './shift-copy';
import styles from './shift.module.scss';
import type { Releasing } from './use-releasing';
import type { StandingBy } from './use-standing-by';

const at = classes(styles);

export type ChangePanelProps = {
  readonly shown: ShownShift;
  readonly own: OwnPlace;
  readonly now: number;
  readonly releasing: Releasing;
  readonly standingBy: StandingBy;
  readonly onChanged: () => void;
};

/** For whoever cannot come after all: exchange it, give it back, or no longer stand by. */
export function ChangePanel({ shown, own, now, releasing, standingBy, onChanged }: ChangePanelProps) {
  const [isChoosing, setChoosing] = useState(false);
  const { shift, swaps, swapNeedsHead } = shown;
  if (shift.state !== 'planned' || own.state !== 'held' || shift.startsAt <= now) return null;
  if (own.isStandby) {
    return (
      <View className={at('button')}>
        <Button kind="secondary" busy={standingBy.standing.at === 'sending'} onPress={() => standingBy.onReady(false)}>
          {shiftPhrases.standDown}
        </Button>
      </View>
    );
  }
  const isAsked = swaps.some(({ state }) => state === 'asked' || state === 'agreed');
  return (
    <View>
      {isAsked ? null : (
        <View className={at('button')}>
          <Button kind="secondary" onPress={() => setChoosing(!isChoosing)}>
            {isChoosing ? swapPhrases.close : swapPhrases.choose}
          </Button>
        </View>
      )}
      {isChoosing && !isAsked ? (
        <PartnerPanel shift={shift} needsHead={swapNeedsHead} now={now} onDone={onChanged} />
      ) : null}
      {own.mayRelease ? (
        <View className={at('button')}>
          <Button kind="quiet" busy={releasing.step.at === 'sending'} onPress={() => releasing.onRelease(own.role)}>
            {shiftPhrases.release}
          </Button>
        </View>
      ) : null}
    </View>
  );
}
