import type { StationFilter } from '@contract/station';
import type { Offer } from '@contract/station-view';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Checks } from '@/ui/choices';
import { facilityCodes, featureCodes, offerName } from '../offer-words';
import { Drawer } from './drawer';
import { MOST_WANTS, isFiltered, noFilter } from './filter';
import { findWords, seeResults } from './find-copy';

export type OffersDrawerProps = {
  readonly filter: StationFilter;
  /** Stations that meet it now, as far as the map shows; null while that is being asked. */
  readonly count: number | null;
  readonly onFilter: (filter: StationFilter) => void;
  readonly onClose: () => void;
};

/** Everything one may look for. Each tick counts at once. */
export function OffersDrawer({ filter, count, onFilter, onClose }: OffersDrawerProps) {
  const choose = (wants: readonly Offer[]) => onFilter({ ...filter, wants: wants.slice(0, MOST_WANTS) });
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
      <Checks
        options={[{ value: 'open-now', label: findWords.openNow }]}
        values={filter.openNow ? ['open-now'] : []}
        onChange={(values) => onFilter({ ...filter, openNow: values.length > 0 })}
      />
      <Checks
        label={findWords.facilities}
        options={facilityCodes.map(asOption)}
        values={filter.wants}
        onChange={choose}
      />
      <Checks label={findWords.kinds} options={featureCodes.map(asOption)} values={filter.wants} onChange={choose} />
      {filter.wants.length >= MOST_WANTS ? <View>{findWords.atMost}</View> : null}
    </Drawer>
  );
}

const asOption = (offer: Offer) => ({ value: offer, label: offerName(offer) });
