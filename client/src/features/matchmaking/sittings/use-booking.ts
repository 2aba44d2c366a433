import type { UnionId } from '@contract/ids';
import type { EpochMs, ShanghaiDay } from '@contract/time';
import { useState } from 'react';
import { toTop } from '@/platform/to-top';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { bookRefusals, sittingsText as text } from './sittings-copy';

/** A time of a studio, from picking it to having it. What somebody else took meanwhile is asked for anew. */
export function useBooking(studioId: UnionId, onChanged: () => Promise<void>) {
  const { step, run, reset } = useDeed('matchmaking.bookSitting', bookRefusals);
  const say = useSay();
  const [day, setDay] = useState<ShanghaiDay | null>(null);
  const [startsAt, setStartsAt] = useState<EpochMs | null>(null);
  const onDay = (next: ShanghaiDay) => {
    setDay(next);
    setStartsAt(null);
    reset();
  };
  const onTime = (next: EpochMs | null) => {
    setStartsAt(next);
    reset();
  };
  const onBook = async () => {
    if (startsAt === null) return;
    const after = await run({ studioId, startsAt });
    if (after.at === 'done') say(text.booked);
    if (after.at !== 'done' && after.at !== 'refused') return;
    setStartsAt(null);
    await onChanged();
    // What became of it stands at the head: the appointment, or why there is none.
    toTop();
  };
  return { step, day, startsAt, onDay, onTime, onBook };
}
