import type { StationId } from '@contract/ids';
import type { RefusalFor } from '@contract/contracts';
import { useState } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { forgetWish, keptWish, wishAt } from './kept-wish';
import { isQuotaUsed, rememberQuotaUsed } from './quota-used';
import { waterRefusals } from './visit-copy';

type Taken = ValueFor<'station.takeWater'>;

export type Water = {
  readonly step: DeedStepFor<'station.takeWater'>;
  /** The bottle before this press, while another is asked for. */
  readonly taken: Taken | null;
  /** A press was never answered, perhaps before the page was loaded anew. */
  readonly isUnanswered: boolean;
  /** Today's bottles are taken: told by this page or an earlier one. */
  readonly isQuotaUsed: boolean;
  readonly onTake: () => void;
};

/** These say what became of the wish; any other no was said before anybody looked at it. */
const answers: readonly RefusalFor<'station.takeWater'>[] = ['no-scan-water', 'quota-used', 'none-left'];

const usesUp = (after: DeedStepFor<'station.takeWater'>): boolean =>
  after.at === 'done'
    ? after.value.takenToday >= after.value.dailyQuota
    : after.at === 'refused' && after.refusal === 'quota-used';

/** Bottles by scan: one press is one bottle, however often the line breaks. */
export function useWater(stationId: StationId, code: string): Water {
  const { step, run } = useDeed('station.takeWater', waterRefusals);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isUsed, setUsed] = useState(() => isQuotaUsed(stationId, Date.now()));
  const [isUnanswered, setUnanswered] = useState(() => keptWish(stationId, Date.now()) !== null);

  const onTake = async () => {
    const after = await run({ code, requestKey: wishAt(stationId, Date.now()) });
    const isAnswered = after.at === 'done' || (after.at === 'refused' && answers.includes(after.refusal));
    // A no to the code answers this press, and leaves an earlier one as open as it was.
    const staysOpen = after.at === 'failed' || (isUnanswered && !isAnswered);
    if (!staysOpen) forgetWish();
    setUnanswered(staysOpen);
    if (after.at === 'done') setTaken(after.value);
    if (!usesUp(after)) return;
    rememberQuotaUsed(stationId, Date.now());
    setUsed(true);
  };
  return { step, taken, isUnanswered, isQuotaUsed: isUsed, onTake: () => void onTake() };
}
