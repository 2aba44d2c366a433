import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { AboutFields } from '../form/about-fields';
import { PrivateFields } from '../form/private-fields';
import styles from '../match.module.scss';
import { profileText as text } from './profile-copy';
import type { ProfilePartProps } from './profile-sheet';
import { useEditing } from './use-editing';

const at = classes(styles);

export type EditSheetProps = ProfilePartProps & { readonly onClose: () => void };

/** The same form as when one joined, with what one said in it. */
export function EditSheet({ profile, onChanged, onClose }: EditSheetProps) {
  const { step, onSave, onKeep, ...fields } = useEditing(profile, onChanged, onClose);
  const footer = (
    <View className={at('buttons')}>
      <View className={at('off')}>
        <Button kind="secondary" onPress={onKeep}>
          {text.keep}
        </Button>
      </View>
      <View className={at('on')}>
        <Button busy={step.at === 'sending'} onPress={onSave}>
          {text.save}
        </Button>
      </View>
    </View>
  );
  return (
    <Screen title={text.editTitle} footer={footer}>
      {profile.isStamped ? <Notice tone="info">{text.stampGoes}</Notice> : null}
      <AboutFields {...fields} />
      <PrivateFields {...fields} />
      <DeedNotice step={step} />
    </Screen>
  );
}
