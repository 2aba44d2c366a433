import type { StationFilter } from '@contract/station';
import type { Offer } from '@contract/station-view';
import { View } from '@tarojs/components';
import { Heading, Part, Press } from '@/platform/elements';
import { Chip, chipClass } from '@/ui/chip';
import { classes } from '@/ui/classes';
import { offerName } from '../offer-words';
import styles from './filter-chips.module.scss';
import { withOffer } from './filter';
import { findWords, firstOffers } from './find-copy';

const at = classes(styles);

export type FilterChipsProps = {
  readonly filter: StationFilter;
  readonly onFilter: (filter: StationFilter) => void;
  readonly onMore: () => void;
  /** In several lines, where nobody has a finger to push a row along. */
  readonly isWrapped: boolean;
};

/** What is asked for most, in one row. What was chosen under 更多 joins the row, so that it can be taken back here. */
export function FilterChips({ filter, onFilter, onMore, isWrapped }: FilterChipsProps) {
  const { openNow, wants } = filter;
  const offers: readonly Offer[] = [...wants.filter((offer) => !firstOffers.includes(offer)), ...firstOffers];
  return (
    <Part className={at('chips', isWrapped && 'wrapped')} role="group" label={findWords.filters}>
      <Chip label={findWords.openNow} isOn={openNow} onPress={() => onFilter({ ...filter, openNow: !openNow })} />
      {offers.map((offer) => (
        <Chip
          key={offer}
          label={offerName(offer)}
          isOn={wants.includes(offer)}
          onPress={() => onFilter(withOffer(filter, offer))}
        />
      ))}
      <Press className={chipClass(false)} onPress={onMore}>
        {findWords.more}
      </Press>
    </Part>
  );
}

export type OfferChipsProps = {
  readonly label: string;
  readonly offers: readonly Offer[];
  readonly filter: StationFilter;
  readonly onFilter: (filter: StationFilter) => void;
};

/** Some offers, as many to a line as fit. */
export function OfferChips({ label, offers, filter, onFilter }: OfferChipsProps) {
  return (
    <View className={at('group')}>
      <Heading level={2} className={at('label')}>
        {label}
      </Heading>
      <Part className={at('chips', 'wrapped', 'flush')} role="group" label={label}>
        {offers.map((offer) => (
          <Chip
            key={offer}
            label={offerName(offer)}
            isOn={filter.wants.includes(offer)}
            onPress={() => onFilter(withOffer(filter, offer))}
          />
        ))}
      </Part>
    </View>
  );
}
