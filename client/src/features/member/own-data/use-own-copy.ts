import { useState } from 'react';
import { handOverFile } from '@/platform/device';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';

export type HandedOver = 'saved' | 'copied' | 'failed';

export type OwnCopy = {
  readonly step: DeedStepFor<'member.copyOwnData'> | DeedStepFor<'event.copyOwn'>;
  /** How the copy reached its owner; null before one was asked for. */
  readonly handedOver: HandedOver | null;
  readonly onCopy: () => void;
};

/** One's own data as a file. The text itself is handed on and not kept: it holds the numbers in full. */
export function useOwnCopy(): OwnCopy {
  const { step, run, reset } = useDeed('member.copyOwnData', {});
  const events = useDeed('event.copyOwn', {});
  const [handedOver, setHandedOver] = useState<HandedOver | null>(null);

  const onCopy = async () => {
    if (step.at === 'sending' || events.step.at === 'sending') return;
    setHandedOver(null);
    const after = await run({});
    if (after.at !== 'done') return;
    const ofEvents = await events.run({});
    if (ofEvents.at !== 'done') return;
    const outcome = await handOverFile(after.value.fileName, together(after.value.json, ofEvents.value.json));
    reset();
    events.reset();
    setHandedOver(outcome);
  };
  // What the first brought is not handed on alone: half a copy would pass for a whole one.
  const isHalf = step.at === 'done' && events.step.at !== 'idle' && events.step.at !== 'done';
  return { step: isHalf ? events.step : step, handedOver, onCopy: () => void onCopy() };
}

/** What each part of the functions holds, as one text. */
function together(ofMember: string, ofEvents: string): string {
  const member = JSON.parse(ofMember) as object;
  return JSON.stringify({ ...member, events: JSON.parse(ofEvents) as unknown }, null, 2);
}
