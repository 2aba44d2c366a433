import type { ProposalView } from '@contract/match-proposal';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { go, replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Row, Rows } from '@/ui/rows';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import styles from '../match.module.scss';
import { blockRefusals, proposalText as text } from './proposal-copy';

const at = classes(styles);

/** Never again, and telling the administrators: folded, and the same wherever a proposal stands. */
export function MoreRows({ proposal: { proposalId, state, mayReport } }: { readonly proposal: ProposalView }) {
  const [isShown, setShown] = useState(false);
  const { step, run } = useDeed('matchmaking.block', blockRefusals);
  const ask = useConfirm();
  const say = useSay();
  const onBlock = async () => {
    if (!(await ask(text.blockAsk(state)))) return;
    const after = await run({ proposalId });
    if (after.at !== 'done') return;
    replaceWith('myProposals');
    say(text.blocked);
  };
  return (
    <View className={at('gap')}>
      <Button kind="quiet" onPress={() => setShown(!isShown)}>
        {isShown ? text.moreHide : text.more}
      </Button>
      {isShown ? (
        <Rows>
          <Row title={text.block} about={text.blockAbout} deed={text.blockDeed} onPress={() => void onBlock()} />
          {mayReport ? (
            <Row title={text.report} about={text.reportAbout} onPress={() => go('reportPerson', { id: proposalId })} />
          ) : null}
        </Rows>
      ) : null}
      <DeedNotice step={step} />
    </View>
  );
}
