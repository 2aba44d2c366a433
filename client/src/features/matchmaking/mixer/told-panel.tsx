import type { MixerView } from '@contract/match-mixer';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import styles from '../match.module.scss';
import { mixerText as text } from './mixer-copy';

const at = classes(styles);

/** Those who chose each other, and nothing of any other choice. */
export const ToldPanel = ({ mutual }: Pick<MixerView, 'mutual'>) =>
  mutual.length === 0 ? (
    <Panel title={text.none}>
      <View className={at('text')}>{text.noneAbout}</View>
    </Panel>
  ) : (
    <View>
      <Rows label={text.mutual}>
        {mutual.map(({ number, calledName, proposalId }) => (
          <Row
            key={proposalId}
            title={text.choice(number, calledName)}
            about={text.toProposal}
            onPress={() => go('proposal', { id: proposalId })}
          />
        ))}
      </Rows>
      <View className={at('about')}>{text.mutualAbout}</View>
    </View>
  );
