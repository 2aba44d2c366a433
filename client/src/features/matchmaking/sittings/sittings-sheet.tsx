import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useMinute } from '@/features/duty/use-minute';
import { dayHeading, momentOf } from '@/features/event/event-time';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { Points } from '../points';
import { StudioPanel } from '../home/studio-panel';
import { freeDays, otherDays } from './free-days';
import { OwnBooking } from './own-booking';
import { listRefusals, sittingsText as text } from './sittings-copy';
import { TimeChoice } from './time-choice';
import { useBooking } from './use-booking';

/** The sittings of the weeks to come: one's own appointment, or a time to choose. */
export function SittingsSheet({ studioId }: { readonly studioId: UnionId }) {
  const now = useMinute();
  const { question, refresh } = useQuestion('matchmaking.listSittings', { studioId }, listRefusals);
  const { step, day, startsAt, onDay, onTime, onBook } = useBooking(studioId, refresh);
  const shown = question.at === 'loaded' ? question.value : null;
  const free = freeDays(shown?.days ?? []);
  const chosen = free.find((one) => one.day === day) ?? free[0];
  const footer =
    shown === null || shown.own !== null || chosen === undefined ? undefined : (
      <Button busy={step.at === 'sending'} disabled={startsAt === null} onPress={() => void onBook()}>
        {startsAt === null ? text.before : text.book(momentOf(startsAt, now))}
      </Button>
    );
  return (
    <Screen title={text.title} footer={footer}>
      <Asked question={question} skeletonRows={5}>
        {({ own, days, studio }) => (
          <View>
            {own !== null ? (
              <OwnBooking booking={own} now={now} onChanged={refresh} />
            ) : (
              <View>
                <DeedNotice step={step} />
                {chosen === undefined ? (
                  <Empty title={text.none} about={text.noneAbout} />
                ) : (
                  <TimeChoice {...{ days: free, day: chosen.day, startsAt, now, onDay, onTime }} />
                )}
                <OtherDays days={otherDays(days)} now={now} />
                <StudioPanel studio={studio} title={text.where} />
                <Panel title={text.know}>
                  <Points points={text.points} />
                </Panel>
              </View>
            )}
          </View>
        )}
      </Asked>
      {question.at === 'refused' ? (
        <Button kind="secondary" onPress={() => replaceWith('studio')}>
          {text.toStudio}
        </Button>
      ) : null}
    </Screen>
  );
}

type OtherDaysProps = { readonly days: ReturnType<typeof otherDays>; readonly now: number };

const OtherDays = ({ days, now }: OtherDaysProps) =>
  days.length === 0 ? null : (
    <Panel title={text.otherDays}>
      <Points
        points={days.map(({ day, isCalledOff }) =>
          isCalledOff ? text.calledOff(dayHeading(day, now)) : text.full(dayHeading(day, now)),
        )}
      />
    </Panel>
  );
