import type { Certificate } from '@contract/duty-hours';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fullDayText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { minutesText } from '../duty-words';
import styles from '../head.module.scss';
import { ReasonForm } from '../reason-form';
import { bookPhrases, revokeRefusals } from './book-copy';

const at = classes(styles);
const words = bookPhrases;

export type PapersPanelProps = { readonly certificates: readonly Certificate[]; readonly onChanged: () => void };

/** Certificates that were issued for a book. One that is wrong is revoked: whoever checks it reads so at once. */
export function PapersPanel({ certificates, onChanged }: PapersPanelProps) {
  if (certificates.length === 0) return null;
  return (
    <Panel title={words.papers}>
      <Part role="list" label={words.papers}>
        {certificates.map((certificate) => (
          <Paper key={certificate.certificateId} certificate={certificate} onChanged={onChanged} />
        ))}
      </Part>
    </Panel>
  );
}

function Paper({ certificate, onChanged }: { readonly certificate: Certificate; readonly onChanged: () => void }) {
  const { certificateId, state, from, until, number, minutes, reason } = certificate;
  const { step, run } = useDeed('duty.revokeCertificate', revokeRefusals);
  const [isOpen, setOpen] = useState(false);
  const say = useSay();
  const onRevoke = async (why: string): Promise<void> => {
    const answer = await run({ certificateId, reason: why });
    if (answer.at !== 'done') return;
    setOpen(false);
    say(words.revoked);
    onChanged();
  };
  return (
    <Part className={at('entry')} role="listitem">
      <View className={at('name')}>{words.paper(fullDayText(from), fullDayText(until))}</View>
      <View className={at('line')}>{words.paperAbout(number ?? '', minutesText(minutes))}</View>
      <Tag tone={state === 'issued' ? 'good' : 'danger'}>
        {state === 'issued' ? words.paperState.issued : words.paperState.revoked}
      </Tag>
      {state === 'revoked' && reason !== null ? <View className={at('about')}>{words.why(reason)}</View> : null}
      <DeedNotice step={step} />
      {state !== 'issued' ? null : isOpen ? (
        <ReasonForm
          hint={words.revokeHint}
          send={words.revoke}
          danger
          busy={step.at === 'sending'}
          onSend={(why) => void onRevoke(why)}
          onBack={() => setOpen(false)}
        />
      ) : (
        <View className={at('action')}>
          <Button kind="secondary" label={`${words.revoke} ${number ?? ''}`} onPress={() => setOpen(true)}>
            {words.revoke}
          </Button>
        </View>
      )}
    </Part>
  );
}
