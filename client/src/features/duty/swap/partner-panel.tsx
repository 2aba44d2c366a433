import type { ShiftSummary } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { useQuestion } from '@/use-question';
import { whenOf } from '../shift-words';
import { PartnerRows } from './partner-rows';
import { partnerRefusals, swapPhrases } from './swap-copy';
import styles from './swap.module.scss';
import { useAsking } from './use-asking';

const at = classes(styles);

export type PartnerPanelProps = {
  readonly shift: ShiftSummary;
  readonly needsHead: boolean;
  readonly now: number;
  readonly onDone: () => void;
};

/** Whom one could ask, and for what. Asked for when it is opened. */
export function PartnerPanel({ shift, needsHead, now, onDone }: PartnerPanelProps) {
  const { question } = useQuestion('duty.listSwapPartners', { shiftId: shift.shiftId }, partnerRefusals);
  const { step, onAsk } = useAsking(shift.shiftId, onDone);
  const headWord = needsHead ? swapPhrases.needsHead : '';
  const asking = (wanted: ShiftSummary | null): string =>
    wanted === null
      ? `请对方来值 ${whenOf(shift, now)} 这一班。`
      : `您的 ${whenOf(shift, now)}，换对方的 ${whenOf(wanted, now)}。`;
  return (
    <Panel title={swapPhrases.chooseTitle}>
      <View className={at('about')}>{swapPhrases.chooseText + headWord}</View>
      <DeedNotice step={step} />
      <Asked question={question}>
        {({ partners }) =>
          partners.length === 0 ? (
            <Empty title={swapPhrases.none} about={swapPhrases.noneAbout} />
          ) : (
            <View>
              {partners.map((partner) => (
                <PartnerRows
                  key={partner.number}
                  partner={partner}
                  now={now}
                  isAlone={partners.length === 1}
                  onAsk={(wanted) => onAsk(partner, wanted?.shiftId ?? null, asking(wanted) + headWord)}
                />
              ))}
            </View>
          )
        }
      </Asked>
    </Panel>
  );
}
