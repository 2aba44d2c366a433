import { View } from '@tarojs/components';
import { handOverFile } from '@/platform/device';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { harmless, tableText } from './csv';
import { columnNames, importText, problemWords } from './import-copy';
import styles from './import.module.scss';
import type { Table, TableProblem } from './read-table';

const at = classes(styles);
const words = importText.problems;
/** As many as one reads on a screen; the file has them all. */
const SHOWN = 200;

export type ProblemListProps = {
  readonly problems: readonly TableProblem[];
  readonly table: Table | null;
  readonly onChoose: () => void;
};

/** Every place that is wrong, with what stands there and why it cannot be taken. */
export function ProblemList({ problems, table, onChoose }: ProblemListProps) {
  const onDownload = async () => {
    const told = problems.map((problem) => tell(problem, table));
    const rows = told.map(({ line, column, cell, why }) => [String(line), column, harmless(cell), why]);
    await handOverFile(words.fileName, await tableText([[...words.header], ...rows]));
  };
  return (
    <Panel title={words.title(problems.length)} tone="danger">
      <View className={at('about')}>{words.about}</View>
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button onPress={onChoose}>{importText.read.again}</Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => void onDownload()}>
            {words.download}
          </Button>
        </View>
      </View>
      <ProblemRows problems={problems} table={table} />
    </Panel>
  );
}

/** Place by place: where, what stands there, and why. */
export function ProblemRows({ problems, table }: Omit<ProblemListProps, 'onChoose'>) {
  const told = problems.map((problem) => tell(problem, table));
  return (
    <View>
      <Part role="list">
        {told.slice(0, SHOWN).map(({ line, column, cell, why }) => (
          <Part key={`${line}${column}${why}`} className={at('problem')} role="listitem">
            <View className={at('line')}>{words.line(line)}</View>
            <View className={at('column')}>{column}</View>
            <View className={at('cell')}>{cell}</View>
            <View className={at('why')}>{why}</View>
          </Part>
        ))}
      </Part>
      {told.length > SHOWN ? <View className={at('about')}>{words.more(told.length - SHOWN)}</View> : null}
    </View>
  );
}

type Told = { readonly line: number; readonly column: string; readonly cell: string; readonly why: string };

function tell({ line, column, problem }: TableProblem, table: Table | null): Told {
  const cells = table?.rows.find((row) => row.line === line)?.cells;
  return {
    line,
    column: column === null ? words.wholeRow : columnNames[column],
    cell: column === null ? '' : (cells?.[column] ?? ''),
    why: problemWords[problem],
  };
}
