import type { OwnPlace, SwapView } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Heading, Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { roleName } from '../duty-words';
import { ShiftCard } from '../shift-card';
import { ownWords } from '../shift-words';
import { SwapPanel } from '../swap/swap-panel';
import type { OwnShifts } from './use-volunteer';
import { ownPhrases } from './volunteer-copy';
import styles from './volunteer.module.scss';

const at = classes(styles);

export type SwapListProps = {
  readonly swaps: readonly SwapView[];
  readonly now: number;
  readonly onChanged: () => void;
};

/** Exchanges: what waits for one's own word first. */
export function SwapList({ swaps, now, onChanged }: SwapListProps) {
  const waits = ({ isOwn, state }: SwapView): boolean => !isOwn && state === 'asked';
  const ordered = [...swaps.filter(waits), ...swaps.filter((swap) => !waits(swap))];
  return (
    <View>
      {ordered.map((swap) => (
        <SwapPanel key={swap.swapId} swap={swap} now={now} onChanged={onChanged} />
      ))}
    </View>
  );
}

export type OwnShiftListsProps = {
  readonly shifts: OwnShifts;
  /** It stands above already. */
  readonly next: OwnPlace | null;
  readonly now: number;
};

/** What is to come, and, folded, what was. */
export function OwnShiftLists({ shifts: { upcoming, past }, next, now }: OwnShiftListsProps) {
  const [isOpen, setOpen] = useState(false);
  const later = upcoming.filter(({ shift }) => shift.shiftId !== next?.shift.shiftId);
  const card = (own: OwnPlace) => (
    <ShiftCard
      key={own.shift.shiftId}
      shift={own.shift}
      now={now}
      tags={[ownWords(own, now)]}
      lines={own.isStandby ? [] : [roleName(own.role)]}
    />
  );
  return (
    <View>
      {later.length === 0 ? null : (
        <View>
          <Heading level={2} className={at('group')}>
            {ownPhrases.upcoming}
          </Heading>
          <Part role="list" label={ownPhrases.upcoming}>
            {later.map(card)}
          </Part>
        </View>
      )}
      {past.length === 0 ? null : (
        <View className={at('button')}>
          <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
            {isOpen ? ownPhrases.close : ownPhrases.pastShow(past.length)}
          </Button>
          {isOpen ? (
            <Part role="list" label={ownPhrases.past}>
              {past.map(card)}
            </Part>
          ) : null}
        </View>
      )}
    </View>
  );
}
