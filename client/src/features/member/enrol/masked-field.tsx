import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { identityWords } from '../enrol-copy';
import styles from './masked-field.module.scss';

const at = classes(styles);

export type MaskedFieldProps = { readonly label: string; readonly masked: string; readonly onChange: () => void };

/** A number that is saved: masked, and nothing but retyping shows it again. */
export function MaskedField({ label, masked, onChange }: MaskedFieldProps) {
  return (
    <Field label={label}>
      <View className={at('line')}>
        <View className={at('number')}>{masked}</View>
        <View className={at('change')}>
          <Button kind="secondary" label={identityWords.changeLabel(label)} onPress={onChange}>
            {identityWords.change}
          </Button>
        </View>
      </View>
    </Field>
  );
}
