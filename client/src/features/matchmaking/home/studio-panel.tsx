import type { StudioView } from '@contract/match-profile';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { sittingText } from '../match-words';
import styles from '../match.module.scss';
import { homeText as text } from './home-copy';

const at = classes(styles);

export type StudioPanelProps = {
  readonly studio: StudioView;
  /** Said instead of its name, which stands among the facts then. */
  readonly title?: string | undefined;
};

/** Where a studio is and when somebody sits there. */
export function StudioPanel({ studio, title }: StudioPanelProps) {
  const { name, about, stationName, address, room, phone, needsStamp } = studio;
  return (
    <Panel title={title ?? name}>
      <View className={at('text')}>{about}</View>
      <Facts
        items={[
          ...(title === undefined ? [] : [{ label: text.studio, value: name }]),
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
