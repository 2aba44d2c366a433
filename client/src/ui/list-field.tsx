import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from './button';
import { classes } from './classes';
import { FieldGroup } from './field-group';
import styles from './list-field.module.scss';

const at = classes(styles);

export type ListFieldProps<Item> = {
  readonly items: readonly Item[];
  readonly words: { readonly add: string; readonly remove: string; readonly title: (nth: number) => string };
  readonly fresh: () => Item;
  readonly most: number;
  /** That many stay: none of them is to be taken away. */
  readonly least?: number | undefined;
  readonly onChange: (items: readonly Item[]) => void;
  /** The fields of one item; `path` leads to its problems. */
  readonly children: (item: Item, onItem: (part: Partial<Item>) => void, nth: number) => ReactNode;
};

/** Several things of one kind, each with its fields, to add and to take away. */
export function ListField<Item>({ items, words, fresh, most, least = 0, onChange, children }: ListFieldProps<Item>) {
  const changed = (nth: number, part: Partial<Item>) =>
    onChange(items.map((item, place) => (place === nth ? { ...item, ...part } : item)));
  return (
    <View>
      {items.map((item, nth) => (
        <FieldGroup key={nth} title={words.title(nth + 1)}>
          {children(item, (part) => changed(nth, part), nth)}
          {items.length <= least ? null : (
            <View className={at('action')}>
              <Button
                kind="quiet"
                label={`${words.remove}：${words.title(nth + 1)}`}
                onPress={() => onChange(items.filter((_, place) => place !== nth))}
              >
                {words.remove}
              </Button>
            </View>
          )}
        </FieldGroup>
      ))}
      {items.length >= most ? null : (
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => onChange([...items, fresh()])}>
            {words.add}
          </Button>
        </View>
      )}
    </View>
  );
}
