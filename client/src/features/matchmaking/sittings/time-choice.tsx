import type { EpochMs, ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { clock, dayHeading } from '@/features/event/event-time';
import { Chips } from '@/ui/chips';
import { Choices } from '@/ui/choices';
import { Panel } from '@/ui/panel';
import type { FreeDay } from './free-days';
import { sittingsText as text } from './sittings-copy';

export type TimeChoiceProps = {
  readonly days: readonly FreeDay[];
  readonly day: ShanghaiDay;
  readonly startsAt: EpochMs | null;
  readonly now: number;
  readonly onDay: (day: ShanghaiDay) => void;
  readonly onTime: (startsAt: EpochMs | null) => void;
};

/** A day with free times, then one of them. */
export function TimeChoice({ days, day, startsAt, now, onDay, onTime }: TimeChoiceProps) {
  const slots = days.find((free) => free.day === day)?.slots ?? [];
  return (
    <Panel title={text.choose}>
      <Choices
        label={text.chooseDay}
        options={days.map((free) => ({
          value: free.day,
          label: dayHeading(free.day, now),
          about: text.freeTimes(free.slots.length),
        }))}
        value={day}
        onChange={onDay}
      />
      <View>
        <Chips
          label={text.chooseTime}
          options={slots.map((slot) => ({ value: slot.startsAt, label: clock(slot.startsAt) }))}
          values={startsAt === null ? [] : [startsAt]}
          onChange={(values) => onTime(values.at(-1) ?? null)}
        />
      </View>
    </Panel>
  );
}
