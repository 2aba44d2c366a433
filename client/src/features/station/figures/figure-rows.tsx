import { Row, Rows } from '@/ui/rows';
import { figuresText } from './figures-copy';
import type { Figure } from './sums';

export type FigureRowsProps = {
  readonly label?: string | undefined;
  readonly figures: readonly Figure[];
  readonly onOpen: (figure: Figure) => void;
};

/** Numbers, each of which opens the list behind it. */
export function FigureRows({ label, figures, onOpen }: FigureRowsProps) {
  return (
    <Rows label={label}>
      {figures.map((figure) => (
        <Row
          key={figure.name}
          title={figure.name}
          value={figuresText.count(figure.count)}
          onPress={() => onOpen(figure)}
        />
      ))}
    </Rows>
  );
}
