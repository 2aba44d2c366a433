import type { Lot } from '@contract/ids';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import styles from './draw.module.scss';
import { computingText, drawWords, findings, ownResult, readingText, verdictWords } from './draw-words';
import type { Checked, CheckStep } from './use-draw-check';
import { WinnerList } from './winner-list';

const at = classes(styles);

export type CheckPanelProps = {
  readonly step: CheckStep;
  readonly ownLot: Lot | null;
  readonly onCheck: () => void;
};

/** Making the draw again on one's own phone. */
export function CheckPanel({ step, ownLot, onCheck }: CheckPanelProps) {
  const busy = step.at === 'reading' || step.at === 'computing';
  return (
    <Panel title={drawWords.result} tone="accent">
      <View className={at('line')}>{drawWords.checkAbout}</View>
      {busy ? <Progress step={step} /> : null}
      {step.at === 'failed' ? <Notice tone="warn">{step.text}</Notice> : null}
      {step.at === 'done' ? <Verdict checked={step.checked} ownLot={ownLot} /> : null}
      <View className={at('deed')}>
        <Button kind={step.at === 'done' ? 'secondary' : 'primary'} busy={busy} onPress={onCheck}>
          {step.at === 'done' ? drawWords.checkAgain : drawWords.check}
        </Button>
      </View>
    </Panel>
  );
}

/** Said when it begins and when it is over; a screen reader is not told of every stretch. */
function Progress({ step }: { readonly step: Extract<CheckStep, { readonly done: number }> }) {
  const words = (step.at === 'reading' ? readingText : computingText)(step.done, step.of);
  const share = step.of === 0 ? 0 : Math.min(1, step.done / step.of);
  return (
    <View className={at('line')}>
      <View>{words}</View>
      <Part className={at('track')} role="progressbar" label={words}>
        <View className={at('bar')} style={{ width: `${Math.round(share * 100)}%` }} />
      </Part>
    </View>
  );
}

function Verdict({ checked, ownLot }: { readonly checked: Checked; readonly ownLot: Lot | null }) {
  const isSame = checked.findings.every(({ isGood }) => isGood);
  const { title, text } = verdictWords[isSame ? 'same' : 'different'];
  const own = ownLot === null ? null : ownResult(checked.order, ownLot);
  return (
    <View>
      <Notice tone={isSame ? 'good' : 'danger'} title={title}>
        {text}
      </Notice>
      <Part className={at('findings')} role="list">
        {checked.findings.map(({ finding, isGood }) => (
          <Part key={finding} className={at('finding')} role="listitem">
            <View className={at('sign')}>
              <Tag tone={isGood ? 'good' : 'danger'}>
                {isGood ? verdictWords.same.title : verdictWords.different.title}
              </Tag>
            </View>
            <View>{findings[finding][isGood ? 'good' : 'bad']}</View>
          </Part>
        ))}
      </Part>
      {own === null || !isSame ? null : (
        <View className={at('line')}>
          {drawWords.ownLot} {ownLot}：{own}
        </View>
      )}
      {isSame ? <WinnerList order={checked.order} /> : null}
    </View>
  );
}
