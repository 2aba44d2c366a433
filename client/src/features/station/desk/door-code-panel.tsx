import { View } from '@tarojs/components';
import { useState } from 'react';
import { canPrint, printPage } from '@/platform/printing';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { QrCode } from '@/ui/qr-code';
import { CodeLetters } from './letter-groups';
import { deskText } from './desk-copy';
import styles from './door-code.module.scss';
import { DoorSheet } from './door-sheet';
import type { Desk } from './use-desk';

const at = classes(styles);
const words = deskText.doorCode;

/** The code to put up at the door, and its letters for phones that cannot read it. */
export function DoorCodePanel({ desk: { stationId, name, doorCode } }: { readonly desk: Desk }) {
  const [shown, setShown] = useState(false);
  return (
    <Panel title={words.title}>
      <View className={at('about')}>{words.about}</View>
      {shown ? (
        <View className={at('code')}>
          <QrCode text={doorCode} label={words.label} />
          <View className={at('about')}>{words.letters}</View>
          <CodeLetters code={doorCode} />
        </View>
      ) : null}
      {shown && canPrint ? <DoorSheet stationId={stationId} name={name} doorCode={doorCode} /> : null}
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </Button>
        </View>
        {shown && canPrint ? (
          <View className={at('act')}>
            <Button kind="secondary" onPress={printPage}>
              {words.print}
            </Button>
          </View>
        ) : null}
      </View>
    </Panel>
  );
}
