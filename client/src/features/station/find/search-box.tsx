import { View } from '@tarojs/components';
import { LineEntry, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { findWords } from './find-copy';
import styles from './search-box.module.scss';

const at = classes(styles);

export type SearchBoxProps = { readonly text: string; readonly onText: (text: string) => void };

export function SearchBox({ text, onText }: SearchBoxProps) {
  return (
    <View className={at('box')}>
      <LineEntry
        className={at('entry')}
        kind="text"
        label={findWords.search}
        placeholder={findWords.searchHint}
        value={text}
        maxLength={30}
        invalid={false}
        onChange={onText}
      />
      {text === '' ? null : (
        <Press className={at('clear')} onPress={() => onText('')}>
          {findWords.clearSearch}
        </Press>
      )}
    </View>
  );
}
