import { View } from '@tarojs/components';
import { canScan } from '@/platform/device';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import styles from './code-form.module.scss';
import type { Checking } from './use-checking';
import { verifyPhrases } from './verify-copy';

const at = classes(styles);

/** Typing everywhere; scanning where the phone can. */
export function CodeForm({ checking }: { readonly checking: Checking }) {
  const { step, code, problem, onType, onCheck, onScan } = checking;
  const busy = step.at === 'sending';
  return (
    <Panel>
      <View>{verifyPhrases.about}</View>
      <TextField
        label={verifyPhrases.label}
        hint={verifyPhrases.hint}
        maxLength={40}
        value={code}
        problem={problem}
        onChange={onType}
      />
      <View className={at('button')}>
        <Button busy={busy} onPress={onCheck}>
          {verifyPhrases.check}
        </Button>
      </View>
      {canScan ? (
        <View className={at('button')}>
          <Button kind="secondary" busy={busy} onPress={onScan}>
            {verifyPhrases.scan}
          </Button>
        </View>
      ) : null}
    </Panel>
  );
}
