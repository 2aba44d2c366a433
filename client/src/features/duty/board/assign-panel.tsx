import type { BoardShift } from '@contract/duty-board';
import type { DutyRole } from '@contract/duty-kind';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { minutesText, notTheirsWord, roleName, skillName } from '../duty-words';
import { headPhrases } from '../head-words';
import styles from '../head.module.scss';
import { boardPhrases, listVolunteersRefusals } from './board-copy';
import type { BoardDeeds } from './use-board-deeds';

const at = classes(styles);
const words = boardPhrases;
type Volunteers = ValueFor<'duty.listVolunteers'>['volunteers'];
type Listed = Volunteers[number];

/** Why somebody is not to be asked now; empty when they may. */
const whyNot = ({ state, notTheirs }: Listed): readonly string[] =>
  state === 'asked' ? [words.notYet] : state === 'paused' ? [words.resting] : notTheirs.map(notTheirsWord);

const aboutOf = ({ skills, weekMinutes }: Listed): string =>
  [...skills.map(skillName), words.week4(minutesText(weekMinutes))].join('，');

export type AssignPanelProps = {
  readonly shown: BoardShift;
  readonly deeds: BoardDeeds;
  readonly onDone: () => void;
};

/** Who could come: those who may first, for the others why not. */
export function AssignPanel({ shown: { shift }, deeds, onDone }: AssignPanelProps) {
  const { shiftId, stationId, needs } = shift;
  const { question } = useQuestion('duty.listVolunteers', { stationId, forShift: shiftId }, listVolunteersRefusals);
  const open = needs.filter(({ free }) => free > 0);
  const [chosen, setChosen] = useState<DutyRole | null>(null);
  const role = open.find((need) => need.role === chosen)?.role ?? open[0]?.role;
  if (role === undefined) return null;
  return (
    <View className={at('form')}>
      <View className={at('name')}>{words.assignTitle}</View>
      <View className={at('about')}>{words.assignAbout}</View>
      {open.length < 2 ? null : (
        <Choices
          label={words.role}
          options={open.map((need) => ({ value: need.role, label: roleName(need.role) }))}
          value={role}
          onChange={setChosen}
        />
      )}
      <DeedNotice step={deeds.assigning} />
      <Asked question={question} skeletonRows={3}>
        {({ volunteers }) => (
          <VolunteerChoice
            volunteers={volunteers}
            busy={deeds.assigning.at === 'sending'}
            onChoose={({ number, name }) =>
              void deeds.onAssign(number, name, role).then((done) => (done ? onDone() : undefined))
            }
          />
        )}
      </Asked>
      <View className={at('action')}>
        <Button kind="secondary" onPress={onDone}>
          {headPhrases.back}
        </Button>
      </View>
    </View>
  );
}

type VolunteerChoiceProps = {
  readonly volunteers: Volunteers;
  readonly busy: boolean;
  readonly onChoose: (volunteer: Listed) => void;
};

function VolunteerChoice({ volunteers, busy, onChoose }: VolunteerChoiceProps) {
  const [isOpen, setOpen] = useState(false);
  const able = volunteers.filter((volunteer) => whyNot(volunteer).length === 0);
  const others = volunteers.filter((volunteer) => whyNot(volunteer).length > 0);
  if (volunteers.length === 0) return <View className={at('line')}>{words.noVolunteers}</View>;
  return (
    <View>
      <Part role="list">
        {able.map((volunteer) => (
          <Part key={volunteer.number} className={at('entry', 'row')} role="listitem">
            <View className={at('words')}>
              <View className={at('name')}>{volunteer.name}</View>
              <View className={at('about')}>{aboutOf(volunteer)}</View>
            </View>
            <View className={at('side')}>
              <Button
                kind="secondary"
                busy={busy}
                label={words.assignOneOf(volunteer.name)}
                onPress={() => onChoose(volunteer)}
              >
                {words.assignOne}
              </Button>
            </View>
          </Part>
        ))}
      </Part>
      {others.length === 0 ? null : (
        <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
          {isOpen ? words.close : words.others(others.length)}
        </Button>
      )}
      {isOpen ? (
        <Part role="list">
          {others.map((volunteer) => (
            <Part key={volunteer.number} className={at('entry')} role="listitem">
              <View className={at('name')}>{volunteer.name}</View>
              <View className={at('about')}>{whyNot(volunteer).join('，')}</View>
            </Part>
          ))}
        </Part>
      ) : null}
    </View>
  );
}
