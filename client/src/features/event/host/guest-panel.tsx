import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { canScan } from '@/platform/device';
import { Heading, Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import type { DoorNote } from './door-queue';
import { hostText } from './host-copy';
import styles from './host.module.scss';
import { notedAt, refusedText, wishText } from './note-words';
import type { Outcome } from './send-notes';
import type { Door } from './use-door';

const at = classes(styles);

/** Somebody shows their code: the last one's answer stands there to be seen by both. */
export function GuestPanel({ door }: { readonly door: Door }) {
  const { code, problem, notKept, onCode, onCheck, onScan } = door;
  return (
    <View>
      <LastGuest door={door} />
      <Panel title={hostText.guest}>
        <View className={at('about')}>{hostText.guestAbout}</View>
        {notKept ? <Notice tone="danger">{hostText.notKept}</Notice> : null}
        {canScan ? (
          <View className={at('action')}>
            <Button onPress={onScan}>{hostText.scan}</Button>
          </View>
        ) : null}
        <TextField
          label={hostText.code}
          hint={hostText.codeHint}
          maxLength={100}
          value={code}
          problem={problem}
          onChange={onCode}
        />
        <View className={at('action')}>
          <Button kind={canScan ? 'secondary' : 'primary'} onPress={onCheck}>
            {hostText.check}
          </Button>
        </View>
      </Panel>
    </View>
  );
}

function LastGuest({ door: { queue, outcomes, last } }: { readonly door: Door }) {
  const note = queue.find(({ noteId }) => noteId === last);
  if (note !== undefined) return <NotedGuest note={note} />;
  const outcome = outcomes.find((one) => one.note.noteId === last);
  return outcome?.of === 'guest' ? <AdmittedGuest outcome={outcome} /> : null;
}

function NotedGuest({ note }: { readonly note: DoorNote }) {
  const { standing, wish } = note;
  const isRefused = standing.state === 'refused';
  return (
    <Panel tone={isRefused ? 'danger' : 'warn'}>
      <Part role="alert">
        <Heading level={2} className={at('verdict', isRefused ? 'refused' : 'warn')}>
          {isRefused ? hostText.refused : hostText.notedTitle}
        </Heading>
        <View className={at('who')}>{wishText(wish)}</View>
        <View className={at('about')}>
          {isRefused ? refusedText(note, standing.refusal) : `${notedAt(note)}。${hostText.notedAbout}`}
        </View>
      </Part>
    </Panel>
  );
}

function AdmittedGuest({ outcome: { note, value } }: { readonly outcome: Extract<Outcome, { of: 'guest' }> }) {
  // Heard before, when the answer was lost on its way here: it is the same scan.
  const isNew = value.isNew || (note.standing.state === 'waiting' && note.standing.tries > 0);
  return (
    <Panel tone={isNew ? 'good' : 'warn'}>
      <Part role="alert">
        <Heading level={2} className={at('verdict', isNew ? 'good' : 'warn')}>
          {isNew ? hostText.admitted : hostText.admittedBefore}
        </Heading>
        <View className={at('who')}>{`${value.maskedName}，${hostText.people(value.people)}`}</View>
        <View className={at('about')}>{`${hostText.lot(value.lot)}，${momentText(value.at)}`}</View>
      </Part>
    </Panel>
  );
}
