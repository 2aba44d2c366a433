import type { BoardShift } from '@contract/duty-board';
import type { DutyRole } from '@contract/duty-kind';
import type { RequestKey } from '@contract/evidence';
import type { VolunteerNo } from '@contract/ids';
import { useRef } from 'react';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { assignRefusals, boardPhrases, callOffRefusals, markMissedRefusals, unassignRefusals } from './board-copy';

const words = boardPhrases;

/** What a head does about one shift; each is followed by reading the week anew. */
export function useBoardDeeds({ shift, places, standby }: BoardShift, onChanged: () => Promise<void>) {
  const assigning = useDeed('duty.assign', assignRefusals);
  const unassigning = useDeed('duty.unassign', unassignRefusals);
  const marking = useDeed('duty.markMissed', markMissedRefusals);
  const callingOff = useDeed('duty.callOffShift', callOffRefusals);
  const ask = useConfirm();
  const say = useSay();
  // One wish has one key until it is heard.
  const wish = useRef<{ readonly of: string; readonly key: RequestKey } | null>(null);
  const { shiftId } = shift;

  const after = async (step: { readonly at: string }, done: string): Promise<boolean> => {
    if (step.at === 'done') say(done);
    if (step.at === 'done' || step.at === 'refused') await onChanged();
    return step.at === 'done';
  };
  const onAssign = async (number: VolunteerNo, name: string, role: DutyRole): Promise<boolean> => {
    const of = `${number}:${role}`;
    if (wish.current?.of !== of) wish.current = { of, key: drawRequestKey() };
    const step = await assigning.run({ shiftId, number, role, requestKey: wish.current.key });
    if (step.at !== 'failed') wish.current = null;
    return after(step, words.assigned(name));
  };
  const onTakeOff = async (number: VolunteerNo, reason: string): Promise<boolean> =>
    after(await unassigning.run({ shiftId, number, reason }), words.takenOff);
  const onMissed = async (number: VolunteerNo, name: string): Promise<void> => {
    if (await ask(words.missAsk(name))) await after(await marking.run({ shiftId, number }), words.missed);
  };
  const onCallOff = async (reason: string): Promise<boolean> => {
    if (!(await ask(words.callOffAsk(places.length + standby.length)))) return false;
    return after(await callingOff.run({ shiftId, reason }), words.calledOffDone);
  };
  return {
    assigning: assigning.step,
    unassigning: unassigning.step,
    marking: marking.step,
    callingOff: callingOff.step,
    onAssign,
    onTakeOff,
    onMissed,
    onCallOff,
  };
}
export type BoardDeeds = ReturnType<typeof useBoardDeeds>;
