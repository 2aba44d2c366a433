import type { StudioProposal } from '@contract/match-proposing';
import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { Part } from '@/platform/elements';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { usePages } from '@/use-pages';
import { BenchAsked } from '../bench/bench-asked';
import { bothNames } from '../bench/bench-words';
import { proposalStateWords } from '../match-states';
import { calledText } from '../match-words';
import { listRefusals, proposalsPhrases as words, withdrawRefusals } from './proposals-copy';

const at = classes(styles);

/** The proposals of a studio: which are open, which were mutual, and of the others that they have ended. */
export function ProposalsDesk({ studioId }: { readonly studioId: UnionId }) {
  const { question, more, refresh } = usePages('matchmaking.listStudioProposals', { studioId }, listRefusals);
  const none = (
    <Empty
      title={words.none}
      about={words.noneAbout}
      action={{ label: words.toPool, onPress: () => go('pool', { id: studioId }) }}
    />
  );
  return (
    <View>
      <View className={at('about')}>{words.about}</View>
      <BenchAsked question={question} skeletonRows={5} empty={none}>
        {(proposals) => (
          <Part className={at('cards')} role="list" label={words.title}>
            {proposals.map((proposal) => (
              <ProposalEntry key={proposal.proposalId} studioId={studioId} proposal={proposal} onChanged={refresh} />
            ))}
          </Part>
        )}
      </BenchAsked>
      <MoreButton more={more} />
    </View>
  );
}

type ProposalEntryProps = {
  readonly studioId: UnionId;
  readonly proposal: StudioProposal;
  readonly onChanged: () => Promise<void>;
};

function ProposalEntry({ studioId, proposal, onChanged }: ProposalEntryProps) {
  const { proposalId, state, one, other, byName, proposedAt, revealsAt, mayWithdraw } = proposal;
  const { step, run } = useDeed('matchmaking.withdrawProposal', withdrawRefusals);
  const ask = useConfirm();
  const say = useSay();
  const both = bothNames(one.calledName, other.calledName);
  const onWithdraw = async () => {
    if (!(await ask(words.ask(both)))) return;
    const after = await run({ proposalId });
    if (after.at === 'done') say(words.withdrawn);
    if (after.at === 'done' || after.at === 'refused') await onChanged();
  };
  const { text, tone } = proposalStateWords[state];
  return (
    <Part role="listitem">
      <Panel>
        <View className={at('lead')}>{state === 'ended' ? text : both}</View>
        {state === 'ended' ? null : (
          <View className={at('tags')}>
            <Tag tone={tone}>{text}</Tag>
          </View>
        )}
        {state === 'open' ? <View className={at('line')}>{words.until(momentText(revealsAt))}</View> : null}
        <View className={at('about')}>{words.by(byName, momentText(proposedAt))}</View>
        <DeedNotice step={step} />
        {state === 'ended' ? null : (
          <View className={at('acts')}>
            {[one, other].map(({ profileId, calledName }) =>
              profileId === null ? null : (
                <View key={profileId} className={at('act')}>
                  <Button
                    kind="secondary"
                    label={words.look(calledText(calledName))}
                    onPress={() => go('person', { id: profileId, studio: studioId })}
                  >
                    {words.lookShort(calledText(calledName))}
                  </Button>
                </View>
              ),
            )}
            {mayWithdraw ? (
              <View className={at('act')}>
                <Button
                  kind="quiet"
                  busy={step.at === 'sending'}
                  label={words.withdrawOf(both)}
                  onPress={() => void onWithdraw()}
                >
                  {words.withdraw}
                </Button>
              </View>
            ) : null}
          </View>
        )}
      </Panel>
    </Part>
  );
}
