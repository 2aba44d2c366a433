import type { MembershipView } from '@contract/membership';
import { View } from '@tarojs/components';
import { fullDayOf, momentText } from '@/calendar-words';
import { DeedNotice } from '@/ui/deed-notice';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { Tag } from '@/ui/tag';
import { stateWords, stepWords, words } from './membership-copy';
import styles from './membership-sheet.module.scss';
import { TransferProgress } from './transfer-progress';
import type { Leaving } from './use-leaving';
import type { TransferCancelling } from './use-transfer';

const at = classes(styles);

export type MembershipSheetProps = {
  readonly membership: MembershipView;
  readonly cancelling: TransferCancelling;
  readonly leaving: Leaving;
  readonly onTransfer: () => void;
};

/** Where one belongs, what has happened, and the two ways to go on: to another union, or out. */
export function MembershipSheet({ membership, cancelling, leaving, onTransfer }: MembershipSheetProps) {
  const { transfer, may } = membership;
  return (
    <View>
      <Belonging membership={membership} />
      {transfer === null ? (
        <Panel title={words.transfer.title}>
          <View>{may.requestTransfer ? words.transfer.about : words.transfer.unavailable}</View>
          {may.requestTransfer ? (
            <View className={at('action')}>
              <Button onPress={onTransfer}>{words.transfer.start}</Button>
            </View>
          ) : null}
        </Panel>
      ) : (
        <TransferProgress transfer={transfer} may={may.cancelTransfer} cancelling={cancelling} />
      )}
      <History membership={membership} />
      {may.leave ? <LeavePanel unionName={membership.unionName} leaving={leaving} /> : null}
    </View>
  );
}

function Belonging({ membership }: { readonly membership: MembershipView }) {
  const { state, unionName, cardNumber, since } = membership;
  const { text, tone, about } = stateWords[state];
  return (
    <Panel title={unionName} tone="accent">
      <View className={at('state')}>
        <Tag tone={tone}>{text}</Tag>
      </View>
      <View className={at('muted')}>{about}</View>
      <Facts
        items={[
          { label: words.cardNumber, value: cardNumber },
          { label: words.since, value: fullDayOf(since) },
        ]}
      />
    </Panel>
  );
}

function History({ membership }: { readonly membership: MembershipView }) {
  const latestFirst = [...membership.history].reverse();
  return (
    <Rows label={words.history}>
      {latestFirst.map(({ step, at: when, office, note }) => (
        <Row
          key={`${step}${when}`}
          title={stepWords[step](office)}
          about={note === null ? momentText(when) : `${momentText(when)}，${words.note}${note}`}
        />
      ))}
    </Rows>
  );
}

function LeavePanel({ unionName, leaving }: { readonly unionName: string; readonly leaving: Leaving }) {
  const { step, onLeave } = leaving;
  return (
    <Panel title={words.leave.title}>
      <View>{words.leave.about}</View>
      <Facts items={words.leave.what} />
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={() => onLeave(unionName)}>
          {words.leave.yes}
        </Button>
      </View>
    </Panel>
  );
}
