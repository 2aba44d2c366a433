import type { MembershipView } from '@contract/membership';
import { View } from '@tarojs/components';
import { fullDayOf, momentText } from '@/calendar-words';
import { DeedNotice } from '@/ui/deed-notice';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { clockText, words } from './membership-copy';
import styles from './transfer-progress.module.scss';
import type { TransferCancelling } from './use-transfer';

const at = classes(styles);

type Transfer = NonNullable<MembershipView['transfer']>;

export type TransferProgressProps = {
  readonly transfer: Transfer;
  readonly may: boolean;
  readonly cancelling: TransferCancelling;
};

/** Two unions, each with its own yes; while they decide, nothing about the card changes. */
export function TransferProgress({ transfer, may, cancelling }: TransferProgressProps) {
  const { step, onCancel } = cancelling;
  return (
    <Panel title={words.transfer.title}>
      <View>{words.transfer.stillGood}</View>
      <Side name={words.transfer.release} side={transfer.release} />
      <Side name={words.transfer.accept} side={transfer.accept} />
      <Facts items={[{ label: words.transfer.requestedOn, value: fullDayOf(transfer.requestedAt) }]} />
      <DeedNotice step={step} />
      {may ? (
        <View className={at('action')}>
          <Button kind="secondary" busy={step.at === 'sending'} onPress={onCancel}>
            {words.transfer.cancel}
          </Button>
        </View>
      ) : null}
    </Panel>
  );
}

function Side({ name, side }: { readonly name: string; readonly side: Transfer['release'] }) {
  const { office, confirmedAt, clock } = side;
  return (
    <View className={at('side')}>
      <View className={at('head')}>
        <View className={at('name')}>{name}</View>
        <Tag tone={confirmedAt === null ? 'info' : 'good'}>
          {confirmedAt === null ? words.transfer.waiting : words.transfer.agreed}
        </Tag>
      </View>
      <View className={at('office')}>{office}</View>
      <View className={at('when')}>{whenText(confirmedAt, clock)}</View>
    </View>
  );
}

function whenText(confirmedAt: Transfer['release']['confirmedAt'], clock: Transfer['release']['clock']): string {
  if (confirmedAt !== null) return momentText(confirmedAt);
  return clock === null ? '' : clockText(clock, Date.now());
}
