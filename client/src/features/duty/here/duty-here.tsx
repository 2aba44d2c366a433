import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayHeading, dayOf, hoursOf } from '@/features/event/event-time';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Row, Rows } from '@/ui/rows';
import { useQuestion } from '@/use-question';
import { herePhrases as words, reportPhrases } from './here-copy';
import { ReportPanel } from './report-panel';

/** As many as one reads on the way to the door. */
const MOST = 6;

const whenOf = ({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }, now: number): string =>
  `${dayHeading(dayOf(startsAt), now)} ${hoursOf(startsAt, endsAt, now)}`;

export type DutyHereProps = { readonly stationId: StationId; readonly name: string };

/** Who keeps this place open, and how to tell them something. Asked at a tap: most people came for water. */
export function DutyHere(props: DutyHereProps) {
  const [wanted, setWanted] = useState<'nothing' | 'helpers' | 'report'>('nothing');
  return (
    <View>
      <Rows>
        {wanted === 'helpers' ? null : (
          <Row title={words.title} about={words.about} onPress={() => setWanted('helpers')} />
        )}
        {wanted === 'report' ? null : (
          <Row title={reportPhrases.open} about={reportPhrases.openAbout} onPress={() => setWanted('report')} />
        )}
      </Rows>
      {wanted === 'helpers' ? <Helpers {...props} /> : null}
      {wanted === 'report' ? <ReportPanel stationId={props.stationId} /> : null}
    </View>
  );
}

function Helpers({ stationId, name }: DutyHereProps) {
  const sittings = useQuestion('duty.showSittings', { stationId });
  const thanks = useQuestion('duty.listThanks', { stationId });
  const now = Date.now();
  return (
    <View>
      <Asked question={sittings.question} skeletonRows={1}>
        {({ sittings: all }) =>
          all.length === 0 ? null : (
            <Rows label={words.sittings}>
              {all.slice(0, MOST).map((one) => (
                <Row
                  key={`${one.title}${one.startsAt}`}
                  title={words.sitting(one.title, one.who)}
                  about={whenOf(one, now)}
                />
              ))}
            </Rows>
          )
        }
      </Asked>
      <Asked question={thanks.question} skeletonRows={1}>
        {({ month, names, others }) => (
          <Rows label={words.thanks}>
            {names.length + others === 0 ? (
              <Row title={words.noThanks} />
            ) : (
              <Row title={words.names(names, others)} about={words.month(month)} />
            )}
            <Row title={words.volunteer} about={words.volunteerAbout} onPress={() => go('volunteer')} />
            <Row
              title={words.steward}
              about={words.stewardAbout}
              onPress={() => go('stewardships', { id: stationId, name })}
            />
          </Rows>
        )}
      </Asked>
    </View>
  );
}
