import { View } from '@tarojs/components';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import { levelNames, words } from './membership-copy';
import type { ChosenUnion, UnionSearch } from './use-transfer';

export type UnionFinderProps = {
  readonly search: UnionSearch;
  readonly onChoose: (union: ChosenUnion) => void;
};

/** Every union is there from the start; a few letters make the list short. */
export function UnionFinder({ search, onChoose }: UnionFinderProps) {
  return (
    <View>
      <TextField
        label={words.form.search}
        hint={words.form.searchHint}
        value={search.text}
        maxLength={40}
        onChange={search.onText}
      />
      <Asked question={search.question}>
        {({ unions }) =>
          unions.length === 0 ? (
            <Empty title={words.form.none} about={words.form.noneAbout} />
          ) : (
            <Rows label={words.form.found}>
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
