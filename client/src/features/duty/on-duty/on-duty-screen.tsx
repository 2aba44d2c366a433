import type { DutyPage } from '@contract/duty-tap';
import type { ShiftId } from '@contract/ids';
import { useEffect, useState } from 'react';
import { toTop } from '@/platform/to-top';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Screen } from '@/ui/screen';
import { Arriving } from './arriving';
import { ClockButton } from './clock-panel';
import { ClosingSheet } from './closing-sheet';
import { DutyHead } from './duty-head';
import { mainDeed, stageOf } from './duty-stage';
import { IncidentSheet } from './incident-sheet';
import { LeaveSheet } from './leave-sheet';
import { NoteSheet } from './note-sheet';
import { dutyText, workText } from './on-duty-copy';
import type { OpeningDraft } from './opening-draft';
import { OpeningSheet } from './opening-sheet';
import { Over } from './over';
import type { Sheet } from './sheets';
import { unsentOf } from './tap-queue';
import { UnsentPanel } from './unsent-panel';
import { useClock } from './use-clock';
import type { OnDuty } from './use-on-duty';
import { useOnDuty } from './use-on-duty';
import { Working } from './working';

/** One shift of one volunteer, from arriving to leaving. Give it the shift's id as key. */
export function OnDutyScreen({ shiftId }: { readonly shiftId: ShiftId }) {
  const duty = useOnDuty(shiftId);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [draft, setDraft] = useState<OpeningDraft | null>(null);
  const { page, question } = duty;
  if (page === null) {
    return (
      <Screen title={dutyText.title}>
        <Asked question={question} skeletonRows={4}>
          {() => null}
        </Asked>
        <UnsentPanel duty={duty} />
      </Screen>
    );
  }
  const props = { page, duty, onClose: () => setSheet(null) };
  switch (page.state === 'on-duty' ? sheet : null) {
    case 'opening':
      return <OpeningSheet {...props} draft={draft} onDraft={setDraft} />;
    case 'closing':
      return <ClosingSheet {...props} />;
    case 'incident':
      return <IncidentSheet {...props} />;
    case 'note':
      return <NoteSheet {...props} before={page.ownNote} />;
    case 'leave':
      return <LeaveSheet {...props} onClosing={() => setSheet('closing')} />;
    case null:
      return <DutyScreen page={page} duty={duty} onSheet={setSheet} />;
  }
}

type DutyScreenProps = {
  readonly page: DutyPage;
  readonly duty: OnDuty;
  readonly onSheet: (sheet: Sheet) => void;
};

function DutyScreen({ page, duty, onSheet }: DutyScreenProps) {
  const { now, notes, tap } = duty;
  const clock = useClock(({ code, place }, at) => void tap({ did: 'clock-in', code, place }, at));
  const stage = stageOf(page, now);
  const main = mainDeed(page, now);
  // What comes next is read from its top.
  useEffect(toTop, [stage]);
  const deeds = {
    opening: { label: workText.opening, onPress: () => onSheet('opening') },
    visitor: { label: workText.more, onPress: () => void tap({ did: 'visitors', people: 1 }) },
    closing: { label: workText.closing, onPress: () => onSheet('closing') },
    leave: { label: workText.leave, onPress: () => onSheet('leave') },
  } as const;
  const footers = {
    arriving: <ClockButton clock={clock} way="in" />,
    working: <Button onPress={deeds[main].onPress}>{deeds[main].label}</Button>,
  };
  return (
    <Screen title={dutyText.title} footer={stage === 'arriving' || stage === 'working' ? footers[stage] : undefined}>
      <DutyHead page={page} now={now} mapWaits={unsentOf(notes, 'clock-in').length > 0} />
      <UnsentPanel duty={duty} />
      {stage === 'working' ? (
        <Working page={page} duty={duty} countsBelow={main === 'visitor'} onSheet={onSheet} />
      ) : null}
      {stage === 'over' ? <Over page={page} isUnsent={unsentOf(notes, 'clock-out').length > 0} /> : null}
      {stage === 'working' || stage === 'over' ? null : <Arriving page={page} stage={stage} clock={clock} now={now} />}
    </Screen>
  );
}
