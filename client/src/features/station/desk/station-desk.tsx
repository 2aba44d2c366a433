import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { useWideWindow } from '@/platform/wide-window';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Column, Columns } from '@/ui/columns';
import { Row, Rows } from '@/ui/rows';
import type { Question } from '@/use-question';
import { forget, remember } from '../own/last-used';
import { AdmissionPanel } from './admission-panel';
import { ClosurePanel } from './closure-panel';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import { DoorCodePanel } from './door-code-panel';
import { DutyWays } from './duty-ways';
import { FacilitiesPanel } from './facilities-panel';
import { ReportsPanel } from './reports-panel';
import { StandardPanel } from './standard-panel';
import { StatusPanel } from './status-panel';
import { useAdmission } from './use-admission';
import { useAnswering } from './use-answering';
import { useAssessing } from './use-assessing';
import { useClosing } from './use-closing';
import type { Desk } from './use-desk';
import { useDesk } from './use-desk';
import { useMarking } from './use-marking';
import { useRestocking } from './use-restocking';
import { WaterPanel } from './water-panel';

const at = classes(styles);

/** The desk of whoever looks after a station. Give it the station's id as key. */
export function StationDesk({ stationId }: { readonly stationId: StationId }) {
  const { question, refresh } = useDesk(stationId);
  useLastUsed(stationId, question);
  return (
    <Asked question={question} skeletonRows={6}>
      {(desk) => <DeskSheet desk={desk} refresh={refresh} />}
    </Asked>
  );
}

/** The list of one's stations begins with those that were opened last. */
function useLastUsed(stationId: StationId, question: Question<Desk>): void {
  const name = question.at === 'loaded' ? question.value.name : null;
  const isRefused = question.at === 'refused';
  useEffect(() => {
    if (name !== null) remember({ stationId, name });
    if (isRefused) forget(stationId);
  }, [stationId, name, isRefused]);
}

function DeskSheet({ desk, refresh }: { readonly desk: Desk; readonly refresh: () => Promise<void> }) {
  const { stationId, bottles, closure, mayEdit } = desk;
  const answering = useAnswering(stationId, refresh);
  const closing = useClosing(stationId, refresh);
  const marking = useMarking(stationId, refresh);
  const restocking = useRestocking(stationId, refresh);
  const admission = useAdmission(stationId, refresh);
  const assessing = useAssessing(stationId, refresh);
  const wide = useWideWindow();
  const state = (
    <View>
      <StatusPanel desk={desk} />
      <View className={at('action')}>
        <Button onPress={() => go('presence', { id: stationId })}>{deskText.presence}</Button>
      </View>
      <View className={at('about')}>{deskText.presenceAbout}</View>
    </View>
  );
  const reports = <ReportsPanel desk={desk} answering={answering} />;
  const ways = <Ways desk={desk} />;
  const facilities = <FacilitiesPanel desk={desk} marking={marking} />;
  const water = bottles === null ? null : <WaterPanel bottles={bottles} restocking={restocking} />;
  const people = (
    <View>
      <AdmissionPanel admission={admission} />
      {mayEdit || closure !== null ? <ClosurePanel desk={desk} closing={closing} /> : null}
    </View>
  );
  const papers = (
    <View>
      <DoorCodePanel desk={desk} />
      {mayEdit ? <StandardPanel scores={desk.scores} assessing={assessing} /> : null}
    </View>
  );
  return (
    <Columns>
      <Column>
        {state}
        {reports}
        {mayEdit ? <DutyWays stationId={stationId} /> : null}
        {ways}
        {wide ? people : null}
      </Column>
      <Column>
        {facilities}
        {water}
        {wide ? null : people}
        {papers}
      </Column>
    </Columns>
  );
}

/** Where one goes from here. */
function Ways({ desk: { stationId, mayEdit } }: { readonly desk: Desk }) {
  const id = { id: stationId };
  return (
    <Rows label={deskText.others}>
      <Row title={deskText.stationPage} about={deskText.stationPageAbout} onPress={() => go('station', id)} />
      {mayEdit ? <Row title={deskText.edit} about={deskText.editAbout} onPress={() => go('editStation', id)} /> : null}
    </Rows>
  );
}
