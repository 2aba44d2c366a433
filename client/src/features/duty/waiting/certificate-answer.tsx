import { View } from '@tarojs/components';
import { useState } from 'react';
import { fullDayText } from '@/calendar-words';
import { TextField } from '@/ui/text-field';
import { useDeed } from '@/use-deed';
import { minutesText } from '../duty-words';
import { ReasonForm } from '../reason-form';
import type { AnswerProps } from './plain-answers';
import { issueRefusals, waitingPhrases } from './waiting-copy';
import { WaitingPanel, useAnswered } from './waiting-panel';

const words = waitingPhrases;

/** Who signs: the same for one certificate after the other. */
export type Signing = { readonly responsible: string; readonly contact: string };

export type CertificateAnswerProps = AnswerProps<'certificates'> & {
  readonly signing: Signing;
  readonly onSigning: (signing: Signing) => void;
};

/** Somebody wants a certificate: what it would say, and who signs it. */
export function CertificateAnswer({ one, onAnswered, signing, onSigning }: CertificateAnswerProps) {
  const { certificateId, name, document, volunteerNo, from, until, minutes, content } = one;
  const { step, run } = useDeed('duty.issueCertificate', issueRefusals);
  const after = useAnswered(onAnswered);
  const [isRefusing, setRefusing] = useState(false);
  const [isPressed, setPressed] = useState(false);
  const responsible = signing.responsible.trim();
  const contact = signing.contact.trim();
  const missing = (isThere: boolean) => (isPressed && !isThere ? words.detailsMissing : undefined);
  const onIssue = () => {
    setPressed(true);
    if (responsible.length < 2 || contact.length < 3) return;
    void run({ certificateId, agree: true, responsible, contact, reason: null }).then(after);
  };
  return (
    <WaitingPanel
      title={name}
      lines={[
        volunteerNo,
        document === null ? words.noDocument : words.document(document),
        words.period(fullDayText(from), fullDayText(until), minutesText(minutes)),
        content.join('；'),
      ]}
      step={step}
      yes={words.issue}
      no={words.refuse}
      isNoOpen
      onAnswer={isRefusing ? null : (yes) => (yes ? onIssue() : setRefusing(true))}
    >
      {isRefusing ? (
        <ReasonForm
          hint={words.refuseHint}
          send={words.refuse}
          busy={step.at === 'sending'}
          onSend={(reason) =>
            void run({ certificateId, agree: false, responsible: null, contact: null, reason }).then(after)
          }
          onBack={() => setRefusing(false)}
        />
      ) : (
        <View>
          <TextField
            label={words.responsible}
            hint={words.responsibleHint}
            maxLength={20}
            value={signing.responsible}
            problem={missing(responsible.length >= 2)}
            onChange={(typed) => onSigning({ ...signing, responsible: typed })}
          />
          <TextField
            label={words.contact}
            hint={words.contactHint}
            maxLength={40}
            value={signing.contact}
            problem={missing(contact.length >= 3)}
            onChange={(typed) => onSigning({ ...signing, contact: typed })}
          />
        </View>
      )}
    </WaitingPanel>
  );
}
