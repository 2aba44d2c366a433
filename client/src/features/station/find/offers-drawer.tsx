import type { StationFilter } from '@contract/station';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { classes } from '@/ui/classes';
import { facilityCodes, featureCodes } from '../offer-words';
import { Drawer } from './drawer';
import { MOST_WANTS, isFiltered, noFilter } from './filter';
import { OfferChips } from './filter-chips';
import { findWords, seeResults } from './find-copy';
import styles from './offers-drawer.module.scss';

const at = classes(styles);

export type OffersDrawerProps = {
  readonly filter: StationFilter;
  /** Stations that meet it now, as far as the map shows; null while that is being asked. */
  readonly count: number | null;
  readonly onFilter: (filter: StationFilter) => void;
  readonly onClose: () => void;
};

/** Everything one may look for. Each tick counts at once. */
export function OffersDrawer({ filter, count, onFilter, onClose }: OffersDrawerProps) {
  const footer = (
    <View>
      <Button onPress={onClose}>{seeResults(count)}</Button>
      {isFiltered(filter) ? (
        <Button kind="quiet" onPress={() => onFilter(noFilter)}>
          {findWords.clearFilters}
        </Button>
      ) : null}
    </View>
  );
  return (
    <Drawer title={findWords.allOffers} footer={footer} onClose={onClose}>
      <View className={at('first')}>
        <Chip
          label={findWords.openNow}
          isOn={filter.openNow}
          onPress={() => onFilter({ ...filter, openNow: !filter.openNow })}
        />
      </View>
      <OfferChips label={findWords.facilities} offers={facilityCodes} filter={filter} onFilter={onFilter} />
      <OfferChips label={findWords.kinds} offers={featureCodes} filter={filter} onFilter={onFilter} />
      {filter.wants.length >= MOST_WANTS ? <View>{findWords.atMost}</View> : null}
    </Drawer>
  );
}
