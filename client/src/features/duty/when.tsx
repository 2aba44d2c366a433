import type { ShiftSummary } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { whenParts } from './shift-words';
import styles from './when.module.scss';

const at = classes(styles);

export type WhenProps = { readonly shift: Pick<ShiftSummary, 'startsAt' | 'endsAt'>; readonly now: number };

/** The day and the hours of a shift; a line that is too short ends between the two, never inside the hours. */
export const When = ({ shift, now }: WhenProps) => (
  <>
    {whenParts(shift, now).map((part) => (
      <View key={part} className={at('part')}>
        {part}
      </View>
    ))}
  </>
);
