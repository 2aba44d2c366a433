import { View } from '@tarojs/components';
import { StationField } from '@/features/station/find/station-field';
import styles from '../../duty/head.module.scss';
import { ClockField } from '@/features/event/form/moment-field';
import type { FormHand } from '@/features/event/form/use-form';
import { classes } from '@/ui/classes';
import { Column, Columns } from '@/ui/columns';
import { Panel } from '@/ui/panel';
import { PickField } from '@/ui/pick-field';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { weekdayName } from '../match-words';
import { studioPhrases as words } from './studio-copy';
import type { StudioDraft } from './studio-draft';

const at = classes(styles);
const weekdays = ['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ value, label: weekdayName(Number(value)) }));

type Editing = Pick<FormHand<StudioDraft>, 'draft' | 'problems' | 'onChange'>;

/** What a studio is, where it sits and when. */
export const StudioSheet = ({ editing }: { readonly editing: Editing }) => (
  <Columns>
    <Column>
      <Panel title={words.what}>
        <WhatFields {...editing} />
      </Panel>
    </Column>
    <Column>
      <Panel title={words.hours}>
        <HourFields {...editing} />
        <View className={at('action')}>
          <Rows>
            <SwitchRow
              title={words.needsStamp}
              about={words.needsStampAbout}
              on={editing.draft.needsStamp}
              onChange={(needsStamp) => editing.onChange({ needsStamp })}
            />
            <SwitchRow
              title={words.open}
              about={words.openAbout}
              on={editing.draft.isOpen}
              onChange={(isOpen) => editing.onChange({ isOpen })}
            />
          </Rows>
        </View>
      </Panel>
    </Column>
  </Columns>
);

const WhatFields = ({ draft, problems, onChange }: Editing) => (
  <View>
    <TextField
      label={words.name}
      hint={words.nameHint}
      maxLength={20}
      value={draft.name}
      problem={problems['name']}
      onChange={(name) => onChange({ name })}
    />
    <TextArea
      label={words.text}
      hint={words.textHint}
      maxLength={300}
      value={draft.about}
      problem={problems['about']}
      onChange={(about) => onChange({ about })}
    />
    <StationField
      label={words.station}
      station={draft.station}
      problem={problems['station'] ?? problems['stationId']}
      onChange={(station) => onChange({ station })}
    />
    <TextField
      label={words.room}
      hint={words.roomHint}
      optional
      maxLength={20}
      value={draft.room}
      problem={problems['room']}
      onChange={(room) => onChange({ room })}
    />
  </View>
);

const counted = [
  ['slotMinutes', words.slotHint, 3],
  ['tables', words.tablesHint, 2],
] as const;

const HourFields = ({ draft, problems, onChange }: Editing) => (
  <View>
    <PickField
      label={words.weekday}
      placeholder={words.weekday}
      options={weekdays}
      value={draft.weekday}
      problem={problems['weekday']}
      onChange={(weekday) => onChange({ weekday })}
    />
    <View className={at('pair')}>
      {(['from', 'until'] as const).map((end) => (
        <View key={end} className={at('half')}>
          <ClockField
            kind="time"
            label={words[end]}
            value={draft[end]}
            problem={problems[end]}
            onChange={(time) => onChange({ [end]: time })}
          />
        </View>
      ))}
    </View>
    <View className={at('pair')}>
      {counted.map(([field, hint, maxLength]) => (
        <View key={field} className={at('half')}>
          <TextField
            label={words[field]}
            hint={hint}
            kind="digits"
            maxLength={maxLength}
            value={draft[field]}
            problem={problems[field]}
            onChange={(typed) => onChange({ [field]: typed })}
          />
        </View>
      ))}
    </View>
  </View>
);
