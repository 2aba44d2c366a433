import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading, Part, Press } from '../platform/elements';
import { classes } from './classes';
import styles from './rows.module.scss';
import type { Tone } from './tones';

const at = classes(styles);

/** How a row looks, for one that does something else than lead on. */
export const rowClass = (part: 'row' | 'words' | 'about'): string => at(part);

/** Rows that belong together. */
export function Rows({ children, label }: { readonly children: ReactNode; readonly label?: string | undefined }) {
  return (
    <View className={at('group')}>
      {label === undefined ? null : (
        <Heading level={2} className={at('label')}>
          {label}
        </Heading>
      )}
      <Part className={at('rows')} role="list" label={label}>
        {children}
      </Part>
    </View>
  );
}

export type RowProps = {
  readonly title: string;
  readonly about?: string | undefined;
  readonly value?: string | undefined;
  /** What a press does here, in a word, where it leads nowhere: shown in place of the arrow. */
  readonly deed?: string | undefined;
  /** Leads somewhere: the row shows an arrow. */
  readonly onPress?: (() => void) | undefined;
  readonly tone?: Tone | undefined;
};

export function Row({ title, about, value, deed, onPress, tone = 'plain' }: RowProps) {
  const content = (
    <>
      <View className={at('words')}>
        <View className={at(tone === 'plain' ? 'title' : `title-${tone}`)}>{title}</View>
        {about === undefined ? null : <View className={at('about')}>{about}</View>}
      </View>
      {value === undefined ? null : <View className={at('value')}>{value}</View>}
    </>
  );
  if (onPress === undefined) {
    return (
      <Part className={at('row')} role="listitem">
        {content}
      </Part>
    );
  }
  return (
    <Part className={at('item')} role="listitem">
      <Press
        className={at('row', 'open')}
        onPress={onPress}
        label={[title, value, about, deed].filter(Boolean).join('，')}
      >
        {content}
        {deed === undefined ? <View className={at('arrow')} /> : <View className={at('deed')}>{deed}</View>}
      </Press>
    </Part>
  );
}
