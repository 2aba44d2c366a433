import type { StationFilter } from '@contract/station';
import type { StationSummary } from '@contract/station-view';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { Skeleton } from '@/ui/skeleton';
import { StationRow } from '../station-row';
import type { Looking } from '../map/use-look-around';
import { isFiltered, noFilter } from './filter';
import { findWords, nearerClosedWords } from './find-copy';
import { nearerButNotOpen } from './nearer';
import styles from './station-list.module.scss';

const at = classes(styles);

export type StationListProps = {
  readonly looking: Looking;
  /** It answers another question than the one that is under way. */
  readonly isOvertaken: boolean;
  readonly filter: StationFilter;
  readonly onPick: (station: StationSummary) => void;
  readonly onFilter: (filter: StationFilter) => void;
  readonly onWider: () => void;
};

/** What the map shows, in words: the nearest open ones first. Nothing here moves while the map is dragged. */
export const StationList = memo(function StationList(props: StationListProps) {
  const { looking, isOvertaken, filter, onPick, onFilter, onWider } = props;
  if (looking.at === 'first')
    return (
      <Pad>
        <Skeleton rows={4} />
      </Pad>
    );
  if (looking.at === 'failed') {
    return (
      <Pad>
        <Notice tone="warn" action={{ label: findWords.again, onPress: looking.again }}>
          {looking.text}
        </Notice>
      </Pad>
    );
  }
  const { around, stale, again, seenAt } = looking;
  const { nearest, openBy } = around;
  const passed = nearerButNotOpen(nearest);
  return (
    <View>
      {stale === null ? null : (
        <Pad>
          <Notice tone="warn" action={{ label: findWords.again, onPress: again }}>
            {stale}
          </Notice>
        </Pad>
      )}
      {openBy === 'hours' && filter.openNow ? <View className={at('note')}>{findWords.byHours}</View> : null}
      {passed === 0 ? null : <View className={at('note')}>{nearerClosedWords(passed)}</View>}
      <Part className={at(isOvertaken && 'overtaken')} role="list" label={findWords.title}>
        {nearest.map((station) => (
          <StationRow key={station.stationId} station={station} now={seenAt} onPress={onPick} />
        ))}
      </Part>
      {nearest.length > 0 ? null : <Nothing filter={filter} onFilter={onFilter} onWider={onWider} />}
    </View>
  );
});

function Nothing({ filter, onFilter, onWider }: Pick<StationListProps, 'filter' | 'onFilter' | 'onWider'>) {
  return isFiltered(filter) ? (
    <Empty
      title={findWords.noneFiltered}
      about={findWords.noneFilteredAbout}
      action={{ label: findWords.clearFilters, onPress: () => onFilter(noFilter) }}
    />
  ) : (
    <Empty title={findWords.none} about={findWords.noneAbout} action={{ label: findWords.wider, onPress: onWider }} />
  );
}

const Pad = ({ children }: { readonly children: ReactNode }) => <View className={at('pad')}>{children}</View>;
