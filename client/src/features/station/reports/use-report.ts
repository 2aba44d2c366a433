import type { StationId } from '@contract/ids';
import { useRef, useState } from 'react';
import { here } from '@/platform/here';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { reportRefusals } from './report-copy';
import { rememberReport } from './seen-answers';

export type Says = 'open' | 'locked';

/** Every place a report can be: nothing, being chosen, and those of one write; finding the phone counts as sending. */
export type ReportStep = { readonly at: 'choosing'; readonly first: Says } | DeedStepFor<'station.reportDoor'>;

export type Reporting = {
  readonly step: ReportStep;
  /** What was said last. */
  readonly said: Says | null;
  /** The first tap: one wants to say something about the door. */
  readonly onBegin: (first: Says) => void;
  /** The second: this is how it stands, and one is there. */
  readonly onSay: (says: Says) => void;
  readonly onKeep: () => void;
};

/** "The door is locked" in two taps. The phone is asked where it is after the second; whoever refuses is heard as well. */
export function useReport(stationId: StationId, begun: boolean, onSaid: () => void): Reporting {
  const { step, run, reset } = useDeed('station.reportDoor', reportRefusals);
  const [choosing, setChoosing] = useState<Says | null>(begun ? 'locked' : null);
  const [locating, setLocating] = useState(false);
  const [said, setSaid] = useState<Says | null>(null);
  const busy = useRef(false);

  const onSay = async (says: Says) => {
    if (busy.current) return;
    busy.current = true;
    setSaid(says);
    setChoosing(null);
    setLocating(true);
    const place = await here();
    setLocating(false);
    const after = await run({ stationId, says, place, code: null });
    busy.current = false;
    if (after.at !== 'done') return;
    rememberReport(Date.now());
    onSaid();
  };
  return {
    step: choosing === null ? (locating ? { at: 'sending' } : step) : { at: 'choosing', first: choosing },
    said,
    onBegin: (first) => {
      reset();
      setChoosing(first);
    },
    onSay: (says) => void onSay(says),
    onKeep: () => setChoosing(null),
  };
}
