import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText } from '@/calendar-words';
import type { DeedStepFor } from '@/use-deed';
import { Heading, Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { checkStateWords, checkWayOn, verifyWords } from '../card-copy';
import styles from './verdict.module.scss';

const at = classes(styles);

type Answered = Extract<DeedStepFor<'member.verifyCard'>, { at: 'done' | 'refused' | 'failed' }>;

/** The answer, to be read from two steps away: a mark, a word and a colour that say the same. */
export function Verdict({ step }: { readonly step: Answered }) {
  if (step.at !== 'done') {
    const wayOn = step.at === 'refused' && step.refusal in checkWayOn ? wayOnFor(step.refusal) : undefined;
    return <Board kind="unsure" mark="?" title={step.text} about={wayOn} />;
  }
  const { valid, state, maskedName, unionName, checkedAt } = step.value;
  return (
    <Board
      kind={valid ? 'valid' : 'invalid'}
      mark={valid ? '✓' : '✕'}
      title={valid ? verifyWords.valid : verifyWords.invalid}
      about={checkStateWords[state]}
    >
      <Facts
        items={[
          { label: verifyWords.name, value: maskedName },
          { label: verifyWords.union, value: unionName },
          { label: verifyWords.checkedAt, value: momentText(checkedAt) },
        ].filter(({ value }) => value !== '')}
      />
    </Board>
  );
}

const wayOnFor = (refusal: string): string | undefined =>
  Object.entries(checkWayOn).find(([name]) => name === refusal)?.[1];

type BoardProps = {
  readonly kind: 'valid' | 'invalid' | 'unsure';
  readonly mark: string;
  readonly title: string;
  readonly about: string | undefined;
  readonly children?: ReactNode;
};

function Board({ kind, mark, title, about, children }: BoardProps) {
  return (
    <Part className={at('board')} role="alert">
      <View className={at('answer', kind)}>
        <Part className={at('mark')} unspoken>
          {mark}
        </Part>
        <Heading level={2} className={at(kind === 'unsure' ? 'sentence' : 'word')}>
          {title}
        </Heading>
        {about === undefined ? null : <View className={at('about')}>{about}</View>}
      </View>
      {children === undefined ? null : <View className={at('facts')}>{children}</View>}
    </Part>
  );
}
