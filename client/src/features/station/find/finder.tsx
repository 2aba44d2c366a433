import type { StationPin, StationSummary } from '@contract/station-view';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Part } from '@/platform/elements';
import { useWideWindow } from '@/platform/wide-window';
import { useReadingSize } from '@/theme/reading';
import { classes } from '@/ui/classes';
import { StationMap } from '../map/station-map';
import type { Looking } from '../map/use-look-around';
import { FilterChips } from './filter-chips';
import { isFiltered } from './filter';
import { findWords, inViewWords } from './find-copy';
import styles from './finder.module.scss';
import { OffersDrawer } from './offers-drawer';
import { SearchBox } from './search-box';
import { SearchResults } from './search-results';
import type { Height } from './sheet';
import { Sheet } from './sheet';
import { StationCard } from './station-card';
import { StationList } from './station-list';
import { StreetsDrawer } from './streets-drawer';
import { useChosen } from './use-chosen';
import type { Finding } from './use-finding';
import { useSearch } from './use-search';
import { WhereLine } from './where-line';

const at = classes(styles);

/** As close as one looks at one station. */
const DOOR_ZOOM = 16;
/** The search box over the map, and half of a pin that would look out from under it. CSS pixels. */
const SEARCH_PX = 84;

/** Map and list as one: on a phone the list is pulled up over the map, on a desk it stands beside it. */
export function Finder({ finding }: { readonly finding: Finding }) {
  const { looking, isOvertaken, filter, anchor, own, lookAt, onFilter, zoomBy } = finding;
  const isWide = useWideWindow();
  const isLarge = useReadingSize() !== 'normal';
  const [height, setHeight] = useState<Height>('half');
  const [drawer, setDrawer] = useState<'offers' | 'streets' | null>(null);
  const search = useSearch(own ?? anchor.place, own !== null);
  const { tapped, question, choose } = useChosen();
  const around = looking.at === 'seen' ? looking.around : null;
  const isAsking = looking.at === 'seen' && looking.isAsking;
  const { onText } = search;

  const pick = useCallback(
    (station: StationSummary, origin: 'here' | 'centre') => {
      choose({ stationId: station.stationId, name: station.name, summary: station, origin });
      onText('');
      if (station.place !== null) lookAt(station.place, DOOR_ZOOM);
    },
    [choose, lookAt, onText],
  );
  // A list is told from where one looks; what was searched for, from where one stands.
  const origin = anchor.by === 'here' ? 'here' : 'centre';
  const onPick = useCallback((station: StationSummary) => pick(station, origin), [pick, origin]);
  const onPickFound = useCallback((station: StationSummary) => pick(station, 'here'), [pick]);
  const onWider = useCallback(() => zoomBy(-2), [zoomBy]);
  const closeDrawer = useCallback(() => setDrawer(null), []);
  const title = titleWords(looking, isOvertaken);
  const chosenPin = question.at === 'loaded' && tapped !== null ? pinOf(question.value) : null;
  const isListAway = tapped !== null || search.found !== null;

  return (
    <Part className={at('finder', isWide && 'wide')}>
      <View className={at('search')}>
        <SearchBox text={search.text} onText={onText} />
      </View>
      {search.found === null ? null : (
        <View className={at('results')}>
          <SearchResults found={search.found} onPick={onPickFound} />
        </View>
      )}
      <Sheet
        fixed={isWide}
        height={height}
        onHeight={setHeight}
        title={title}
        isBusy={isAsking}
        away={isListAway}
        isTall={isLarge}
        head={<FilterChips filter={filter} isWrapped={isWide} onFilter={onFilter} onMore={() => setDrawer('offers')} />}
        where={<WhereLine {...finding} onPickStreet={() => setDrawer('streets')} />}
      >
        <StationList
          looking={looking}
          isOvertaken={isOvertaken}
          filter={filter}
          onPick={onPick}
          onFilter={onFilter}
          onWider={onWider}
        />
      </Sheet>
      {tapped === null ? null : (
        <View className={at('card')}>
          <StationCard
            name={tapped.name}
            question={question}
            origin={tapped.origin}
            now={Date.now()}
            onClose={() => choose(null)}
          />
        </View>
      )}
      <View className={at('ground')}>
        <StationMap
          finding={finding}
          chosen={chosenPin}
          coveredShare={isWide ? 0 : covered(height, isLarge)}
          coveredTopPx={isWide ? 0 : SEARCH_PX}
          onPin={(pin) => {
            const summary = around?.nearest.find(({ stationId }) => stationId === pin.stationId) ?? null;
            choose({ stationId: pin.stationId, name: pin.name, summary, origin });
          }}
        />
      </View>
      {drawer === 'offers' ? (
        <OffersDrawer
          filter={filter}
          count={around === null || isAsking || isOvertaken ? null : around.inView}
          onFilter={onFilter}
          onClose={closeDrawer}
        />
      ) : null}
      {drawer === 'streets' ? (
        <StreetsDrawer
          onPick={(street) => {
            closeDrawer();
            finding.onStreet(street);
          }}
          onClose={closeDrawer}
        />
      ) : null}
    </Part>
  );
}

/** Of the answer that is shown, and of what it was asked for. */
function titleWords(looking: Looking, isOvertaken: boolean): string {
  if (looking.at === 'failed') return '';
  if (looking.at === 'first' || isOvertaken) return findWords.looking;
  const { around, answers } = looking;
  return inViewWords(around.inView, around.nearest.length, isFiltered(answers.filter));
}

/** The station that is looked at stands on the map by itself, also where it would lie in a cluster. */
const pinOf = ({ stationId, name, place, category, status }: StationSummary): StationPin | null =>
  place === null ? null : { stationId, name, place, category, state: status.state };

/** The share of the map under the sheet, as find/sheet.module.scss has it; pulled up whole, the map stays as it was. */
function covered(height: Height, isTall: boolean): number {
  if (height === 'peek') return isTall ? 0.32 : 0.25;
  return isTall ? 0.64 : 0.56;
}
