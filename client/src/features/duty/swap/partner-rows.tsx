import type { ShiftSummary } from '@contract/duty-shift';
import { useState } from 'react';
import { Row, Rows } from '@/ui/rows';
import type { ValueFor } from '@/use-question';
import { whenOf } from '../shift-words';
import { swapPhrases } from './swap-copy';

type Partner = ValueFor<'duty.listSwapPartners'>['partners'][number];

export type PartnerRowsProps = {
  readonly partner: Partner;
  readonly now: number;
  /** The only one there is: nothing to choose from first. */
  readonly isAlone: boolean;
  readonly onAsk: (wanted: ShiftSummary | null) => void;
};

/** One colleague; what could be asked of them unfolds at a tap: ten colleagues of seven shifts are no list to read. */
export function PartnerRows({ partner: { calledName, shifts, mayReplace }, now, isAlone, onAsk }: PartnerRowsProps) {
  const [isOpen, setOpen] = useState(isAlone);
  if (!isOpen) {
    const about = swapPhrases.offers(shifts.length, mayReplace);
    return (
      <Rows>
        <Row title={calledName} about={about} deed={swapPhrases.look} onPress={() => setOpen(true)} />
      </Rows>
    );
  }
  return (
    <Rows label={calledName}>
      {mayReplace ? (
        <Row
          title={swapPhrases.replace(calledName)}
          about={swapPhrases.replaceAbout}
          deed={swapPhrases.ask}
          onPress={() => onAsk(null)}
        />
      ) : null}
      {shifts.map((theirs) => (
        <Row
          key={theirs.shiftId}
          title={`换 ${whenOf(theirs, now)}`}
          about={`${theirs.stationName} ${theirs.title}`}
          deed={swapPhrases.ask}
          onPress={() => onAsk(theirs)}
        />
      ))}
    </Rows>
  );
}
