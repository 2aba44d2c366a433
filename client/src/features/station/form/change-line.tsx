import type { StationChange } from '@contract/station-form';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { changeActs, fieldName, formText } from './form-copy';
import styles from './form.module.scss';

const at = classes(styles);
const shown = (text: string): string => (text === '' ? formText.nothing : text);

/** One change of a station: who, when, and each field before and after. */
export function ChangeLine({ change }: { readonly change: StationChange }) {
  const { at: when, by, office, act, fields } = change;
  return (
    <Part className={at('change')} role="listitem">
      <View className={at('who')}>{[changeActs[act], by, office].filter(Boolean).join('，')}</View>
      <View>{momentText(when)}</View>
      {fields.map(({ field, before, after }) => (
        <View key={field}>{formText.history.change(fieldName(field), shown(before), shown(after))}</View>
      ))}
    </Part>
  );
}
