import type { Cover as CoverName } from '@contract/event-kind';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { groundClass } from '@/ui/tag';
import type { Tone } from '@/ui/tones';
import styles from './cover.module.scss';

const at = classes(styles);

const tones: Readonly<Record<CoverName, Tone>> = {
  dawn: 'accent',
  leaf: 'good',
  river: 'info',
  plum: 'danger',
  lantern: 'warn',
  paper: 'plain',
};

/** The picture of an event: a colour and a sign, drawn by the style sheet alone. An ornament to a screen reader. */
export const Cover = ({ name, large = false }: { readonly name: CoverName; readonly large?: boolean }) => (
  <Part className={`${at('cover', large && 'large')} ${groundClass(tones[name])}`} unspoken>
    <View className={at('sign', name)} />
  </Part>
);
