import type { OpenShift } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Heading, Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { ShiftCard } from '../shift-card';
import { openPhrases } from './open-copy';
import { isForMe, mayStandBy, openLines, openTags } from './open-words';
import styles from './open.module.scss';

const at = classes(styles);

export type OpenListProps = {
  readonly shifts: readonly OpenShift[];
  readonly isNear: boolean;
  readonly now: number;
  /** Where to look when there is nothing. */
  readonly onNone: { readonly about: string; readonly label: string; readonly onPress: () => void };
};

/**
 * In the order in which it was told: what one may take first, then where one may stand by; below, folded, what one may
 * not, each with its reason.
 */
export function OpenList({ shifts, isNear, now, onNone }: OpenListProps) {
  const [isOpen, setOpen] = useState(false);
  const mine = shifts.filter(isForMe);
  const wanted = mine.filter((shift) => !mayStandBy(shift));
  const full = mine.filter(mayStandBy);
  const others = shifts.filter((shift) => !isForMe(shift));
  const card = (shift: OpenShift) => (
    <ShiftCard key={shift.shiftId} shift={shift} now={now} tags={openTags(shift)} lines={openLines(shift, isNear)} />
  );
  return (
    <View>
      {mine.length === 0 ? (
        <Empty title={openPhrases.none} about={onNone.about} action={onNone} />
      ) : (
        <>
          {wanted.length === 0 ? (
            <View className={at('none')}>{openPhrases.none}</View>
          ) : (
            <Part role="list" label={openPhrases.list}>
              {wanted.map(card)}
            </Part>
          )}
          {full.length === 0 ? null : (
            <Part role="list" label={openPhrases.fullOnes}>
              <Heading level={2} className={at('full')}>
                {openPhrases.fullOnes}
              </Heading>
              {full.map(card)}
            </Part>
          )}
        </>
      )}
      {others.length === 0 ? null : (
        <View className={at('fold')}>
          <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
            {isOpen ? openPhrases.close : openPhrases.others(others.length)}
          </Button>
          {isOpen ? <Part role="list">{others.map(card)}</Part> : null}
        </View>
      )}
    </View>
  );
}
