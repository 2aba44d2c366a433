import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Row, Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextField } from '@/ui/text-field';
import { lastUsed } from './last-used';
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
      {own.searched || onlyAttention ? null : <LastUsed />}
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

/** Where one was last: most days it is the same station again. */
function LastUsed() {
  const used = lastUsed();
  if (used.length === 0) return null;
  return (
    <Rows label={ownText.lastUsed}>
      {used.map(({ stationId, name }) => (
        <Row key={stationId} title={name} onPress={() => go('desk', { id: stationId })} />
      ))}
    </Rows>
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
