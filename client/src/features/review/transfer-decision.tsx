import { ShortText } from '@contract/enrolment';
import type { CaseKind } from '@contract/review';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fieldProblem } from '@/field-problem';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { caseText } from './case-copy';
import styles from './case-sheet.module.scss';
import type { Decision } from './use-decision';

const at = classes(styles);
const text = caseText.decision;

export type TransferDecisionProps = { readonly kind: CaseKind; readonly decision: Decision };

/** One side of a transfer: yes, or no with a reason. */
export function TransferDecision({ kind, decision }: TransferDecisionProps) {
  const [declining, setDeclining] = useState(false);
  const [note, setNote] = useState('');
  const [pressed, setPressed] = useState(false);
  const releases = kind === 'transfer-release';
  const problem = fieldProblem(ShortText, note);
  if (declining) {
    return (
      <Panel title={text.decline}>
        <TextArea
          label={text.declineNote}
          hint={text.declineNoteHint}
          value={note}
          maxLength={200}
          problem={pressed ? problem : undefined}
          onChange={setNote}
        />
        <DeedNotice step={decision.step} />
        <View className={at('action')}>
          <Button
            kind="danger"
            busy={decision.busy}
            onPress={() => {
              setPressed(true);
              if (problem === undefined) decision.onDecline(note);
            }}
          >
            {text.declineAction}
          </Button>
        </View>
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => setDeclining(false)}>
            {text.declineStay}
          </Button>
        </View>
      </Panel>
    );
  }
  return (
    <Panel title={text.title}>
      <View>{releases ? text.releaseAbout : text.acceptAbout}</View>
      <DeedNotice step={decision.step} />
      <View className={at('action')}>
        <Button busy={decision.busy} onPress={() => decision.onConfirm(kind)}>
          {releases ? text.release : text.accept}
        </Button>
      </View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={() => setDeclining(true)}>
          {text.decline}
        </Button>
      </View>
    </Panel>
  );
}
