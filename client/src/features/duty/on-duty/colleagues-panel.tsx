import type { DutyPage } from '@contract/duty-tap';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { placeWords, roleName } from '../duty-words';
import { workText } from './on-duty-copy';
import styles from './on-duty.module.scss';
import type { OnDuty } from './use-on-duty';

const at = classes(styles);

/** Who else is on the shift; whoever is seen here may be vouched for. */
export function ColleaguesPanel({ page, duty }: { readonly page: DutyPage; readonly duty: OnDuty }) {
  const others = page.colleagues.filter(({ isSelf }) => !isSelf);
  if (others.length === 0) return null;
  const someoneHere = others.some(({ state }) => state === 'on-duty');
  const isVouched = (number: (typeof others)[number]['number']) => duty.vouched.includes(number);
  return (
    <Panel title={workText.colleagues}>
      <Part role="list">
        {others.map(({ number, calledName, role, state }) => (
          <Part key={number} className={at('line')} role="listitem">
            <View className={at('name')}>{calledName}</View>
            <View>
              {roleName(role)}，{placeWords[state].text}
              {isVouched(number) ? `，${workText.vouched}` : ''}
            </View>
            {state !== 'on-duty' || isVouched(number) ? null : (
              <View className={at('gap')}>
                <Button kind="secondary" onPress={() => void duty.tap({ did: 'vouch', number })}>
                  {workText.seen(calledName)}
                </Button>
              </View>
            )}
          </Part>
        ))}
      </Part>
      {someoneHere ? <View className={at('about')}>{workText.vouchAbout}</View> : null}
    </Panel>
  );
}
