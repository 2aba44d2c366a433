import type { UnionSummary } from '@contract/union';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import { levelWords, unionWords } from '../enrol-copy';
import { useUnionSearch } from './use-union-search';
import styles from './work-step.module.scss';

const at = classes(styles);

/** More rows than this are no longer read on a phone. */
const MOST_SHOWN = 12;

/** Any other union, by a part of its name. */
export function UnionSearchPanel({ onPick }: { readonly onPick: (union: UnionSummary) => void }) {
  const [open, setOpen] = useState(false);
  const { text, onType, onSearch, asked, question } = useUnionSearch();
  if (!open) {
    return (
      <View className={at('toggle')}>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {unionWords.search}
        </Button>
      </View>
    );
  }
  return (
    <Panel title={unionWords.search}>
      <TextField
        label={unionWords.searchLabel}
        hint={unionWords.searchHint}
        value={text}
        maxLength={40}
        onChange={onType}
        onBlur={onSearch}
      />
      <View className={at('toggle')}>
        <Button kind="secondary" onPress={onSearch}>
          {unionWords.searchButton}
        </Button>
      </View>
      {asked === null ? null : (
        <Asked question={question} skeletonRows={2}>
          {({ unions }) => <FoundUnions asked={asked} unions={unions} onPick={onPick} />}
        </Asked>
      )}
    </Panel>
  );
}

type FoundUnionsProps = {
  readonly asked: string;
  readonly unions: readonly UnionSummary[];
  readonly onPick: (union: UnionSummary) => void;
};

function FoundUnions({ asked, unions, onPick }: FoundUnionsProps) {
  if (unions.length === 0) return <View className={at('toggle')}>{unionWords.none(asked)}</View>;
  return (
    <View>
      {unions.length > MOST_SHOWN ? <View className={at('toggle')}>{unionWords.first(MOST_SHOWN)}</View> : null}
      <Rows>
        {unions.slice(0, MOST_SHOWN).map((union) => (
          <Row
            key={union.unionId}
            title={union.name}
            about={[levelWords[union.level], union.parentName].filter(Boolean).join('，')}
            onPress={() => onPick(union)}
          />
        ))}
      </Rows>
    </View>
  );
}
