import type { ConsentReceipt } from '@contract/consent';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { ownDataText, purposeNames } from './own-data-copy';
import styles from './own-data.module.scss';
import type { Withdrawing } from './use-withdrawing';

const at = classes(styles);
const text = ownDataText.consents;

export type ConsentListProps = {
  readonly consents: readonly ConsentReceipt[];
  readonly withdrawing: Withdrawing;
};

/** Every consent with its receipt, those that stand first, each with its own way back. */
export function ConsentList({ consents, withdrawing }: ConsentListProps) {
  const standing = consents.filter((receipt) => receipt.withdrawnAt === null);
  const ended = consents.filter((receipt) => receipt.withdrawnAt !== null).reverse();
  return (
    <Panel title={text.title}>
      {consents.length === 0 ? <View>{text.empty}</View> : null}
      {[...standing, ...ended].map((receipt) => (
        <Receipt key={receipt.receiptNo} receipt={receipt} withdrawing={withdrawing} />
      ))}
    </Panel>
  );
}

type ReceiptProps = { readonly receipt: ConsentReceipt; readonly withdrawing: Withdrawing };

function Receipt({ receipt, withdrawing }: ReceiptProps) {
  const { purpose, receiptNo, version, givenAt, withdrawnAt } = receipt;
  const { step } = withdrawing;
  const concerned = withdrawing.purpose === purpose && withdrawnAt === null;
  return (
    <View className={at('group')}>
      <View className={at('head')}>
        <View className={at('name')}>{purposeNames[purpose]}</View>
        <Tag tone={withdrawnAt === null ? 'good' : 'plain'}>{withdrawnAt === null ? text.stands : text.ended}</Tag>
      </View>
      <Facts
        items={[
          { label: text.receipt, value: receiptNo },
          { label: text.version, value: version },
          { label: text.given, value: momentText(givenAt) },
          ...(withdrawnAt === null ? [] : [{ label: text.withdrawn, value: momentText(withdrawnAt) }]),
        ]}
      />
      {concerned ? <DeedNotice step={step} action={wayOn(step)} /> : null}
      {withdrawnAt === null ? (
        <View className={at('action')}>
          <Button
            kind="secondary"
            label={text.withdrawLabel(purposeNames[purpose])}
            busy={concerned && step.at === 'sending'}
            onPress={() => withdrawing.onWithdraw(purpose)}
          >
            {text.withdraw}
          </Button>
        </View>
      ) : null}
    </View>
  );
}

/** Where the thing is done that has to come first. */
function wayOn(step: Withdrawing['step']): { label: string; onPress: () => void } | undefined {
  if (step.at !== 'refused') return undefined;
  if (step.refusal === 'leave-union-first') return { label: text.toLeave, onPress: () => go('membership') };
  if (step.refusal === 'withdraw-application-first') return { label: text.toApplication, onPress: () => go('status') };
  return undefined;
}
