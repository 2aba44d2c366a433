import type { ProposalView } from '@contract/match-proposal';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { calledText, contactKindNames } from '../match-words';
import styles from '../match.module.scss';
import { proposalText as text, stopRefusals, takeBackRefusals } from './proposal-copy';

const at = classes(styles);

export type MutualPartProps = { readonly proposal: ProposalView; readonly refresh: () => Promise<void> };

/** Both said yes: how the other is reached, and until when that is shown. */
export function MutualPanel({ proposal }: Pick<MutualPartProps, 'proposal'>) {
  const { calledName, contact, contactUntil, fromMixer } = proposal;
  return (
    <Panel title={text.mutual(calledText(calledName))} tone="good">
      <View className={at('text')}>{fromMixer ? text.mutualMixer + text.mutualText : text.mutualText}</View>
      {contact === null ? (
        <View className={at('about')}>{text.contactGone}</View>
      ) : (
        <Facts items={[{ label: contactKindNames[contact.kind], value: contact.value }]} />
      )}
      {contactUntil === null ? null : (
        <View className={at('about')}>{text.contactUntil(momentText(contactUntil))}</View>
      )}
      <View className={at('about')}>{text.safety}</View>
    </Panel>
  );
}

/** Being asked how it goes, and taking it all back. */
export function AfterwardsPanel({ proposal: { proposalId, followsUp }, refresh }: MutualPartProps) {
  const stopping = useDeed('matchmaking.stopFollowUps', stopRefusals);
  const taking = useDeed('matchmaking.takeBack', takeBackRefusals);
  const ask = useConfirm();
  const say = useSay();
  const isBusy = stopping.step.at === 'sending' || taking.step.at === 'sending';
  const onStop = async () => {
    const after = await stopping.run({ proposalId });
    if (after.at === 'done') say(text.stopped);
    if (after.at !== 'failed') await refresh();
  };
  const onTakeBack = async () => {
    if (!(await ask(text.takeBackAsk))) return;
    const after = await taking.run({ proposalId });
    if (after.at === 'done') say(text.takenBack);
    if (after.at !== 'failed') await refresh();
  };
  return (
    <Panel>
      <View className={at('text')}>{followsUp ? text.followsUp : text.stopped}</View>
      <DeedNotice step={stopping.step} />
      {followsUp ? (
        <View className={at('gap')}>
          <Button kind="secondary" disabled={isBusy} onPress={() => void onStop()}>
            {text.stop}
          </Button>
        </View>
      ) : null}
      <DeedNotice step={taking.step} />
      <View className={at('gap')}>
        <Button kind="quiet" disabled={isBusy} onPress={() => void onTakeBack()}>
          {text.takeBack}
        </Button>
      </View>
    </Panel>
  );
}
