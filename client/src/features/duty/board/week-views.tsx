import type { BoardShift } from '@contract/duty-board';
import type { ShiftId } from '@contract/ids';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { dayHeading } from '@/features/event/event-time';
import { Heading } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { whenOf } from '../shift-words';
import styles from './board.module.scss';
import { boardPhrases } from './board-copy';
import { BoardShiftRow } from './board-shift-row';
import { ShiftDetail } from './shift-detail';
import type { BoardDay } from './week';
import { daysOf } from './week';

const at = classes(styles);
const words = boardPhrases;

export type WeekViewProps = {
  readonly shifts: readonly BoardShift[];
  readonly monday: ShanghaiDay;
  readonly now: number;
  readonly chosen: ShiftId | null;
  readonly onChoose: (shown: BoardShift) => void;
  readonly onChanged: () => Promise<void>;
};

/** Day after day; a shift unfolds where it stands. */
export function WeekList({ shifts, monday, now, chosen, onChoose, onChanged }: WeekViewProps) {
  return (
    <View>
      {daysOf(monday, shifts).map((one) => (
        <View key={one.day}>
          <DayHeading {...one} now={now} />
          {one.shifts.map((shown) => (
            <View key={shown.shift.shiftId}>
              <BoardShiftRow
                shown={shown}
                now={now}
                isChosen={shown.shift.shiftId === chosen}
                onPress={() => onChoose(shown)}
              />
              {shown.shift.shiftId === chosen ? (
                <Panel>
                  <ShiftDetail shown={shown} now={now} onChanged={onChanged} />
                </Panel>
              ) : null}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

/** Monday to Sunday side by side, and the chosen shift below. */
export function WeekGrid({ shifts, monday, now, chosen, onChoose, onChanged }: WeekViewProps) {
  const open = shifts.find(({ shift }) => shift.shiftId === chosen);
  return (
    <View>
      <View className={at('grid')}>
        {daysOf(monday, shifts).map((one) => (
          <View key={one.day} className={at('column')}>
            <DayHeading {...one} now={now} />
            {one.shifts.map((shown) => (
              <BoardShiftRow
                key={shown.shift.shiftId}
                shown={shown}
                now={now}
                isChosen={shown.shift.shiftId === chosen}
                onPress={() => onChoose(shown)}
              />
            ))}
          </View>
        ))}
      </View>
      {open === undefined ? null : (
        <View id="shift">
          <Panel title={`${whenOf(open.shift, now)} ${open.shift.title}`}>
            <ShiftDetail key={open.shift.shiftId} shown={open} now={now} onChanged={onChanged} />
          </Panel>
        </View>
      )}
    </View>
  );
}

const DayHeading = ({ day, shifts, now }: BoardDay & { readonly now: number }) => (
  <View>
    <Heading level={3} className={at('day')}>
      {dayHeading(day, now)}
    </Heading>
    {shifts.length === 0 ? <View className={at('none')}>{words.noShift}</View> : null}
  </View>
);
