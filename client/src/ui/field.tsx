import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Part } from '../platform/elements';
import { classes } from './classes';
import styles from './field.module.scss';

const at = classes(styles);

export type FieldWords = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, and what to do about it. */
  readonly problem?: string | undefined;
  readonly optional?: boolean | undefined;
};

/** What a screen reader adds to the label. */
export const spoken = ({ hint, problem }: Pick<FieldWords, 'hint' | 'problem'>): string | undefined =>
  problem === undefined && hint === undefined ? undefined : [problem, hint].filter(Boolean).join('。');

export const entryClass = (problem: string | undefined, long = false): string =>
  at('entry', long && 'long', problem !== undefined && 'wrong');

/** The words around one thing to fill in: its name, what helps, what is wrong. */
export function Field({ label, hint, problem, optional, children }: FieldWords & { readonly children: ReactNode }) {
  return (
    <View className={at('field')}>
      <View className={at('label')}>
        {label}
        {optional === true ? <View className={at('optional')}>（选填）</View> : null}
      </View>
      {hint === undefined ? null : <View className={at('hint')}>{hint}</View>}
      {children}
      <Problem>{problem}</Problem>
    </View>
  );
}

/** By this class a page finds what is wrong on it. */
export const problemClass = at('problem');

/** What is wrong with what stands above, and what to do about it; nothing where nothing is. */
export const Problem = ({ children }: { readonly children: string | undefined }) =>
  children === undefined ? null : (
    <Part className={problemClass} role="alert">
      {children}
    </Part>
  );
