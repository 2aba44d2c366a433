import { View } from '@tarojs/components';
import type { DesktopSignIn } from '@/platform/desktop-sign-in';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { signInSteps, signInTitle, signInWords } from './copy';
import styles from './sign-in-panel.module.scss';

const at = classes(styles);

/** How one signs in at a desk: a code here, a confirmation on the phone. */
export function SignInPanel({ signIn }: { readonly signIn: DesktopSignIn }) {
  return (
    <Panel title={signInTitle}>
      <View>{signInWords[signIn.at]}</View>
      {signIn.at === 'signed-out' ? (
        <Part className={at('steps')} role="list">
          {signInSteps.map((step, index) => (
            <Part key={step} className={at('step')} role="listitem">
              <View className={at('number')}>{index + 1}</View>
              <View className={at('words')}>{step}</View>
            </Part>
          ))}
        </Part>
      ) : null}
    </Panel>
  );
}
