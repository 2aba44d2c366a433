import type { FigureQuery } from '@contract/station-figures';
import { View } from '@tarojs/components';
import { Heading } from '@/platform/elements';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Rows } from '@/ui/rows';
import { usePages } from '@/use-pages';
import { StationRow } from '../station-row';
import { figuresText } from './figures-copy';
import styles from './figures.module.scss';

const at = classes(styles);

export type FigureListProps = {
  readonly district: string;
  readonly name: string;
  readonly count: number;
  readonly query: FigureQuery;
  readonly onClose: () => void;
};

/** Every station that a number counts. */
export function FigureList({ district, name, count, query, onClose }: FigureListProps) {
  const { question, more } = usePages('station.listFigure', { district, query });
  const now = Date.now();
  return (
    <View>
      <Heading level={2} className={at('heading')}>
        {figuresText.listTitle(name, count)}
      </Heading>
      <Asked
        question={question}
        skeletonRows={6}
        empty={<Empty title={figuresText.none} about={figuresText.noneAbout} />}
      >
        {(stations) => (
          <Rows>
            {stations.map((station) => (
              <StationRow
                key={station.stationId}
                station={station}
                now={now}
                onPress={({ stationId }) => go('station', { id: stationId })}
              />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
      <View className={at('action')}>
        <Button kind="secondary" onPress={onClose}>
          {figuresText.close}
        </Button>
      </View>
    </View>
  );
}
