import type { EventSummary, OwnRegistration } from '@contract/event-view';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { brighten } from '@/platform/device';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { QrCode } from '@/ui/qr-code';
import { ownWords } from './own-copy';
import { wordsOf } from './own-words';
import styles from './own.module.scss';

const at = classes(styles);

export type OwnPanelProps = {
  readonly own: OwnRegistration;
  readonly event: EventSummary;
  readonly now: number;
};

/** Where one's registration stands; with a place, what one shows at the door. */
export function OwnPanel({ own, event, now }: OwnPanelProps) {
  const { title, text, tone } = wordsOf(own, event, now);
  // Whoever came to every session has nothing more to show.
  const isToCome = event.endsAt > now && event.state !== 'cancelled' && own.attended.length < event.sessions;
  return (
    <Panel title={title} tone={tone}>
      {text === '' ? null : <View className={at('text')}>{text}</View>}
      {missedWords(own) === null ? null : <View className={at('text')}>{missedWords(own)}</View>}
      {isToCome && own.admissionCode !== null ? (
        <AdmissionCode code={own.admissionCode} isHeldOut={own.may.checkIn} />
      ) : null}
    </Panel>
  );
}

function missedWords({ missed }: OwnRegistration): string | null {
  if (missed === null) return null;
  const words = {
    counts: ownWords.missed,
    'excuse-waits': ownWords.excuseWaits,
    excused: ownWords.excuseAgreed,
    'not-excused': ownWords.excuseDeclined,
  };
  return words[missed];
}

/** `t.<lot>.<mac>` as it is read out, four by four. */
const lettersOf = (code: string): string =>
  code
    .replace(/^t\./, '')
    .replace('.', '')
    .replace(/(.{4})(?=.)/g, '$1 ');

type AdmissionCodeProps = { readonly code: string; readonly isHeldOut: boolean };

function AdmissionCode({ code, isHeldOut }: AdmissionCodeProps) {
  useEffect(() => (isHeldOut ? brighten() : undefined), [isHeldOut]);
  return (
    <View className={at('code')}>
      <QrCode text={code} label={ownWords.code} sizePx={200} />
      <View className={at('codeAbout')}>{ownWords.codeAbout}</View>
      <View className={at('codeAbout')}>{ownWords.letters}</View>
      <View className={at('letters')}>{lettersOf(code)}</View>
    </View>
  );
}
