import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { useWideWindow } from '@/platform/wide-window';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { minutesText, skillName, volunteerWords } from '../duty-words';
import styles from '../head.module.scss';
import { bookPhrases, decideVolunteerRefusals, listVolunteersRefusals } from './book-copy';
import { MonthPanel } from './month-panel';

const at = classes(styles);
const words = bookPhrases;

type Listed = ValueFor<'duty.listVolunteers'>['volunteers'][number];

/** The volunteers of a station, the way to each one's book, and the month as a table. */
export function PeopleDesk({ stationId }: { readonly stationId: StationId }) {
  const { question, refresh } = useQuestion(
    'duty.listVolunteers',
    { stationId, forShift: null },
    listVolunteersRefusals,
  );
  const wide = useWideWindow();
  return (
    <Asked question={question} skeletonRows={6}>
      {({ volunteers }) => (
        <View className={at(wide && 'columns')}>
          <View className={at(wide && 'column')}>
            {volunteers.length === 0 ? (
              <Empty title={words.none} about={words.noneAbout} />
            ) : (
              <Panel title={words.people}>
                <Part role="list" label={words.people}>
                  {volunteers.map((volunteer) => (
                    <Person key={volunteer.number} stationId={stationId} volunteer={volunteer} onChanged={refresh} />
                  ))}
                </Part>
              </Panel>
            )}
          </View>
          <View className={at(wide && 'column')}>
            <MonthPanel stationId={stationId} />
          </View>
        </View>
      )}
    </Asked>
  );
}

type PersonProps = {
  readonly stationId: StationId;
  readonly volunteer: Listed;
  readonly onChanged: () => Promise<void>;
};

function Person({ stationId, volunteer, onChanged }: PersonProps) {
  const { number, name, state, skills, weekMinutes } = volunteer;
  const { step, run } = useDeed('duty.decideVolunteer', decideVolunteerRefusals);
  const ask = useConfirm();
  const say = useSay();
  const { text, tone } = volunteerWords[state];
  const onState = async (next: 'accepted' | 'paused') => {
    if (next === 'paused' && !(await ask(words.pauseAsk(name)))) return;
    const after = await run({ number, state: next });
    if (after.at === 'done') say(words.answered);
    if (after.at === 'done' || after.at === 'refused') await onChanged();
  };
  return (
    <Part className={at('entry')} role="listitem">
      <View className={at('name')}>{name}</View>
      <View className={at('about')}>{number}</View>
      {skills.length === 0 ? null : <View className={at('line')}>{skills.map(skillName).join('，')}</View>}
      <View className={at('line')}>{words.week(minutesText(weekMinutes))}</View>
      <View className={at('tags')}>
        <Tag tone={tone}>{text}</Tag>
      </View>
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button
            kind="secondary"
            label={words.openOf(name)}
            onPress={() => go('dutyBook', { id: stationId, no: number })}
          >
            {words.open}
          </Button>
        </View>
        {state === 'accepted' || state === 'paused' ? (
          <View className={at('act')}>
            <Button
              kind="quiet"
              busy={step.at === 'sending'}
              label={state === 'accepted' ? words.pauseOf(name) : words.resumeOf(name)}
              onPress={() => void onState(state === 'accepted' ? 'paused' : 'accepted')}
            >
              {state === 'accepted' ? words.pause : words.resume}
            </Button>
          </View>
        ) : null}
      </View>
    </Part>
  );
}
