import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Screen } from '@/ui/screen';
import { stationIdIn } from '../../station-address';
import { codeIn } from '../../visit/shown-code';
import { OccupationPanel } from '../../visit/occupation-panel';
import type { CheckIn } from '../../visit/use-check-in';
import { useCheckIn } from '../../visit/use-check-in';
import { visitWords } from '../../visit/visit-copy';
import { VisitEntry } from '../../visit/visit-entry';
import { VisitNotice } from '../../visit/visit-notice';
import { VisitResult } from '../../visit/visit-result';
import styles from '../../visit/visit.module.scss';
import { WaterPanel } from '../../visit/water-panel';

const at = classes(styles);

/** Where a scanned code leads, and where one types its letters. */
export default function CheckInPage() {
  const { params } = useRouter();
  const checkIn = useCheckIn({ stationId: stationIdIn(params), code: codeIn(params) });
  const [letters, setLetters] = useState('');
  const isWaiting = checkIn.step.at === 'sending' || checkIn.step.at === 'locating';
  if (checkIn.step.at === 'done') return <Counted checkIn={checkIn} visit={checkIn.step.value} />;
  return (
    <Screen title={visitWords.title}>
      <VisitNotice checkIn={checkIn} />
      {isWaiting ? null : (
        <VisitEntry
          onScan={checkIn.onScan}
          letters={letters}
          onType={setLetters}
          onLetters={checkIn.onLetters}
          onHere={checkIn.onHere}
        />
      )}
      <OccupationPanel />
    </Screen>
  );
}

type Visit = Extract<CheckIn['step'], { at: 'done' }>['value'];

function Counted({ checkIn, visit }: { readonly checkIn: CheckIn; readonly visit: Visit }) {
  const { stationId, hasWater } = visit;
  const { code, onScan } = checkIn;
  const parameters = { id: stationId, ...(code === null ? {} : { code }) };
  return (
    <Screen
      title={visitWords.title}
      footer={
        <Button kind="secondary" onPress={() => go('station', parameters)}>
          {visitWords.toStation}
        </Button>
      }
    >
      <VisitResult visit={visit} now={Date.now()} />
      {hasWater && code !== null ? <WaterPanel stationId={stationId} code={code} onScan={onScan} /> : null}
      <View className={at('button')}>
        <Button kind="quiet" onPress={() => go('station', { id: stationId, report: 'door' })}>
          {visitWords.reportDoor}
        </Button>
      </View>
      <OccupationPanel />
    </Screen>
  );
}
