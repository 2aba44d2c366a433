import { statementVersion } from '@contract/match-kind';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fullDayText } from '@/calendar-words';
import { dayAfter, dayOf } from '@/features/event/event-time';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { StatementChecks } from '../join/statement-step';
import type { Statement } from '../join/use-joining';
import styles from '../match.module.scss';
import { pauseRefusals, profileText as text, renewRefusals, resumeRefusals } from './profile-copy';
import type { ProfilePartProps } from './profile-sheet';

const at = classes(styles);

/** No new proposals for a while, or proposals again. */
export const RestPanel = (props: ProfilePartProps) =>
  props.profile.state === 'paused' ? <ResumePanel {...props} /> : <PausePanel onChanged={props.onChanged} />;

type Rest = '30' | '90' | 'open';
const rests = [
  { value: '30', label: text.pause30 },
  { value: '90', label: text.pause90 },
  { value: 'open', label: text.pauseOpen },
] as const satisfies readonly { value: Rest; label: string }[];

function PausePanel({ onChanged }: Pick<ProfilePartProps, 'onChanged'>) {
  const { step, run } = useDeed('matchmaking.pause', pauseRefusals);
  const [rest, setRest] = useState<Rest>('30');
  const say = useSay();
  const onPause = async () => {
    const until = rest === 'open' ? null : dayAfter(dayOf(Date.now()), Number(rest));
    const after = await run({ until });
    if (after.at === 'done') say(text.paused);
    if (after.at !== 'failed') onChanged();
  };
  return (
    <Panel title={text.pause}>
      <View className={at('text')}>{text.pauseAbout}</View>
      <Choices label={text.pauseFor} options={rests} value={rest} onChange={setRest} />
      <DeedNotice step={step} />
      <View className={at('gap')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={() => void onPause()}>
          {text.pauseDo}
        </Button>
      </View>
    </Panel>
  );
}

function ResumePanel({ profile: { pausedUntil }, onChanged }: ProfilePartProps) {
  const { step, run } = useDeed('matchmaking.resume', resumeRefusals);
  const say = useSay();
  const onResume = async () => {
    const after = await run({});
    if (after.at === 'done') say(text.resumed);
    if (after.at !== 'failed') onChanged();
  };
  return (
    <Panel title={text.resumeTitle}>
      <View className={at('text')}>
        {pausedUntil === null ? text.resumeOpen : text.resumeUntil(fullDayText(pausedUntil))}
      </View>
      <DeedNotice step={step} />
      <View className={at('gap')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={() => void onResume()}>
          {text.resume}
        </Button>
      </View>
    </Panel>
  );
}

/** Half a year more, by stating it anew. */
export function RenewPanel({ onChanged }: Pick<ProfilePartProps, 'onChanged'>) {
  const { step, run } = useDeed('matchmaking.renew', renewRefusals);
  const [stated, setStated] = useState<readonly Statement[]>([]);
  const [isMissing, setMissing] = useState(false);
  const say = useSay();
  const onRenew = async () => {
    setMissing(stated.length < 2);
    if (stated.length < 2) return;
    const after = await run({ statement: { version: statementVersion, isSingle: true, isOfAge: true } });
    if (after.at === 'done') say(text.renewed);
    if (after.at !== 'failed') onChanged();
  };
  return (
    <Panel title={text.renew} tone="accent">
      <View className={at('text')}>{text.renewAbout}</View>
      <StatementChecks
        stated={stated}
        isMissing={isMissing}
        onState={(next) => {
          setStated(next);
          setMissing(false);
        }}
      />
      <DeedNotice step={step} />
      <View className={at('gap')}>
        <Button busy={step.at === 'sending'} onPress={() => void onRenew()}>
          {text.renewDo}
        </Button>
      </View>
    </Panel>
  );
}
