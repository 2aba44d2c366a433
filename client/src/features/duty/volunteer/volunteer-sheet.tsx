import type { Volunteer } from '@contract/duty-volunteer';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Row, Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import type { Question } from '@/use-question';
import { isDutyTime } from '../duty-time';

import { NextPanel } from './next-panel';
import { OwnShiftLists, SwapList } from './own-shifts';
import { useLeaving } from './use-leaving';
import type { OwnShifts, Self } from './use-volunteer';
import { ownPhrases } from './volunteer-copy';
import styles from './volunteer.module.scss';

const at = classes(styles);

export type VolunteerSheetProps = {
  readonly volunteer: Volunteer;
  readonly next: Self['next'];
  readonly shifts: Question<OwnShifts>;
  readonly now: number;
  readonly onChanged: () => void;
  readonly onEdit: () => void;
};

/** A volunteer's own page: the next shift, what waits for an answer, everything else below. */
export function VolunteerSheet({ volunteer, next, shifts, now, onChanged, onEdit }: VolunteerSheetProps) {
  const { step, onLeave } = useLeaving(onChanged);
  const { state, number, calledName, nameWaits, stationName } = volunteer;
  const profileAbout = nameWaits ? ownPhrases.nameWaits : ownPhrases.profileAbout;
  const isTime = next !== null && isDutyTime(next, now);
  const footer = isTime ? (
    <Button onPress={() => go('onDuty', { id: next.shift.shiftId })}>
      {next.state === 'on-duty' ? ownPhrases.backToDuty : ownPhrases.toDuty}
    </Button>
  ) : state === 'accepted' ? (
    <Button onPress={() => go('openShifts')}>{ownPhrases.toOpen}</Button>
  ) : undefined;
  return (
    <Screen title={ownPhrases.title} footer={footer}>
      <View className={at('who')}>{`${calledName} · ${stationName}`}</View>
      <StateNotice state={state} />
      <DeedNotice step={step} />
      {state === 'asked' || (next === null && state !== 'accepted') ? null : <NextPanel next={next} now={now} />}
      {state === 'asked' ? null : (
        <Asked question={shifts}>
          {(own) => (
            <View>
              <SwapList swaps={own.swaps} now={now} onChanged={onChanged} />
              <OwnShiftLists shifts={own} next={next} now={now} />
            </View>
          )}
        </Asked>
      )}
      <Rows label={ownPhrases.more}>
        {isTime ? <Row title={ownPhrases.toOpen} onPress={() => go('openShifts')} /> : null}
        <Row title={ownPhrases.hours} about={ownPhrases.hoursAbout} onPress={() => go('hours')} />
        <Row title={ownPhrases.profile} about={profileAbout} value={number} onPress={onEdit} />
      </Rows>
      <View className={at('button')}>
        <Button kind="quiet" busy={step.at === 'sending'} onPress={onLeave}>
          {ownPhrases.leave}
        </Button>
      </View>
    </Screen>
  );
}

function StateNotice({ state }: Pick<Volunteer, 'state'>) {
  if (state === 'asked') return <Notice tone="info" title={ownPhrases.asked}>{ownPhrases.askedText}</Notice>; // prettier-ignore
  if (state === 'paused') return <Notice tone="info" title={ownPhrases.paused}>{ownPhrases.pausedText}</Notice>; // prettier-ignore
  return null;
}
