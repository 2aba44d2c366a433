import type { StaffMember } from '@contract/appointment';
import type { ShanghaiDay } from '@contract/time';
import { useState } from 'react';
import { fullDayText } from '@/calendar-words';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStep } from '@/use-deed';
import { useDeed } from '@/use-deed';
import type { Question } from '@/use-question';
import { useQuestion } from '@/use-question';
import { appointWords, dismissWords, listStaffWords, staffText } from './staff-copy';

export type HeldRole = StaffMember['roles'][number];

/** Which role of whom, e.g. to know beside which one an answer belongs. */
export const roleKey = ({ personId }: StaffMember, { role, unionId }: HeldRole): string =>
  `${personId}:${role}:${unionId}`;

export type StaffList = {
  readonly question: Question<{ readonly staff: readonly StaffMember[] }>;
  readonly refresh: () => Promise<void>;
  /** What became of the last press, and beside which role it was. */
  readonly acted: { readonly key: string; readonly step: DeedStep<unknown, string> } | null;
  readonly busy: boolean;
  /** @returns whether it was done */
  readonly onExtend: (member: StaffMember, held: HeldRole, until: ShanghaiDay) => Promise<boolean>;
  readonly onDismiss: (member: StaffMember, held: HeldRole) => void;
};

/** Who works for one's unions, and what may be done with each of their roles. */
export function useStaff(): StaffList {
  const { question, refresh } = useQuestion('member.listStaff', {}, listStaffWords);
  const [acted, setActed] = useState<StaffList['acted']>(null);
  const extension = useDeed('member.appoint', appointWords);
  const dismissal = useDeed('member.dismiss', dismissWords);
  const busy = acted?.step.at === 'sending';
  const ask = useConfirm();
  const say = useSay();

  const act = async (key: string, run: () => Promise<DeedStep<unknown, string>>): Promise<boolean> => {
    setActed({ key, step: { at: 'sending' } });
    const after = await run();
    const isGone = after.at === 'refused' && after.refusal === 'role-not-held';
    // Beside a role that is gone nothing can be said.
    if (isGone) say(after.text);
    setActed(isGone ? null : { key, step: after });
    if (after.at !== 'failed') await refresh();
    return after.at === 'done';
  };

  const onExtend = async (member: StaffMember, held: HeldRole, until: ShanghaiDay): Promise<boolean> => {
    if (busy) return false;
    const { personId, name } = member;
    const wish = { personId, name, role: held.role, unionId: held.unionId, until };
    const done = await act(roleKey(member, held), () => extension.run(wish));
    if (done) say(staffText.extended(fullDayText(until)));
    return done;
  };

  const onDismiss = async (member: StaffMember, held: HeldRole): Promise<void> => {
    if (busy || !(await ask({ ...staffText.ask(member.name, held.role, held.unionName), danger: true }))) return;
    const wish = { personId: member.personId, role: held.role, unionId: held.unionId };
    const done = await act(roleKey(member, held), () => dismissal.run(wish));
    if (done) say(staffText.dismissed(member.name, held.role));
  };

  return { question, refresh, acted, busy, onExtend, onDismiss: (member, held) => void onDismiss(member, held) };
}
