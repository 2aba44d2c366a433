import type { BoardShift } from '@contract/duty-board';
import type { ShiftId, StationId } from '@contract/ids';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { dateOf, dayAfter, dayOf } from '@/features/event/event-time';
import { Heading } from '@/platform/elements';
import { toPart } from '@/platform/to-top';
import { useWideWindow } from '@/platform/wide-window';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { useMinute } from '../use-minute';
import styles from './board.module.scss';
import head from '../head.module.scss';
import { boardPhrases, showBoardRefusals } from './board-copy';
import { WeekGrid, WeekList } from './week-views';
import { mondayOf, wantedIn } from './week';

const at = classes(styles);
const on = classes(head);
const words = boardPhrases;

export type BoardDeskProps = {
  readonly stationId: StationId;
  /** A day of the week that is shown first; this week where none is said. */
  readonly day?: ShanghaiDay | undefined;
};

/** The week of a station: who comes, where somebody is missing. Give it the station's id as key. */
export function BoardDesk({ stationId, day }: BoardDeskProps) {
  const now = useMinute();
  const [monday, setMonday] = useState(() => mondayOf(day ?? dayOf(Date.now())));
  const { question, refresh } = useQuestion('duty.showBoard', { stationId, monday }, showBoardRefusals);
  return (
    <View>
      <WeekTurn monday={monday} now={now} onTurn={setMonday} />
      <Asked question={question} skeletonRows={6}>
        {(board) => <Week key={monday} {...{ stationId, board, monday, now }} onChanged={refresh} />}
      </Asked>
      <Rows label={words.more}>
        <Row title={words.toGaps} onPress={() => go('dutyGaps')} />
        <Row title={words.toWaiting} onPress={() => go('waiting')} />
        <Row title={words.toRules} onPress={() => go('roster', { id: stationId })} />
        <Row title={words.toBook} onPress={() => go('dutyBook', { id: stationId })} />
      </Rows>
    </View>
  );
}

type WeekTurnProps = {
  readonly monday: ShanghaiDay;
  readonly now: number;
  readonly onTurn: (monday: ShanghaiDay) => void;
};

function WeekTurn({ monday, now, onTurn }: WeekTurnProps) {
  const here = mondayOf(dayOf(now));
  return (
    <View>
      <Heading level={2} className={at('week')}>
        {words.week(dateOf(monday, now), dateOf(dayAfter(monday, 6), now))}
      </Heading>
      <View className={at('nav')}>
        <View className={at('turn')}>
          <Button kind="secondary" onPress={() => onTurn(dayAfter(monday, -7))}>
            {words.before}
          </Button>
        </View>
        <View className={at('turn')}>
          <Button kind="secondary" onPress={() => onTurn(dayAfter(monday, 7))}>
            {words.after}
          </Button>
        </View>
      </View>
      {monday === here ? null : (
        <Button kind="quiet" onPress={() => onTurn(here)}>
          {words.thisWeek}
        </Button>
      )}
    </View>
  );
}

type WeekProps = {
  readonly stationId: StationId;
  readonly board: ValueFor<'duty.showBoard'>;
  readonly monday: ShanghaiDay;
  readonly now: number;
  readonly onChanged: () => Promise<void>;
};

function Week({ stationId, board: { stationName, shifts }, monday, now, onChanged }: WeekProps) {
  const [chosen, setChosen] = useState<ShiftId | null>(null);
  const wide = useWideWindow();
  const onChoose = ({ shift: { shiftId } }: BoardShift) => {
    setChosen(shiftId === chosen ? null : shiftId);
    // Below the grid, perhaps out of sight.
    if (wide) setTimeout(() => toPart('shift'), 0);
  };
  return (
    <View>
      <View className={on('line')}>{stationName}</View>
      {shifts.length === 0 ? (
        <Empty
          title={words.none}
          about={words.noneAbout}
          action={{ label: words.toRoster, onPress: () => go('roster', { id: stationId }) }}
        />
      ) : (
        <View>
          <View className={on('lead')}>{words.sum(shifts.length, wantedIn(shifts))}</View>
          {wide ? (
            <WeekGrid {...{ shifts, monday, now, chosen, onChoose, onChanged }} />
          ) : (
            <WeekList {...{ shifts, monday, now, chosen, onChoose, onChanged }} />
          )}
        </View>
      )}
    </View>
  );
}
