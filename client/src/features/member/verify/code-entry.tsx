import { View } from '@tarojs/components';
import { canScan } from '@/platform/device';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { verifyWords } from '../card-copy';
import styles from './code-entry.module.scss';
import type { Verification } from './use-verification';

const at = classes(styles);

/** Scanning where the phone can; typing everywhere. */
export function CodeEntry({ verification }: { readonly verification: Verification }) {
  const { step, code, problem, onType, onCheck, onScan } = verification;
  const busy = step.at === 'sending';
  return (
    <Panel>
      <View className={at('about')}>{verifyWords.about}</View>
      {canScan ? (
        <View className={at('button')}>
          <Button busy={busy} onPress={onScan}>
            {verifyWords.scan}
          </Button>
        </View>
      ) : null}
      <TextField
        label={canScan ? verifyWords.typing : verifyWords.label}
        hint={verifyWords.hint}
        maxLength={200}
        value={code}
        problem={problem}
        onChange={onType}
      />
      <View className={at('button')}>
        <Button kind={canScan ? 'secondary' : 'primary'} busy={busy} onPress={onCheck}>
          {verifyWords.check}
        </Button>
      </View>
    </Panel>
  );
}
