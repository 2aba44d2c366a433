import { useState } from 'react';
import { handOverFile } from '@/platform/device';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';

export type HandedOver = 'saved' | 'copied' | 'failed';

export type OwnCopy = {
  readonly step: DeedStepFor<'member.copyOwnData'> | DeedStepFor<PartName>;
  /** How the copy reached its owner; null before one was asked for. */
  readonly handedOver: HandedOver | null;
  readonly onCopy: () => void;
};

/** Functions that keep something of somebody beside the union's own, each copying its part. */
type PartName = 'event.copyOwn' | 'matchmaking.copyOwn';

/** One's own data as a file. The text itself is handed on and not kept: it holds the numbers in full. */
export function useOwnCopy(): OwnCopy {
  const { step, run, reset } = useDeed('member.copyOwnData', {});
  const events = useDeed('event.copyOwn', {});
  const matchmaking = useDeed('matchmaking.copyOwn', {});
  const [handedOver, setHandedOver] = useState<HandedOver | null>(null);
  const parts = [events, matchmaking];

  const onCopy = async () => {
    if ([step, ...parts.map((part) => part.step)].some(({ at }) => at === 'sending')) return;
    setHandedOver(null);
    const after = await run({});
    if (after.at !== 'done') return;
    const [ofEvents, ofMatchmaking] = await Promise.all([events.run({}), matchmaking.run({})]);
    if (ofEvents.at !== 'done' || ofMatchmaking.at !== 'done') return;
    const whole = together(after.value.json, { events: ofEvents.value.json, matchmaking: ofMatchmaking.value.json });
    const outcome = await handOverFile(after.value.fileName, whole);
    [reset, ...parts.map((part) => part.reset)].forEach((forget) => forget());
    setHandedOver(outcome);
  };
  // What the first brought is not handed on alone: part of a copy would pass for a whole one.
  const lacking =
    step.at === 'done' ? parts.find((part) => part.step.at !== 'idle' && part.step.at !== 'done') : undefined;
  return { step: lacking?.step ?? step, handedOver, onCopy: () => void onCopy() };
}

/** What each part of the functions holds, as one text. */
function together(ofMember: string, parts: Readonly<Record<string, string>>): string {
  const member = JSON.parse(ofMember) as object;
  const read = Object.entries(parts).map(([name, json]) => [name, JSON.parse(json) as unknown] as const);
  return JSON.stringify({ ...member, ...Object.fromEntries(read) }, null, 2);
}
