import type { DutyPage } from '@contract/duty-tap';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { evidenceName } from '../duty-words';
import { clock } from '../shift-words';
import { ColleaguesPanel } from './colleagues-panel';
import { othersStay } from './duty-stage';
import { clockText, dutyText, workText } from './on-duty-copy';
import styles from './on-duty.module.scss';
import type { Sheet } from './sheets';
import { unsentOf } from './tap-queue';
import type { OnDuty } from './use-on-duty';

const at = classes(styles);

export type WorkingProps = {
  readonly page: DutyPage;
  readonly duty: OnDuty;
  /** The button at the bottom counts already. */
  readonly countsBelow: boolean;
  readonly onSheet: (sheet: Sheet) => void;
};

/** On duty, from the first tap to the last, in the order in which things come. */
export function Working({ page, duty, countsBelow, onSheet }: WorkingProps) {
  const { notes } = duty;
  const isUnsent = (did: Parameters<typeof unsentOf>[1]) => unsentOf(notes, did).length > 0;
  const doneText = (doneAt: number | null, did: Parameters<typeof unsentOf>[1]) => {
    if (doneAt === null) return workText.toDo;
    return (isUnsent(did) ? dutyText.doneUnsent : dutyText.done)(clock(doneAt));
  };
  const { evidence, clockedInAt, openingDoneAt, closingDoneAt, incidents, ownNote, shift } = page;
  return (
    <View>
      <Rows label={workText.now}>
        <Row
          title={clockText.clockedIn}
          about={evidence === null ? clockText.waitsForProof : evidenceName(evidence)}
          value={clockedInAt === null ? undefined : clock(clockedInAt)}
        />
        <Row
          title={workText.opening}
          about={openingDoneAt === null ? workText.openingAbout : undefined}
          value={doneText(openingDoneAt, 'opening-list')}
          onPress={openingDoneAt === null ? () => onSheet('opening') : undefined}
        />
      </Rows>
      <VisitorsPanel visitors={page.visitors} duty={duty} countsBelow={countsBelow} />
      <Rows label={workText.anytime}>
        <Row
          title={workText.incident}
          about={isUnsent('incident') ? dutyText.unsent : workText.incidentAbout}
          value={incidents === 0 ? undefined : workText.incidents(incidents)}
          onPress={() => onSheet('incident')}
        />
        <Row title={workText.code} about={workText.codeAbout} onPress={() => go('presence', { id: shift.stationId })} />
        <Row
          title={workText.tasks}
          about={workText.tasksAbout}
          onPress={() => go('dutyTasks', { id: shift.stationId })}
        />
      </Rows>
      <ColleaguesPanel page={page} duty={duty} />
      <Rows label={workText.leaving}>
        <Row
          title={workText.note}
          about={isUnsent('handover') ? dutyText.unsent : workText.noteAbout}
          value={ownNote === null ? undefined : workText.noteWritten}
          onPress={() => onSheet('note')}
        />
        <Row
          title={workText.closing}
          about={othersStay(page) ? workText.closingOthers : workText.closingAbout}
          value={doneText(closingDoneAt, 'closing-list')}
          onPress={closingDoneAt === null ? () => onSheet('closing') : undefined}
        />
        <Row title={workText.leave} about={workText.leaveAbout} onPress={() => onSheet('leave')} />
      </Rows>
    </View>
  );
}

type VisitorsProps = { readonly visitors: number; readonly duty: OnDuty; readonly countsBelow: boolean };

function VisitorsPanel({ visitors, duty, countsBelow }: VisitorsProps) {
  const unsent = unsentOf(duty.notes, 'visitors').reduce(
    (sum, { wish }) => sum + (wish.did === 'visitors' ? wish.people : 0),
    0,
  );
  const count = (people: 1 | -1) => duty.tap({ did: 'visitors', people });
  return (
    <Panel title={workText.visitors}>
      <View className={at('count')}>{workText.visitorsCount(visitors)}</View>
      {unsent === 0 ? null : <View className={at('about')}>{workText.visitorsUnsent(unsent)}</View>}
      <View className={at('pair', 'upward')}>
        <View className={at('roomy')}>
          <Button kind="secondary" disabled={visitors === 0} onPress={() => void count(-1)}>
            {workText.less}
          </Button>
        </View>
        {countsBelow ? null : (
          <View className={at('roomy')}>
            <Button kind="secondary" onPress={() => void count(1)}>
              {workText.more}
            </Button>
          </View>
        )}
      </View>
    </Panel>
  );
}
