import type { StudioView } from '@contract/match-profile';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { sittingText } from '../match-words';
import styles from '../match.module.scss';
import { homeText as text } from './home-copy';

const at = classes(styles);

/** Where a studio is and when somebody sits there. */
export function StudioPanel({ studio }: { readonly studio: StudioView }) {
  const { name, about, stationName, address, room, phone, needsStamp } = studio;
  return (
    <Panel title={name}>
      <View className={at('text')}>{about}</View>
      <Facts
        items={[
          { label: text.where, value: room === null ? stationName : `${stationName} ${room}` },
          { label: text.address, value: address },
          { label: text.when, value: `${sittingText(studio)}，${text.holidays}` },
          ...(phone === null ? [] : [{ label: text.phone, value: phone }]),
        ]}
      />
      {needsStamp ? <View className={at('about')}>{text.stampNeeded}</View> : null}
    </Panel>
  );
}
