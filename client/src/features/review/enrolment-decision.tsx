import type { RejectReason, ReturnReason } from '@contract/enrolment';
import { ShortText } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fieldProblem } from '@/field-problem';
import { Button } from '@/ui/button';
import { Checks, Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { caseText } from './case-copy';
import styles from './case-sheet.module.scss';
import type { CheckName } from './copy';
import { checkWords, rejectReasons, returnReasons } from './copy';
import type { Decision } from './use-decision';

const at = classes(styles);
const text = caseText.decision;

type Way = 'approve' | 'send-back' | 'reject';

const ways = [
  { value: 'approve', label: text.approve, about: text.approveAbout },
  { value: 'send-back', label: text.sendBack, about: text.sendBackAbout },
  { value: 'reject', label: text.reject, about: text.rejectAbout },
] as const satisfies readonly { value: Way; label: string; about: string }[];

const optionsOf = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));

/** Approve, send back or refuse; each says what it needs. What was ticked and written stays when one looks elsewhere. */
export function EnrolmentDecision({ decision }: { readonly decision: Decision }) {
  const [way, setWay] = useState<Way | null>(null);
  const [checks, setChecks] = useState<readonly CheckName[]>([]);
  const [reasons, setReasons] = useState<readonly ReturnReason[]>([]);
  const [reason, setReason] = useState<RejectReason | null>(null);
  const [note, setNote] = useState('');
  const props = { decision, note, onNote: setNote };
  return (
    <Panel title={text.title}>
      <Choices label={text.label} value={way} options={ways} onChange={setWay} />
      {way === 'approve' ? <Approval decision={decision} checks={checks} onChecks={setChecks} /> : null}
      {way === 'send-back' ? <SendingBack {...props} reasons={reasons} onReasons={setReasons} /> : null}
      {way === 'reject' ? <Rejection {...props} reason={reason} onReason={setReason} /> : null}
    </Panel>
  );
}

type ApprovalProps = {
  readonly decision: Decision;
  readonly checks: readonly CheckName[];
  readonly onChecks: (checks: readonly CheckName[]) => void;
};

function Approval({ decision, checks, onChecks }: ApprovalProps) {
  const [pressed, setPressed] = useState(false);
  const options = optionsOf(checkWords);
  const complete = options.every(({ value }) => checks.includes(value));
  return (
    <View>
      <Checks label={text.checks} options={options} values={checks} onChange={onChecks} />
      {pressed && !complete ? <Notice tone="warn">{text.checksMissing}</Notice> : null}
      <DeedNotice step={decision.step} />
      <View className={at('action')}>
        <Button
          busy={decision.busy}
          onPress={() => {
            setPressed(true);
            if (complete) decision.onApprove();
          }}
        >
          {text.approveAction}
        </Button>
      </View>
    </View>
  );
}

type NoteProps = {
  readonly decision: Decision;
  readonly note: string;
  readonly onNote: (note: string) => void;
};

/** An empty note is none at all; whether one is needed is for the server to say. */
const noteOf = (note: string): string | null => (note.trim() === '' ? null : note);
const noteProblem = (note: string) => (noteOf(note) === null ? undefined : fieldProblem(ShortText, note));

function Note({ decision, note, onNote }: NoteProps) {
  const { step } = decision;
  const needed = step.at === 'refused' && step.refusal === 'note-needed' && noteOf(note) === null;
  return (
    <View>
      <TextArea
        label={text.note}
        optional
        hint={text.noteHint}
        value={note}
        maxLength={200}
        problem={needed ? step.text : noteProblem(note)}
        onChange={onNote}
      />
      {step.at === 'refused' && step.refusal === 'note-needed' ? null : <DeedNotice step={step} />}
    </View>
  );
}

type SendingBackProps = NoteProps & {
  readonly reasons: readonly ReturnReason[];
  readonly onReasons: (reasons: readonly ReturnReason[]) => void;
};

function SendingBack({ reasons, onReasons, ...noteProps }: SendingBackProps) {
  const { decision, note } = noteProps;
  const [pressed, setPressed] = useState(false);
  return (
    <View>
      <Checks label={text.reasons} options={optionsOf(returnReasons)} values={reasons} onChange={onReasons} />
      {pressed && reasons.length === 0 ? <Notice tone="warn">{text.reasonsMissing}</Notice> : null}
      <Note {...noteProps} />
      <View className={at('action')}>
        <Button
          busy={decision.busy}
          onPress={() => {
            setPressed(true);
            if (reasons.length === 0 || noteProblem(note) !== undefined) return;
            decision.onSendBack({ reasons: [...reasons], note: noteOf(note) });
          }}
        >
          {text.sendBackAction}
        </Button>
      </View>
    </View>
  );
}

type RejectionProps = NoteProps & {
  readonly reason: RejectReason | null;
  readonly onReason: (reason: RejectReason) => void;
};

function Rejection({ reason, onReason, ...noteProps }: RejectionProps) {
  const { decision, note } = noteProps;
  const [pressed, setPressed] = useState(false);
  const ask = useConfirm();
  const onReject = async () => {
    setPressed(true);
    if (reason === null || noteProblem(note) !== undefined || decision.busy) return;
    if (await ask({ ...text.rejectAsk, danger: true })) decision.onReject({ reason, note: noteOf(note) });
  };
  return (
    <View>
      <Choices
        label={text.rejectReason}
        value={reason}
        options={optionsOf(rejectReasons)}
        problem={pressed && reason === null ? text.reasonsMissing : undefined}
        onChange={onReason}
      />
      <Note {...noteProps} />
      <View className={at('action')}>
        <Button kind="danger" busy={decision.busy} onPress={() => void onReject()}>
          {text.rejectAction}
        </Button>
      </View>
    </View>
  );
}
