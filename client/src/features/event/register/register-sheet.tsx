import type { EventDetail, EventViewer } from '@contract/event-view';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { toTop } from '@/platform/to-top';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import type { ValueFor } from '@/use-question';
import { KnownBefore } from '../detail/event-body';
import { notNowWords, opensWords } from '../detail/event-copy';
import { registerLabel } from '../detail/main-deed';
import { momentOf } from '../event-time';
import { isLiving } from '../own/kept-own';
import { OwnPanel } from '../own/own-panel';
import { whereOf } from '../event-words';
import { QuestionFields } from './question-fields';
import { formWords, registerRefusals } from './register-copy';
import styles from './register.module.scss';
import { useRegistering } from './use-registering';
import { ChildFields, GuardianConsent, WhoFields } from './who-fields';

const at = classes(styles);

export type RegisterSheetProps = {
  readonly event: EventDetail;
  readonly viewer: EventViewer;
  readonly onLeave: () => void;
};

/** The form, and what became of it. */
export function RegisterSheet({ event, viewer, onLeave }: RegisterSheetProps) {
  const registering = useRegistering(event, viewer);
  const { step, onRegister } = registering;
  const now = Date.now();
  if (step.at === 'done') return <Registered event={event} own={step.value} onLeave={onLeave} />;
  const isThere = step.at === 'refused' && step.refusal === 'already-registered';
  return (
    <Screen
      title={formWords.title}
      footer={
        <Button busy={step.at === 'sending'} onPress={onRegister}>
          {registerLabel(event, viewer)}
        </Button>
      }
    >
      <EventLine event={event} now={now} />
      <DeedNotice step={step} action={isThere ? { label: formWords.toOwn, onPress: onLeave } : undefined} />
      <WhoFields event={event} registering={registering} />
      <ChildFields event={event} registering={registering} />
      <GuardianConsent registering={registering} />
      <QuestionFields event={event} registering={registering} />
      <KnownBefore event={event} viewer={viewer} now={now} />
      {/* Where the eye is after the button was pressed. */}
      {isThere ? null : <DeedNotice step={step} />}
    </Screen>
  );
}

const EventLine = ({ event, now }: { readonly event: EventDetail; readonly now: number }) => (
  <View>
    <View className={at('event')}>{event.title}</View>
    <View className={at('about')}>{`${momentOf(event.startsAt, now)} · ${whereOf(event)}`}</View>
  </View>
);

type RegisteredProps = {
  readonly event: EventDetail;
  readonly own: ValueFor<'event.register'>;
  readonly onLeave: () => void;
};

function Registered({ event, own, onLeave }: RegisteredProps) {
  useEffect(toTop, []);
  const now = Date.now();
  return (
    <Screen title={formWords.title} footer={<Button onPress={onLeave}>{formWords.done}</Button>}>
      <EventLine event={event} now={now} />
      <OwnPanel own={own} event={event} now={now} />
    </Screen>
  );
}

/** The address was opened by somebody who cannot register, or has. */
export function CannotRegister({ event, viewer, onLeave }: RegisterSheetProps) {
  const { notNow, own } = viewer;
  const isThere = own !== null && isLiving(own);
  const why =
    notNow === null
      ? null
      : notNow === 'not-open-yet'
        ? opensWords(event.opensAt, Date.now())
        : notNowWords[notNow].button;
  return (
    <Screen title={formWords.title} footer={<Button onPress={onLeave}>{formWords.more}</Button>}>
      <EventLine event={event} now={Date.now()} />
      <Notice tone="info">{isThere ? registerRefusals['already-registered'] : why}</Notice>
    </Screen>
  );
}
