import type { ConsentReceipt, Purpose } from '@contract/consent';
import { View } from '@tarojs/components';
import { fullDayOf } from '@/calendar-words';
import { Heading } from '@/platform/elements';
import { Checks } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { consentWords } from '../consent-copy';
import { learnWords } from '../enrol-copy';
import styles from './consent-panel.module.scss';

const at = classes(styles);

export type ConsentPanelProps = {
  readonly purpose: Purpose;
  /** The consent that stands already. */
  readonly receipt: ConsentReceipt | undefined;
  readonly ticked: boolean;
  /** One wanted to go on without it. */
  readonly isMissing: boolean;
  readonly onTick: () => void;
};

/** Where the consent is on the page. */
export const consentPartId = (purpose: Purpose): string => `consent-${purpose}`;

/** One purpose: what it is, and one tap for it alone. */
export function ConsentPanel({ purpose, receipt, ticked, isMissing, onTick }: ConsentPanelProps) {
  const { title, needed, agree, facts } = consentWords[purpose];
  return (
    <Panel>
      <View className={at('head')}>
        <Heading level={3} className={at('title')}>
          {title}
        </Heading>
        <Tag tone={needed ? 'accent' : 'plain'}>{needed ? learnWords.needed : learnWords.optional}</Tag>
      </View>
      <View className={at('facts')}>
        <Facts items={facts} />
      </View>
      {receipt === undefined ? (
        <View id={consentPartId(purpose)} className={at(isMissing && 'missing')}>
          <Checks
            options={[{ value: purpose, label: agree }]}
            values={ticked ? [purpose] : []}
            onChange={() => onTick()}
          />
          {isMissing ? <View className={at('problem')}>{learnWords.tickHere}</View> : null}
        </View>
      ) : (
        <View className={at('given')}>{learnWords.given(receipt.receiptNo, fullDayOf(receipt.givenAt))}</View>
      )}
    </Panel>
  );
}
