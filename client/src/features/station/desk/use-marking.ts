import type { Facility, FacilityCode, FacilityState } from '@contract/facility';
import type { StationId } from '@contract/ids';
import { useState } from 'react';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { facilityCodes, facilityName } from '../offer-words';
import { deskText, facilityStates } from './desk-copy';
import { markWords } from './desk-refusals';

/** A facility as the desk lists it; one of the six that nobody registered stands there too. */
export type FacilityLine = Pick<Facility, 'code' | 'count' | 'checkedAt'> & { readonly state: FacilityState | null };

/** The first six of the contract: every station should have them. */
const basics = facilityCodes.slice(0, 6);

/** What is registered, in the order of the contract, and those of the six that are not. */
export function facilityLines(facilities: readonly Facility[]): readonly FacilityLine[] {
  return facilityCodes.flatMap((code): readonly FacilityLine[] => {
    const registered = facilities.find((facility) => facility.code === code);
    if (registered !== undefined) return [registered];
    return basics.includes(code) ? [{ code, count: 0, checkedAt: null, state: null }] : [];
  });
}

export type Marking = {
  readonly step: DeedStepFor<'station.markFacility'>;
  /** The facility that is open for marking, and how many there are of it. */
  readonly open: { readonly code: FacilityCode; readonly count: number } | null;
  readonly onOpen: (line: Pick<FacilityLine, 'code' | 'count'> | null) => void;
  readonly onCount: (count: number) => void;
  readonly onMark: (state: FacilityState) => void;
};

/** A walk around the room: tap a thing, tap how it is, go on to the next. */
export function useMarking(stationId: StationId, reread: () => Promise<void>): Marking {
  const { step, run, reset } = useDeed('station.markFacility', markWords);
  const [open, setOpen] = useState<Marking['open']>(null);
  const say = useSay();

  const mark = async (state: FacilityState) => {
    if (open === null || step.at === 'sending') return;
    const { code, count } = open;
    const after = await run({ stationId, code, state, count: state === 'absent' ? 0 : Math.max(1, count) });
    if (after.at === 'done') {
      setOpen(null);
      reset();
      say(deskText.facilities.done(facilityName(code), facilityStates[state].text));
    }
    if (after.at !== 'failed') await reread();
  };

  return {
    step,
    open,
    onOpen: (line) => {
      reset();
      setOpen(line === null ? null : { code: line.code, count: Math.max(1, line.count) });
    },
    onCount: (count) => setOpen((now) => (now === null ? null : { ...now, count: Math.min(999, Math.max(1, count)) })),
    onMark: (state) => void mark(state),
  };
}
