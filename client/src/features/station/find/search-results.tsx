import type { StationSummary } from '@contract/station-view';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import type { Question } from '@/use-question';
import { StationRow } from '../station-row';
import { findWords } from './find-copy';
import styles from './station-list.module.scss';

const at = classes(styles);

export type SearchResultsProps = {
  readonly found: Question<readonly StationSummary[]>;
  readonly onPick: (station: StationSummary) => void;
};

export function SearchResults({ found, onPick }: SearchResultsProps) {
  const now = Date.now();
  return (
    <View className={at(found.at === 'loaded' && found.value.length > 0 ? 'bare' : 'pad')}>
      <Asked question={found} empty={<Empty title={findWords.noResults} about={findWords.noResultsAbout} />}>
        {(stations) => (
          <Part role="list" label={findWords.results}>
            {stations.map((station) => (
              <StationRow key={station.stationId} station={station} now={now} onPress={onPick} />
            ))}
          </Part>
        )}
      </Asked>
    </View>
  );
}
