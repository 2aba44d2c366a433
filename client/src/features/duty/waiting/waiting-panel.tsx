import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import type { DeedStep } from '@/use-deed';
import styles from '../head.module.scss';
import { waitingPhrases } from './waiting-copy';

const at = classes(styles);
const words = waitingPhrases;

/** After an answer: it is said, and the list is read anew; so it is when a colleague was quicker. */
export function useAnswered(onAnswered: () => Promise<void>) {
  const say = useSay();
  return async (step: { readonly at: string }): Promise<void> => {
    if (step.at === 'done') say(words.answered);
    if (step.at === 'done' || step.at === 'refused') await onAnswered();
  };
}

export type WaitingPanelProps = {
  readonly title: string;
  readonly lines: readonly (string | null)[];
  readonly step: DeedStep<unknown, string>;
  readonly yes?: string | undefined;
  readonly no?: string | undefined;
  /** Null: the answer is not the reader's to give, or is asked for in what follows. */
  readonly onAnswer: ((yes: boolean) => void) | null;
  /** The no is asked for in its own way, and needs no second look. */
  readonly isNoOpen?: boolean | undefined;
  readonly children?: ReactNode;
};

/** One thing that waits: what it is, in a few lines, and the two answers to it. */
export function WaitingPanel(props: WaitingPanelProps) {
  const { title, lines, step, yes = words.yes, no = words.no, onAnswer, isNoOpen = false, children } = props;
  const ask = useConfirm();
  const busy = step.at === 'sending';
  const onNo = async () => {
    const isSure = isNoOpen || (await ask({ title: `${no}？`, text: words.sureText, yes: no, no: words.keep }));
    if (isSure) onAnswer?.(false);
  };
  return (
    <Part role="listitem">
      <Panel>
        <View className={at('lead')}>{title}</View>
        {lines.map((line) =>
          line === null ? null : (
            <View key={line} className={at('line')}>
              {line}
            </View>
          ),
        )}
        {children}
        <DeedNotice step={step} />
        {onAnswer === null ? null : (
          <View className={at('acts')}>
            <View className={at('act')}>
              <Button busy={busy} label={`${yes}：${title}`} onPress={() => onAnswer(true)}>
                {yes}
              </Button>
            </View>
            <View className={at('act')}>
              <Button kind="secondary" busy={busy} label={`${no}：${title}`} onPress={() => void onNo()}>
                {no}
              </Button>
            </View>
          </View>
        )}
      </Panel>
    </Part>
  );
}
