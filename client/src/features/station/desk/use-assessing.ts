import type { StationId } from '@contract/ids';
import type { StandardCode, StandardScore } from '@contract/standard';
import { useState } from 'react';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { assessWords, standardText } from './standard-copy';

export type Assessing = {
  readonly step: DeedStepFor<'station.assess'>;
  /** The standard that is being ticked, and what is met so far; null outside of that. */
  readonly open: { readonly standard: StandardCode; readonly met: readonly string[] } | null;
  readonly onOpen: (score: StandardScore | null) => void;
  readonly onTick: (met: readonly string[]) => void;
  readonly onSave: () => void;
};

/** Holding a station against a standard: what its record cannot tell is ticked by those who know it. */
export function useAssessing(stationId: StationId, reread: () => Promise<void>): Assessing {
  const { step, run, reset } = useDeed('station.assess', assessWords);
  const [open, setOpen] = useState<Assessing['open']>(null);
  const say = useSay();

  const save = async () => {
    if (open === null || step.at === 'sending') return;
    const after = await run({ stationId, standard: open.standard, met: [...open.met] });
    if (after.at === 'done') {
      setOpen(null);
      reset();
      say(standardText.done);
    }
    if (after.at !== 'failed') await reread();
  };
  return {
    step,
    open,
    onOpen: (score) => {
      reset();
      setOpen(score === null ? null : { standard: score.standard, met: tickedOf(score) });
    },
    onTick: (met) => setOpen((now) => (now === null ? null : { ...now, met })),
    onSave: () => void save(),
  };
}

/** What the record tells by itself is no tick of anybody's. */
const tickedOf = ({ items }: StandardScore): readonly string[] =>
  items.filter(({ met, isKnown }) => met && !isKnown).map(({ code }) => code);
