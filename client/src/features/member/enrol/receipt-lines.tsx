import type { ConsentReceipt } from '@contract/consent';
import { Purpose } from '@contract/consent';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { consentWords } from '../consent-copy';
import { workWords } from '../enrol-copy';
import { standingReceipt } from './enrol-step';
import styles from './work-step.module.scss';

const at = classes(styles);

/** What was agreed to a moment ago, each with the number it can be found by. */
export function ReceiptLines({ receipts }: { readonly receipts: readonly ConsentReceipt[] }) {
  const standing = Purpose.options.flatMap((purpose) => standingReceipt(receipts, purpose) ?? []);
  return (
    <View className={at('receipts')}>
      <View>{workWords.receipts}</View>
      {standing.map(({ purpose, receiptNo }) => (
        <View key={purpose}>{workWords.receipt(consentWords[purpose].title, receiptNo)}</View>
      ))}
    </View>
  );
}
