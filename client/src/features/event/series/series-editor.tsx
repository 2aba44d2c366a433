import type { SeriesId } from '@contract/ids';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { dayText } from '@/calendar-words';
import { call } from '@/cloud';
import { toTop } from '@/platform/to-top';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { useConfirm } from '@/ui/confirm';
import { Row, Rows } from '@/ui/rows';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { dayOf } from '../event-time';
import { refusedField } from '../form/form-copy';
import { FormFrame } from '../form/form-frame';
import { ClockField } from '../form/moment-field';
import type { Saved, Sending } from '../form/use-form';
import { useForm } from '../form/use-form';
import { EndPanel } from './end-panel';
import { ruleText } from './rule-draft';
import { saveSeriesWords, seriesFieldNames, seriesText, showSeriesWords } from './series-copy';
import { SeriesDone } from './series-done';
import type { SeriesDraft } from './series-draft';
import { newSeriesDraft, readSeries, seriesDraftOf, seriesFields, seriesTexts } from './series-draft';
import { seriesProblems } from './series-problems';
import { SeriesSheet } from './series-sheet';

const words = seriesText;
type ShownSeries = ValueFor<'event.showSeriesForm'>;

/** A series' form, read and saved. */
export function SeriesEditor({ seriesId }: { readonly seriesId: SeriesId }) {
  const { question } = useQuestion('event.showSeriesForm', { seriesId }, showSeriesWords);
  // What is typed goes on from what was read first; a colleague's change is met when saving.
  const first = useRef<ShownSeries | null>(null);
  return (
    <Asked question={question} skeletonRows={6}>
      {(shown) => {
        first.current ??= shown;
        return <Editor shown={first.current} />;
      }}
    </Asked>
  );
}

/** A series that is not there yet. */
export const NewSeries = () => <Editor shown={null} />;

const savedOf = ({ form, revision }: ShownSeries): Saved<SeriesDraft> => ({ draft: seriesDraftOf(form), revision });

function Editor({ shown }: { readonly shown: ShownSeries | null }) {
  const seriesId = shown?.seriesId ?? null;
  const { step, run, reset } = useDeed('event.saveSeries', saveSeriesWords);
  const [fromDay, setFromDay] = useState<string>(() => dayOf(Date.now()));
  const ask = useConfirm();

  const hand = useForm<SeriesDraft>({
    key: `series-form:${seriesId ?? 'new'}`,
    fields: seriesFields,
    saved: shown === null ? { draft: newSeriesDraft, revision: 0 } : savedOf(shown),
    reread: async () => {
      if (seriesId === null) return null;
      const answer = await call('event.showSeriesForm', { seriesId });
      return answer.ok ? savedOf(answer.value) : null;
    },
    send: async (draft, revision, requestKey): Promise<Sending> => {
      const read = readSeries(draft);
      if (!read.ok) return { at: 'wrong', problems: read.problems };
      const since = seriesId === null ? read.form.rule.firstDay : (fromDay as ShanghaiDay);
      if (since === '') return { at: 'wrong', problems: { fromDay: words.dayMissing } };
      const question = seriesId === null ? words.publishAsk(ruleText(draft.rule)) : words.saveAsk(dayText(since));
      if (!(await ask(question))) return { at: 'failed' };
      const after = await run({ seriesId, revision, form: read.form, requestKey, fromDay: since });
      if (after.at === 'done') {
        toTop();
        return { at: 'saved' };
      }
      if (after.at !== 'refused') return { at: 'failed' };
      if (after.refusal === 'changed-meanwhile') return { at: 'overtaken' };
      const named = refusedField[after.refusal];
      return { at: 'wrong', problems: named === undefined ? seriesProblems(after.fields) : { [named]: after.text } };
    },
    reset,
  });

  if (step.at === 'done') return <SeriesDone saved={step.value} />;
  return (
    <View>
      <FormFrame
        hand={hand}
        step={step}
        save={seriesId === null ? words.publish : words.save}
        names={seriesFieldNames}
        texts={seriesTexts}
      >
        <View>
          <SeriesSheet editing={hand} isNew={shown === null} />
          {seriesId === null ? null : (
            <ClockField
              kind="day"
              label={words.fromDay}
              hint={words.fromDayHint}
              value={fromDay}
              problem={hand.problems['fromDay']}
              onChange={setFromDay}
            />
          )}
        </View>
      </FormFrame>
      {shown === null ? null : <Dates shown={shown} />}
    </View>
  );
}

function Dates({ shown: { seriesId, revision, events } }: { readonly shown: ShownSeries }) {
  return (
    <View>
      {events.length === 0 ? null : (
        <Rows label={words.events}>
          {events.map(({ eventId, day, title }) => (
            <Row key={eventId} title={title} about={dayText(day)} onPress={() => go('eventDesk', { id: eventId })} />
          ))}
        </Rows>
      )}
      <Rows>
        <Row
          title={words.attendance}
          about={words.attendanceAbout}
          onPress={() => go('seriesAttendance', { id: seriesId })}
        />
      </Rows>
      <EndPanel seriesId={seriesId} revision={revision} />
    </View>
  );
}
