import type { DoorAnswer } from '@contract/visit';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { answers, deskText } from './desk-copy';
import styles from './desk.module.scss';
import { MomentField } from './moment-field';
import type { Answering } from './use-answering';
import type { Desk } from './use-desk';

const at = classes(styles);
const words = deskText.reports;
const quick: readonly DoorAnswer[] = ['opened', 'was-open', 'closed-until'];

/** What people at the door said since the last answer, and the three answers to it. */
export function ReportsPanel({ desk, answering }: { readonly desk: Desk; readonly answering: Answering }) {
  const { reports, awaitsAnswer, mayEdit } = desk;
  if (!awaitsAnswer && reports.length === 0) {
    return (
      <Panel title={words.title}>
        <View>{words.none}</View>
        <DeedNotice step={answering.step} />
      </Panel>
    );
  }
  return (
    <Panel title={words.title} tone={awaitsAnswer ? 'warn' : 'plain'}>
      <Part role="list">
        {reports.map(({ says, at: saidAt, atTheDoor }, nth) => (
          <Part key={`${saidAt}-${nth}`} className={at('report')} role="listitem">
            <View className={at('when')}>{momentText(saidAt)}</View>
            <View className={at('says')}>
              {atTheDoor ? `${words.line[says]}，${words.atTheDoor}` : words.line[says]}
            </View>
          </Part>
        ))}
      </Part>
      <DeedNotice step={answering.step} />
      {awaitsAnswer ? (
        mayEdit ? (
          <Answers answering={answering} />
        ) : (
          <View className={at('about')}>{words.notYours}</View>
        )
      ) : null}
    </Panel>
  );
}

function Answers({ answering }: { readonly answering: Answering }) {
  const { step, closing, problems, onClosing, onAnswer } = answering;
  const busy = step.at === 'sending';
  if (closing !== null) {
    return (
      <View>
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          maxLength={60}
          value={closing.reason}
          problem={problems.reason}
          onChange={(reason) => onClosing({ ...closing, reason })}
        />
        <MomentField
          label={words.until}
          value={closing.until}
          problem={problems.until}
          onChange={(until) => onClosing({ ...closing, until })}
        />
        <View className={at('acts')}>
          <View className={at('act')}>
            <Button busy={busy} onPress={() => onAnswer('closed-until')}>
              {words.send}
            </Button>
          </View>
          <View className={at('act')}>
            <Button kind="secondary" onPress={() => onClosing(null)}>
              {words.back}
            </Button>
          </View>
        </View>
      </View>
    );
  }
  return (
    <View>
      <View className={at('about')}>{words.about}</View>
      <View className={at('acts')}>
        {quick.map((answer) => (
          <View key={answer} className={at('act')}>
            <Button kind={answer === 'opened' ? 'primary' : 'secondary'} busy={busy} onPress={() => onAnswer(answer)}>
              {answers[answer].button}
            </Button>
          </View>
        ))}
      </View>
    </View>
  );
}
