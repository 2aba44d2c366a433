import { View } from '@tarojs/components';
import { useState } from 'react';
import { toTop } from '@/platform/to-top';
import { useWideWindow } from '@/platform/wide-window';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { useQuestion } from '@/use-question';
import { FigureList } from './figure-list';
import { FigureRows } from './figure-rows';
import { figuresText } from './figures-copy';
import styles from './figures.module.scss';
import { OtherDistricts } from './other-districts';
import type { Figure, Figures, Sum } from './sums';
import { sumsOf, tierFigures } from './sums';

const at = classes(styles);

/** What a district publishes about its stations, to be checked by anybody. */
export function FiguresBoard({ district }: { readonly district: string }) {
  const { question } = useQuestion('station.figures', { district });
  return (
    <Asked question={question} skeletonRows={8}>
      {(figures) =>
        figures.tiers.every(({ count }) => count === 0) ? (
          <View>
            <Empty title={figuresText.noneYet} about={figuresText.noneYetAbout} />
            <OtherDistricts district={district} />
          </View>
        ) : (
          <Board figures={figures} />
        )
      }
    </Asked>
  );
}

function Board({ figures }: { readonly figures: Figures }) {
  const [open, setOpen] = useState<Figure | null>(null);
  const wide = useWideWindow();
  const show = (figure: Figure | null) => {
    setOpen(figure);
    if (!wide) toTop();
  };
  const list =
    open === null ? null : (
      <FigureList
        key={open.name}
        district={figures.district}
        name={open.name}
        count={open.count}
        query={open.query}
        onClose={() => show(null)}
      />
    );
  if (list !== null && !wide) return list;
  return (
    <View className={at(list !== null && 'columns')}>
      <View className={at(list !== null && 'column')}>
        <View>{figuresText.lead(figures.district)}</View>
        <FigureRows label={figuresText.tiers} figures={tierFigures(figures)} onOpen={show} />
        {sumsOf(figures).map((sum) => (
          <SumPanel key={sum.whole.name} sum={sum} onOpen={show} />
        ))}
        <OtherDistricts district={figures.district} />
      </View>
      {list === null ? null : <View className={at('list')}>{list}</View>}
    </View>
  );
}

function SumPanel({ sum, onOpen }: { readonly sum: Sum; readonly onOpen: (figure: Figure) => void }) {
  const { whole, parts, agrees } = sum;
  return (
    <Panel title={whole.name}>
      <View className={at('sum')}>
        {figuresText.adds(
          whole.count,
          parts.map(({ count }) => count),
        )}
      </View>
      <View className={at(agrees ? 'agrees' : 'differs')}>{agrees ? figuresText.agrees : figuresText.differs}</View>
      <FigureRows figures={[whole, ...parts]} onOpen={onOpen} />
    </Panel>
  );
}
