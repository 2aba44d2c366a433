import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Fragment, useEffect, useState } from 'react';
import { go } from '../routes';
import type { Question } from '../use-question';
import styles from './asked.module.scss';
import { classes } from './classes';
import { Notice } from './notice';
import { Skeleton } from './skeleton';

const at = classes(styles);

/** After this long one is told that it is the network. Milliseconds. */
const SLOW_MS = 5_000;

export type AskedProps<Value> = {
  readonly question: Question<Value>;
  readonly children: (value: Value) => ReactNode;
  /** Shown instead when there is nothing: `null`, an empty list or an empty page. */
  readonly empty?: ReactNode;
  readonly skeletonRows?: number | undefined;
};

/** The four places a question can be, each with something to see. */
export function Asked<Value>({ question, children, empty, skeletonRows }: AskedProps<Value>) {
  switch (question.at) {
    case 'loading':
      return <Waiting rows={skeletonRows} />;
    case 'refused':
      return (
        <Notice tone="info" action={wayOn(question.refusal)}>
          {question.text}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="warn" action={{ label: '重新加载', onPress: question.retry }}>
          {question.text}
        </Notice>
      );
    case 'loaded':
      return (
        <Fragment>{empty !== undefined && holdsNothing(question.value) ? empty : children(question.value)}</Fragment>
      );
  }
}

/** A no is no dead end: the directory is open to everybody, and the first page knows what one can do. */
const wayOn = (refusal: string) =>
  refusal === 'sign-in-needed'
    ? { label: '先看看站点', onPress: () => go('stations') }
    : { label: '回到首页', onPress: () => go('home') };

function Waiting({ rows }: { readonly rows: number | undefined }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <View>
      <Skeleton rows={rows} />
      {slow ? <View className={at('slow')}>网络较慢，正在继续加载</View> : null}
    </View>
  );
}

function holdsNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'items' in value && Array.isArray(value.items) && value.items.length === 0;
}
