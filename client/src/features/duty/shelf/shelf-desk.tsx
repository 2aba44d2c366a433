import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { useWideWindow } from '@/platform/wide-window';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import styles from '../head.module.scss';
import { momentOf } from '../shift-words';
import { ArrivedSums } from './arrived-sums';
import { ItemEntry } from './item-entry';
import { shelfPhrases, showShelfRefusals } from './shelf-copy';
import { ShelfEditor } from './shelf-editor';

const at = classes(styles);
const words = shelfPhrases;

export type Shelf = ValueFor<'duty.showShelf'>;

/** The shelf of a station. Give it the station's id as key. */
export function ShelfDesk({ stationId }: { readonly stationId: StationId }) {
  const { question, refresh } = useQuestion('duty.showShelf', { stationId }, showShelfRefusals);
  const wide = useWideWindow();
  return (
    <Asked question={question} skeletonRows={6}>
      {(shelf) => (
        <View>
          <View className={at('lead')}>{shelf.stationName}</View>
          <View className={at(wide && 'columns')}>
            <View className={at(wide && 'column')}>
              <Items stationId={stationId} shelf={shelf} onChanged={refresh} />
            </View>
            <View className={at(wide && 'column')}>
              <Deliveries deliveries={shelf.deliveries} />
              <ArrivedSums />
              <ShelfEditor key={shelf.revision} stationId={stationId} shelf={shelf} onChanged={refresh} />
            </View>
          </View>
        </View>
      )}
    </Asked>
  );
}

type ItemsProps = {
  readonly stationId: StationId;
  readonly shelf: Shelf;
  readonly onChanged: () => Promise<void>;
};

function Items({ stationId, shelf: { items }, onChanged }: ItemsProps) {
  return (
    <Panel title={words.now}>
      {items.length === 0 ? (
        <View className={at('about')}>{`${words.none}。${words.noneAbout}`}</View>
      ) : (
        <Part role="list" label={words.now}>
          {items.map((item) => (
            <ItemEntry key={item.code} stationId={stationId} item={item} now={Date.now()} onChanged={onChanged} />
          ))}
        </Part>
      )}
    </Panel>
  );
}

function Deliveries({ deliveries }: Pick<Shelf, 'deliveries'>) {
  if (deliveries.length === 0) return null;
  return (
    <Panel title={words.deliveries}>
      <Part role="list" label={words.deliveries}>
        {deliveries.map(({ deliveryId, name, quantity, donor, at: when, by }) => (
          <Part key={deliveryId} className={at('entry')} role="listitem">
            <View className={at('name')}>{words.delivery(name, quantity)}</View>
            {donor === null ? null : <View className={at('line')}>{words.from(donor)}</View>}
            <View className={at('about')}>{words.by(by, momentOf(when, Date.now()))}</View>
          </Part>
        ))}
      </Part>
    </Panel>
  );
}
