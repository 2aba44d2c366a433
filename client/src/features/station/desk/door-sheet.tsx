import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { PrintSheet } from '@/platform/print-sheet';
import { classes } from '@/ui/classes';
import { QrCode } from '@/ui/qr-code';
import { useQuestion } from '@/use-question';
import { signWords } from '../offer-words';
import { CodeLetters } from './letter-groups';
import { deskText } from './desk-copy';
import { showStationWords } from './desk-refusals';
import styles from './door-code.module.scss';

const at = classes(styles);
const words = deskText.doorCode;

/** As wide as a hand on A4: read from a step away. CSS pixels. */
const PAPER_PX = 480;

export type DoorSheetProps = { readonly stationId: StationId; readonly name: string; readonly doorCode: string };

/** One sheet to put up at the door. The number on the green sign is there where it is known by then. */
export function DoorSheet({ stationId, name, doorCode }: DoorSheetProps) {
  const { question } = useQuestion('station.show', { stationId, code: null }, showStationWords);
  const sign = question.at === 'loaded' ? signWords(question.value.signNo) : null;
  return (
    <PrintSheet>
      <View className={at('sheet')}>
        <View className={at('station')}>{name}</View>
        {sign === null ? null : <View className={at('sign')}>{sign}</View>}
        <QrCode text={doorCode} label={words.label} sizePx={PAPER_PX} />
        <View className={at('how')}>{words.sheet}</View>
        <View className={at('how')}>{words.letters}</View>
        <CodeLetters code={doorCode} />
      </View>
    </PrintSheet>
  );
}
