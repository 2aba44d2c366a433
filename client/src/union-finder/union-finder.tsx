import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Asked } from '../ui/asked';
import { Empty } from '../ui/empty';
import { Row, Rows } from '../ui/rows';
import { TextField } from '../ui/text-field';
import { finderWords, levelNames } from './copy';
import type { UnionSearch } from './use-union-search';

export type ChosenUnion = { readonly unionId: UnionId; readonly name: string };

export type UnionFinderProps = {
  /** What the union is wanted for. */
  readonly label: string;
  readonly problem?: string | undefined;
  readonly search: UnionSearch;
  readonly onChoose: (union: ChosenUnion) => void;
};

/** Every union is there from the start; a few letters make the list short. */
export function UnionFinder({ label, problem, search, onChoose }: UnionFinderProps) {
  return (
    <View>
      <TextField
        label={label}
        hint={finderWords.hint}
        problem={problem}
        value={search.text}
        maxLength={40}
        onChange={search.onText}
      />
      <Asked question={search.question}>
        {({ unions }) =>
          unions.length === 0 ? (
            <Empty title={finderWords.none} about={finderWords.noneAbout} />
          ) : (
            <Rows label={finderWords.found}>
              {unions.map(({ unionId, name, level, parentName }) => (
                <Row
                  key={unionId}
                  title={name}
                  about={[levelNames[level], parentName].filter(Boolean).join('，')}
                  onPress={() => onChoose({ unionId, name })}
                />
              ))}
            </Rows>
          )
        }
      </Asked>
    </View>
  );
}
