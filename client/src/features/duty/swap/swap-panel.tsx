import type { SwapView } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { swapWords } from '../duty-words';
import { momentOf } from '../shift-words';
import { When } from '../when';
import { swapPhrases, swapTitle } from './swap-copy';
import styles from './swap.module.scss';
import type { SwapAnswer } from './use-answering';
import { useAnswering } from './use-answering';

const at = classes(styles);

export type SwapPanelProps = { readonly swap: SwapView; readonly now: number; readonly onChanged: () => void };

/** One exchange: which shifts, where it stands, and what may be answered. */
export function SwapPanel({ swap, now, onChanged }: SwapPanelProps) {
  const { step, onAnswer } = useAnswering(swap, onChanged);
  const { state, isOwn, from, to, until } = swap;
  const waitsForMe = state === 'asked' && !isOwn;
  const stands = swapWords[state];
  return (
    <Panel title={swapTitle(swap)} tone={waitsForMe ? 'accent' : 'plain'}>
      <View className={at('who')}>{isOwn ? to.calledName : from.calledName}</View>
      {shiftsOf(swap).map((line) => (
        <ShiftLine key={line.label} {...line} now={now} />
      ))}
      {waitsForMe ? (
        <View className={at('about')}>{`请在${momentOf(until, now)}之前答复，过了时间班照旧。`}</View>
      ) : (
        <Tag tone={stands.tone}>{stands.text}</Tag>
      )}
      <DeedNotice step={step} />
      {answersOf(swap, now).map((answer, nth) => (
        <View key={answer} className={at('button')}>
          <Button
            kind={nth === 0 && waitsForMe ? 'primary' : 'secondary'}
            busy={step.at === 'sending'}
            onPress={() => onAnswer(answer)}
          >
            {swapPhrases[answer]}
          </Button>
        </View>
      ))}
    </Panel>
  );
}

function shiftsOf({ isOwn, given, wanted }: SwapView): readonly Line[] {
  if (isOwn)
    return [
      { label: swapPhrases.given, shift: given },
      { label: swapPhrases.wanted, shift: wanted },
    ];
  return wanted === null
    ? [{ label: swapPhrases.toCome, shift: given }]
    : [
        { label: swapPhrases.theirs, shift: given },
        { label: swapPhrases.yours, shift: wanted },
      ];
}

type Line = { readonly label: string; readonly shift: SwapView['wanted'] };

const ShiftLine = ({ label, shift, now }: Line & { readonly now: number }) => (
  <View className={at('shift')}>
    <View className={at('label')}>{label}</View>
    {shift === null ? (
      <View>{swapPhrases.replaceOnly}</View>
    ) : (
      <>
        <View className={at('when')}>
          <When shift={shift} now={now} />
        </View>
        <View>{`${shift.stationName} · ${shift.title}`}</View>
      </>
    )}
  </View>
);

function answersOf({ state, isOwn, undoUntil }: SwapView, now: number): readonly SwapAnswer[] {
  if (state === 'asked' && !isOwn) return ['agree', 'decline'];
  if (state === 'asked' || (state === 'agreed' && isOwn)) return ['withdraw'];
  return state === 'done' && undoUntil !== null && undoUntil > now ? ['undo'] : [];
}
