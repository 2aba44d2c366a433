import type { SmallPhoto } from '@contract/duty-tap';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import styles from './match-photo.module.scss';

const at = classes(styles);

export type MatchPhotoProps = {
  readonly photo: SmallPhoto;
  /** The very small one, drawn large and soft: all that others see before both said yes. */
  readonly isBlurred: boolean;
  /** Said to somebody who does not see it. */
  readonly label: string;
};

export const MatchPhoto = ({ photo, isBlurred, label }: MatchPhotoProps) => (
  <Part className={at('photo')} role="img" label={label}>
    <View
      className={at('picture', isBlurred && 'blurred')}
      style={{ backgroundImage: `url("data:image/jpeg;base64,${photo}")` }}
    />
  </Part>
);
