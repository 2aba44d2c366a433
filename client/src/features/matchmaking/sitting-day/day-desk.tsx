import type { UnionId } from '@contract/ids';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import styles from '../../duty/head.module.scss';
import { useMinute } from '@/features/duty/use-minute';
import { dayAfter, dayHeading, dayOf, hoursOf } from '@/features/event/event-time';
import { Heading, Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { BenchAsked } from '../bench/bench-asked';
import { CallOffForm } from './call-off-form';
import { bookedIn, isTaken, timesOf } from './day-slots';
import { showDayRefusals, sittingPhrases as words } from './sitting-copy';
import { SlotEntry } from './slot-entry';

const at = classes(styles);

export type DayDeskProps = {
  readonly studioId: UnionId;
  /** Null where the address names none: the next with a sitting. */
  readonly firstDay: ShanghaiDay | null;
};

/** A day of the studio, time by time and table by table, and the same day of the weeks around it. */
export function DayDesk({ studioId, firstDay }: DayDeskProps) {
  return firstDay === null ? <NextDesk studioId={studioId} /> : <FromDay studioId={studioId} firstDay={firstDay} />;
}

/** Begins where the next sitting is; today, where there is none. */
function NextDesk({ studioId }: { readonly studioId: UnionId }) {
  const { question } = useQuestion('matchmaking.showBench', {});
  return (
    <BenchAsked question={question} skeletonRows={5}>
      {({ nextSitting: next }) => (
        <FromDay studioId={studioId} firstDay={next?.studioId === studioId ? next.day : dayOf(Date.now())} />
      )}
    </BenchAsked>
  );
}

function FromDay({ studioId, firstDay }: { readonly studioId: UnionId; readonly firstDay: ShanghaiDay }) {
  const now = useMinute();
  const [day, setDay] = useState(firstDay);
  const { question, refresh } = useQuestion('matchmaking.showDay', { studioId, day }, showDayRefusals);
  return (
    <View>
      <Heading level={2} className={at('lead')}>
        {dayHeading(day, now)}
      </Heading>
      <View className={at('acts')}>
        {([-7, 7] as const).map((days) => (
          <View key={days} className={at('act')}>
            <Button kind="secondary" onPress={() => setDay(dayAfter(day, days))}>
              {days < 0 ? words.before : words.after}
            </Button>
          </View>
        ))}
      </View>
      <BenchAsked question={question} skeletonRows={5}>
        {(shown) => <Day key={day} studioId={studioId} shown={shown} now={now} onChanged={refresh} onDay={setDay} />}
      </BenchAsked>
    </View>
  );
}

type DayProps = {
  readonly studioId: UnionId;
  readonly shown: ValueFor<'matchmaking.showDay'>;
  readonly now: number;
  readonly onChanged: () => Promise<void>;
  readonly onDay: (day: ShanghaiDay) => void;
};

function Day({ studioId, shown: { day, isCalledOff, holiday, slots }, now, onChanged, onDay }: DayProps) {
  const booked = bookedIn(slots);
  const [first] = slots;
  if (isCalledOff) return <Notice tone="info">{words.calledOff}</Notice>;
  if (first === undefined) {
    const title = holiday === null ? words.none : words.holiday(holiday);
    return <NoSitting {...{ studioId, day, title, onDay }} />;
  }
  const mayCallOff = slots.every(({ startsAt }) => startsAt > now);
  return (
    <View>
      <View className={at('group')}>{words.booked(booked)}</View>
      {timesOf(slots).map(({ startsAt, endsAt, slots: tables }) =>
        bookedIn(tables) === 0 ? (
          <View key={startsAt} className={at('line')}>
            {words.allFree(hoursOf(startsAt, endsAt, now))}
          </View>
        ) : (
          <Panel key={startsAt} title={hoursOf(startsAt, endsAt, now)}>
            <Part className={at('row')} role="list">
              {tables.filter(isTaken).map((slot) => (
                <SlotEntry key={slot.slotId} {...{ studioId, day, slot, now }} onMarked={onChanged} />
              ))}
            </Part>
            {tables
              .filter((slot) => !isTaken(slot))
              .map(({ slotId, table }) => (
                <View key={slotId} className={at('about')}>
                  {words.freeTable(table)}
                </View>
              ))}
          </Panel>
        ),
      )}
      <View className={at('about')}>{words.missedAbout}</View>
      {mayCallOff ? <CallOffForm studioId={studioId} day={day} booked={booked} onDone={onChanged} /> : null}
    </View>
  );
}

type NoSittingProps = Pick<DayProps, 'studioId' | 'onDay'> & { readonly day: ShanghaiDay; readonly title: string };

/** Nobody sits on this day; the next one with a sitting is a press away, as soon as it is known. */
function NoSitting({ studioId, day, title, onDay }: NoSittingProps) {
  const { question } = useQuestion('matchmaking.showBench', {});
  const next = question.at === 'loaded' ? question.value.nextSitting : null;
  const to = next?.studioId === studioId && next.day !== day ? next.day : null;
  return (
    <Empty
      title={title}
      about={words.noneAbout}
      action={to === null ? undefined : { label: words.toNext(dayHeading(to, Date.now())), onPress: () => onDay(to) }}
    />
  );
}
