import type { FoundMember } from '@contract/membership';
import { ShortText } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fullDayOf } from '@/calendar-words';
import { fieldProblem } from '@/field-problem';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { RecordCorrectionForm } from './record-correction-form';
import styles from './roll.module.scss';
import type { RollAct } from './roll-copy';
import { actWords, correctText, rollStates, rollText } from './roll-copy';
import type { Roll } from './use-roll';
import { useRoll } from './use-roll';

const at = classes(styles);
const acts: readonly RollAct[] = ['suspend', 'restore', 'retain'];

/** Keeping the roll: one member at a time, found by number, each act with a reason. */
export function RollDesk() {
  const roll = useRoll();
  const { number, problem, finding, member, onNumber, onLeft, onFind } = roll;
  return (
    <View className={at('roll')}>
      <Panel title={rollText.findTitle}>
        <TextField
          label={rollText.number}
          hint={rollText.numberHint}
          kind="digits"
          value={number}
          problem={problem}
          maxLength={20}
          onChange={onNumber}
          onBlur={onLeft}
        />
        <DeedNotice step={finding} />
        <View className={at('action')}>
          <Button busy={finding.at === 'sending'} onPress={onFind}>
            {rollText.find}
          </Button>
        </View>
      </Panel>
      {member === null ? null : <MemberPanel key={member.personId} member={member} roll={roll} />}
    </View>
  );
}

function MemberPanel({ member, roll }: { readonly member: FoundMember; readonly roll: Roll }) {
  const { maskedName, state, cardNumber, unionName, since, may } = member;
  const [act, setAct] = useState<RollAct | 'correct' | null>(null);
  const possible = ([...acts, 'correct'] as const).filter((name) => may[name]);
  return (
    <Panel title={maskedName} tone="accent">
      <Tag tone={rollStates[state].tone}>{rollStates[state].text}</Tag>
      <Facts
        items={[
          { label: rollText.number, value: cardNumber },
          { label: rollText.union, value: unionName },
          { label: rollText.since, value: fullDayOf(since) },
        ]}
      />
      {possible.length === 0 ? <View className={at('about')}>{rollText.none}</View> : null}
      {act === null || !may[act] ? (
        <View className={at('acts')}>
          {possible.map((name) => (
            <View key={name} className={at('act')}>
              <Button kind="secondary" onPress={() => setAct(name)}>
                {name === 'correct' ? correctText.name : actWords[name].name}
              </Button>
            </View>
          ))}
        </View>
      ) : act === 'correct' ? (
        <RecordCorrectionForm
          member={member}
          onClose={() => setAct(null)}
          onCorrected={(corrected) => {
            setAct(null);
            roll.onCorrected(corrected);
          }}
        />
      ) : (
        <ActForm key={act} act={act} roll={roll} onClose={() => setAct(null)} />
      )}
    </Panel>
  );
}

type ActFormProps = { readonly act: RollAct; readonly roll: Roll; readonly onClose: () => void };

function ActForm({ act, roll, onClose }: ActFormProps) {
  const [note, setNote] = useState('');
  const [pressed, setPressed] = useState(false);
  const problem = fieldProblem(ShortText, note);
  const { name, about } = actWords[act];
  const onPress = async () => {
    setPressed(true);
    if (problem === undefined && (await roll.onAct(act, note))) onClose();
  };
  return (
    <View className={at('form')}>
      <View className={at('name')}>{name}</View>
      <View>{about}</View>
      <TextArea
        label={rollText.note}
        hint={rollText.noteHint}
        value={note}
        maxLength={200}
        problem={pressed ? problem : undefined}
        onChange={setNote}
      />
      <DeedNotice step={roll.acting} />
      <View className={at('action')}>
        <Button busy={roll.busy} onPress={() => void onPress()}>
          {name}
        </Button>
      </View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={onClose}>
          {rollText.stay}
        </Button>
      </View>
    </View>
  );
}
