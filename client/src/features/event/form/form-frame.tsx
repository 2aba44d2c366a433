import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { ThumbBar } from '@/ui/thumb-bar';
import type { DeedStep } from '@/use-deed';
import type { ConflictPanelProps } from './conflict-panel';
import { ConflictPanel } from './conflict-panel';
import { formText } from './form-copy';
import type { FormHand } from './use-form';

export type FormFrameProps<Draft> = Pick<ConflictPanelProps<Draft>, 'names' | 'texts'> & {
  readonly hand: FormHand<Draft>;
  readonly step: DeedStep<unknown, string>;
  /** What the button does. */
  readonly save: string;
  readonly children: ReactNode;
};

/** What stands around a form: what is kept, what a colleague changed, what is wrong, and the button under the thumb. */
export function FormFrame<Draft>({ hand, step, save, names, texts, children }: FormFrameProps<Draft>) {
  const { conflict, restored, problems, draft, onDrop, onChoose, onSave } = hand;
  const wrong = Object.keys(problems).length;
  return (
    <View>
      {restored ? (
        <Notice tone="info" action={{ label: formText.drop, onPress: onDrop }}>
          {formText.kept}
        </Notice>
      ) : null}
      {conflict === null ? null : (
        <ConflictPanel conflict={conflict} mine={draft} names={names} texts={texts} onChoose={onChoose} />
      )}
      {children}
      {wrong > 0 ? <Notice tone="warn">{formText.wrong(wrong)}</Notice> : null}
      <DeedNotice step={step} />
      <ThumbBar>
        <Button busy={step.at === 'sending'} onPress={onSave}>
          {save}
        </Button>
      </ThumbBar>
    </View>
  );
}
