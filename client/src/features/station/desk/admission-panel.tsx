import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { canScan } from '@/platform/device';
import { Heading, Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { admittedStates, deskText } from './desk-copy';
import styles from './desk.module.scss';
import type { Admission } from './use-admission';

const at = classes(styles);
const words = deskText.admission;

/** A member comes in: the card is read, and the answer stands there to be seen by both. */
export function AdmissionPanel({ admission }: { readonly admission: Admission }) {
  const { step, code, problem, onCode, onScan, onCheck } = admission;
  if (step.at === 'done' || step.at === 'refused' || step.at === 'failed') return <Verdict admission={admission} />;
  const busy = step.at === 'sending';
  return (
    <Panel title={words.title}>
      <View className={at('about')}>{words.about}</View>
      {canScan ? (
        <View className={at('action')}>
          <Button busy={busy} onPress={onScan}>
            {words.scan}
          </Button>
        </View>
      ) : null}
      <TextField
        label={words.code}
        hint={words.codeHint}
        maxLength={300}
        value={code}
        problem={problem}
        onChange={onCode}
      />
      <View className={at('action')}>
        <Button kind="secondary" busy={busy} onPress={onCheck}>
          {words.check}
        </Button>
      </View>
    </Panel>
  );
}

function Verdict({ admission: { step, onNext } }: { readonly admission: Admission }) {
  const welcome = step.at === 'done';
  const no = step.at === 'refused' && (step.refusal === 'card-not-valid' || step.refusal === 'not-a-shared-home');
  const title = welcome ? words.welcome : no ? words.no : words.unsure;
  return (
    <Panel tone={welcome ? 'good' : no ? 'danger' : 'warn'}>
      <Part role="alert">
        <Heading level={2} className={at('verdict', welcome ? 'good' : no && 'refused')}>
          {title}
        </Heading>
        {step.at === 'refused' || step.at === 'failed' ? <View className={at('about')}>{step.text}</View> : null}
        {step.at === 'done' ? (
          <Facts
            items={[
              { label: words.name, value: step.value.maskedName },
              { label: words.union, value: step.value.unionName },
              { label: words.state, value: admittedStates[step.value.state] },
              {
                label: words.visit,
                value: step.value.isNew ? words.counted : words.countedBefore(momentText(step.value.visitedAt)),
              },
            ]}
          />
        ) : null}
      </Part>
      <View className={at('action')}>
        <Button onPress={onNext}>{welcome || no ? words.next : words.again}</Button>
      </View>
    </Panel>
  );
}
