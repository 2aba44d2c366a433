import type { SeriesId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { Chip } from '@/ui/chip';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Row, Rows } from '@/ui/rows';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { dayOf } from '../event-time';
import { attendanceText, attendanceWords } from './attendance-copy';
import styles from './attendance.module.scss';

const at = classes(styles);
const text = attendanceText;

/** Years that staff look back upon: this one and the two before. */
const YEARS = 3;
/** What stands for a name that was deleted when its time was over. */
const NOBODY = '*';
/** People on one screen; a big series has more than a phone draws at once. */
const AT_ONCE = 100;

type Attendance = ValueFor<'event.seriesAttendance'>;

/** Who came how often to a series, a year at a time, without names. Give it the series' id as key. */
export function AttendanceBoard({ seriesId }: { readonly seriesId: SeriesId }) {
  const thisYear = Number(dayOf(Date.now()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const { question } = useQuestion('event.seriesAttendance', { seriesId, year }, attendanceWords);
  return (
    <View>
      <View className={at('about')}>{text.about}</View>
      <Part className={at('chips')} role="group" label={text.years}>
        {Array.from({ length: YEARS }, (_, ago) => thisYear - ago).map((one) => (
          <Chip key={one} label={text.year(one)} isOn={one === year} onPress={() => setYear(one)} />
        ))}
      </Part>
      <Asked question={question} skeletonRows={6}>
        {(attendance) => <YearBoard key={year} year={year} attendance={attendance} />}
      </Asked>
    </View>
  );
}

function YearBoard({ year, attendance }: { readonly year: number; readonly attendance: Attendance }) {
  const { dates, people } = attendance;
  const [shown, setShown] = useState(AT_ONCE);
  if (dates === 0) return <Empty title={text.none(year)} about={text.noneAbout} />;
  if (people.length === 0) return <Empty title={text.nobody} about={text.nobodyAbout(dates)} />;
  const isEnd = shown >= people.length;
  return (
    <View>
      <View className={at('sum')}>{text.sum(dates, people.length)}</View>
      <Rows label={text.people}>
        {people.slice(0, shown).map(({ maskedName, came, missed }, nth) => (
          <Row
            // Nothing but its place tells two of one masked name apart.
            key={nth}
            title={maskedName === NOBODY ? text.nameless : maskedName}
            value={text.came(came)}
            about={missed === 0 ? undefined : text.missed(missed)}
          />
        ))}
      </Rows>
      <MoreButton more={isEnd ? { at: 'end' } : { at: 'more', load: () => setShown(shown + AT_ONCE) }} />
    </View>
  );
}
