import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { replaceWith } from '@/routes';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import styles from '../match.module.scss';
import { AnswerButtons, AnswerPanel } from './answer-panel';
import { CopyContact } from './copy-contact';
import { MoreRows } from './more-rows';
import { AfterwardsPanel, MutualPanel } from './mutual-panel';
import { OtherCard } from './other-card';
import { OwnCard } from './own-card';
import { proposalText as text } from './proposal-copy';
import { useAnswering } from './use-answering';
import type { ShownProposal } from './use-proposal';

const at = classes(styles);

export type ProposalSheetProps = ShownProposal & { readonly refresh: () => Promise<void> };

/** One's own side of a proposal, where it stands. */
export function ProposalSheet(props: ProposalSheetProps) {
  const { state } = props.proposal;
  if (state === 'open') return <OpenSheet {...props} />;
  if (state === 'mutual') return <MutualSheet {...props} />;
  return (
    <Screen title={text.title}>
      <Empty title={text.ended} action={{ label: text.toList, onPress: () => replaceWith('myProposals') }} />
      <MoreRows proposal={props.proposal} />
    </Screen>
  );
}

function OpenSheet({ proposal, picture, refresh }: ProposalSheetProps) {
  const { studioName, words, revealsAt } = proposal;
  const answering = useAnswering(proposal, refresh);
  const { answer } = answering;
  return (
    <Screen title={text.title} footer={answer === null ? undefined : <AnswerButtons {...answering} answer={answer} />}>
      <View className={at('about')}>{studioName}</View>
      <Panel title={text.from}>
        {words === null ? null : <View className={at('text')}>{text.words(words)}</View>}
        {answer === null ? null : <View className={at('about')}>{text.reveals(momentText(revealsAt))}</View>}
      </Panel>
      <OtherCard proposal={proposal} picture={picture} />
      <AnswerPanel {...answering} proposal={proposal} />
      <OwnCard proposal={proposal} />
      <MoreRows proposal={proposal} />
    </Screen>
  );
}

function MutualSheet({ proposal, picture, refresh }: ProposalSheetProps) {
  const { contact } = proposal;
  return (
    <Screen title={text.title} footer={contact === null ? undefined : <CopyContact contact={contact} />}>
      <MutualPanel proposal={proposal} />
      <OtherCard proposal={proposal} picture={picture} />
      <OwnCard proposal={proposal} />
      <AfterwardsPanel proposal={proposal} refresh={refresh} />
      <MoreRows proposal={proposal} />
    </Screen>
  );
}
