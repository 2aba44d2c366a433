import type { Cover as CoverName } from '@contract/event-kind';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import styles from './cover.module.scss';

const at = classes(styles);

/** The picture of an event: a colour and a sign, drawn by the style sheet alone. An ornament to a screen reader. */
export const Cover = ({ name, large = false }: { readonly name: CoverName; readonly large?: boolean }) => (
  <Part className={at('cover', large && 'large', `${name}Ground`)} unspoken>
    <View className={at('sign', name)} />
  </Part>
);
