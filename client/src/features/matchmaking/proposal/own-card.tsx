import type { ProposalView } from '@contract/match-proposal';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import styles from '../match.module.scss';
import { PersonCard } from '../person-card';
import { proposalText as text } from './proposal-copy';

const at = classes(styles);

/** What the other sees of oneself: folded, since one knows it. */
export function OwnCard({ proposal: { ownCard, state } }: { readonly proposal: ProposalView }) {
  const [isShown, setShown] = useState(false);
  if (ownCard === null) return null;
  const photoNote = state === 'mutual' ? text.ownPhotoClear : text.ownPhoto;
  return (
    <View>
      <View className={at('gap')}>
        <Button kind="secondary" onPress={() => setShown(!isShown)}>
          {isShown ? text.ownHide : text.ownShow}
        </Button>
      </View>
      {isShown ? (
        <View className={at('gap')}>
          <PersonCard card={ownCard} title={text.ownTitle}>
            {ownCard.hasPhoto ? <View className={at('about')}>{photoNote}</View> : null}
            <View className={at('about')}>{text.ownHow}</View>
          </PersonCard>
        </View>
      ) : null}
    </View>
  );
}
