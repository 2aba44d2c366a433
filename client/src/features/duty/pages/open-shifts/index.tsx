import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part } from '@/platform/elements';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Chip } from '@/ui/chip';
import { classes } from '@/ui/classes';
import { MoreButton } from '@/ui/more-button';
import { Screen } from '@/ui/screen';
import { openPhrases } from '../../open/open-copy';
import { OpenList } from '../../open/open-list';
import styles from '../../open/open.module.scss';
import { useNear } from '../../open/use-near';
import { useOpenShifts } from '../../open/use-open-shifts';
import { useMinute } from '../../use-minute';

const at = classes(styles);

const WEEK_DAYS = 7;
const MONTH_DAYS = 28;

/** Shifts that somebody is wanted for. */
export default function OpenShiftsPage() {
  const [days, setDays] = useState(WEEK_DAYS);
  const { near, onNear } = useNear();
  const { question, more } = useOpenShifts(days, near.at === 'here' ? near.place : null);
  const now = useMinute();
  const isWeek = days === WEEK_DAYS;
  return (
    <Screen title={openPhrases.title}>
      <Part className={at('chips')} role="group" label={openPhrases.range}>
        <Chip label={openPhrases.week} isOn={isWeek} onPress={() => setDays(WEEK_DAYS)} />
        <Chip label={openPhrases.month} isOn={!isWeek} onPress={() => setDays(MONTH_DAYS)} />
        <Chip label={openPhrases.near} isOn={near.at === 'here'} onPress={onNear} />
      </Part>
      <Part role="status">
        {near.at === 'asking' ? <View className={at('said')}>{openPhrases.locating}</View> : null}
        {near.at === 'untold' ? <View className={at('said')}>{openPhrases.noPlace}</View> : null}
      </Part>
      <Asked question={question} skeletonRows={5}>
        {(shifts) => (
          <OpenList
            shifts={shifts}
            isNear={near.at === 'here'}
            now={now}
            onNone={
              isWeek
                ? { about: openPhrases.noneWeekAbout, label: openPhrases.toMonth, onPress: () => setDays(MONTH_DAYS) }
                : {
                    about: openPhrases.noneMonthAbout,
                    label: openPhrases.toOwn,
                    onPress: () => replaceWith('volunteer'),
                  }
            }
          />
        )}
      </Asked>
      <MoreButton more={more} />
    </Screen>
  );
}
