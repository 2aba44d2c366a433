import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { MatchPhoto } from '../match-photo';
import styles from '../match.module.scss';
import { PersonCard } from '../person-card';
import { proposalText as text } from './proposal-copy';
import type { ShownProposal } from './use-proposal';

const at = classes(styles);

/** Whom one may get to know, as far as they show it. */
export function OtherCard({ proposal: { card }, picture }: ShownProposal) {
  if (card === null) return null;
  return <PersonCard card={card} picture={card.hasPhoto ? <Photo picture={picture} /> : null} />;
}

function Photo({ picture }: Pick<ShownProposal, 'picture'>) {
  if (picture === null) return <View className={at('about')}>{text.photoMissing}</View>;
  const { photo, isBlurred } = picture;
  if (photo === null) return null;
  return (
    <View>
      <MatchPhoto photo={photo} isBlurred={isBlurred} label={isBlurred ? text.photoBlurred : text.photo} />
      {isBlurred ? <View className={at('about')}>{text.photoLater}</View> : null}
    </View>
  );
}
