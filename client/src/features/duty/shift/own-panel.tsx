import type { OwnPlace } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { roleAbout, roleName } from '../duty-words';
import { isDutyTime } from '../duty-time';
import { momentOf } from '../shift-words';
import { ExcusePanel } from './excuse-panel';
import { shiftPhrases } from './shift-copy';
import styles from './shift.module.scss';

const at = classes(styles);

export type OwnPanelProps = { readonly own: OwnPlace; readonly releaseHours: number; readonly now: number };

/** Where one stands at this shift, and until when one may still say no. */
export function OwnPanel({ own, releaseHours, now }: OwnPanelProps) {
  const { shift, role, state, isStandby, isCalled } = own;
  if (shift.state === 'called-off') return <Told title={shiftPhrases.calledOff} tone="warn" text={shiftPhrases.calledOffText} />; // prettier-ignore
  if (isStandby && isCalled) return <Told title={shiftPhrases.called} tone="accent" text={shiftPhrases.calledText} />;
  if (isStandby) return <Told title={shiftPhrases.standingBy} text={shiftPhrases.standingByText} />;
  switch (state) {
    case 'held':
      return (
        <Panel title={shiftPhrases.held} tone={isDutyTime(own, now) ? 'accent' : 'good'}>
          <View className={at('text')}>{`${roleName(role)}：${roleAbout(role)}`}</View>
          {clockWords(own, now) === null ? null : <View className={at('text')}>{clockWords(own, now)}</View>}
          {shift.startsAt > now ? <View className={at('text')}>{releaseWords(own, releaseHours, now)}</View> : null}
        </Panel>
      );
    case 'on-duty':
      return <Told title="您正在值班" tone="accent" text={roleAbout(role)} />;
    case 'served':
      return <Told title={shiftPhrases.served} tone="good" text="" />;
    case 'run-out':
      return <Told title="忘了签退" tone="warn" text={shiftPhrases.runOut} />;
    case 'excused':
      return <Told title={shiftPhrases.excused} text="" />;
    case 'missed':
      return <ExcusePanel shiftId={shift.shiftId} said={own.excuse} />;
  }
}

const clockWords = ({ mayClockInFrom }: OwnPlace, now: number): string | null =>
  mayClockInFrom === null || mayClockInFrom <= now ? null : shiftPhrases.clockFrom(momentOf(mayClockInFrom, now));

const releaseWords = ({ mayRelease, releaseUntil }: OwnPlace, releaseHours: number, now: number): string =>
  mayRelease && releaseUntil !== null
    ? shiftPhrases.releaseBy(momentOf(releaseUntil, now))
    : shiftPhrases.releaseOver(releaseHours);

type ToldProps = {
  readonly title: string;
  readonly text: string;
  readonly tone?: 'good' | 'warn' | 'accent';
};

const Told = ({ title, text, tone }: ToldProps) => (
  <Panel title={title} tone={tone}>
    {text === '' ? null : <View className={at('text')}>{text}</View>}
  </Panel>
);
