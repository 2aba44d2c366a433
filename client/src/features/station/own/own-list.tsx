import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextField } from '@/ui/text-field';
import { ownText } from './own-copy';
import { OwnRow } from './own-row';
import styles from './own.module.scss';
import type { OwnStations } from './use-own-stations';

const at = classes(styles);

/** The stations one looks after, and a few letters to find one among many. */
export function OwnList({ own }: { readonly own: OwnStations }) {
  const { question, more, text, onlyAttention, onText, onOnlyAttention } = own;
  return (
    <View>
      <TextField label={ownText.search} hint={ownText.searchHint} maxLength={30} value={text} onChange={onText} />
      <View className={at('narrow')}>
        <Rows>
          <SwitchRow
            title={ownText.onlyAttention}
            about={ownText.onlyAttentionAbout}
            on={onlyAttention}
            onChange={onOnlyAttention}
          />
        </Rows>
      </View>
      <Asked question={question} skeletonRows={6} empty={<Nothing own={own} />}>
        {(stations) => (
          <Rows label={ownText.list}>
            {stations.map((station) => (
              <OwnRow key={station.stationId} station={station} onOpen={() => go('desk', { id: station.stationId })} />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
    </View>
  );
}

function Nothing({ own: { searched, onlyAttention, onText, onOnlyAttention } }: { readonly own: OwnStations }) {
  const action = {
    label: ownText.all,
    onPress: () => {
      onText('');
      onOnlyAttention(false);
    },
  };
  if (searched) return <Empty title={ownText.noneFound} about={ownText.noneFoundAbout} action={action} />;
  if (onlyAttention) return <Empty title={ownText.noneWaiting} about={ownText.noneWaitingAbout} action={action} />;
  return <Empty title={ownText.none} about={ownText.noneAbout} />;
}
