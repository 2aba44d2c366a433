import type { HoursEntry } from '@contract/duty-hours';
import type { RequestKey } from '@contract/evidence';
import type { StationId, VolunteerNo } from '@contract/ids';
import type { EpochMs, ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { dayAfter, dayOf, startOf } from '@/features/event/event-time';
import { instantOf } from '@/features/event/form/moment-draft';
import { ClockField } from '@/features/event/form/moment-field';
import { drawRequestKey } from '@/request-key';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { useDeed } from '@/use-deed';
import { headPhrases } from '../head-words';
import styles from '../head.module.scss';
import { bookPhrases, enterHoursRefusals } from './book-copy';

const at = classes(styles);
const words = bookPhrases;

type Draft = {
  readonly isNothing: boolean;
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly title: string;
  readonly reason: string;
};

const beginning = (entry: HoursEntry | null): Draft => ({
  isNothing: false,
  day: entry?.day ?? dayOf(Date.now()),
  from: '',
  until: '',
  title: entry?.title ?? words.whatUsual,
  reason: '',
});

/** From when until when; a time at or before the beginning is of the next day. Null while something is missing. */
function spanOf({ isNothing, day, from, until }: Draft): { from: EpochMs; until: EpochMs } | null {
  if (isNothing) return { from: startOf(day as ShanghaiDay), until: startOf(day as ShanghaiDay) };
  const begins = instantOf({ day, time: from });
  const lastDay = until > from ? day : day === '' ? '' : dayAfter(day as ShanghaiDay, 1);
  const ends = instantOf({ day: lastDay, time: until });
  return begins === null || ends === null ? null : { from: begins, until: ends };
}

export type HoursFormProps = {
  readonly number: VolunteerNo;
  readonly stationId: StationId;
  /** What is put right; null for hours that are missing. */
  readonly entry: HoursEntry | null;
  readonly onSent: () => void;
  readonly onBack: () => void;
};

/** Hours that nobody clocked, or an entry put right: it counts when a second person has confirmed it. */
export function HoursForm({ number, stationId, entry, onSent, onBack }: HoursFormProps) {
  const { step, run, reset } = useDeed('duty.enterHours', enterHoursRefusals);
  const [draft, setDraft] = useState(() => beginning(entry));
  const [isPressed, setPressed] = useState(false);
  const key = useRef<RequestKey | null>(null);
  const set = (part: Partial<Draft>) => {
    key.current = null;
    reset();
    setDraft({ ...draft, ...part });
  };
  const missing = (text: string, least = 1) =>
    isPressed && text.trim().length < least ? (least > 1 ? headPhrases.reasonMissing : words.missing) : undefined;
  const onSend = async () => {
    setPressed(true);
    const span = spanOf(draft);
    const title = draft.title.trim();
    const reason = draft.reason.trim();
    if (span === null || title === '' || reason.length < 2) return;
    key.current ??= drawRequestKey();
    const corrects = entry?.seq ?? null;
    const after = await run({ number, stationId, corrects, ...span, title, reason, requestKey: key.current });
    if (after.at === 'done') onSent();
  };
  return (
    <View className={at('form')}>
      <View className={at('about')}>{words.second}</View>
      {entry === null ? null : (
        <View className={at('action')}>
          <Rows>
            <SwitchRow
              title={words.nothing}
              about={words.nothingAbout}
              on={draft.isNothing}
              onChange={(isNothing) => set({ isNothing })}
            />
          </Rows>
        </View>
      )}
      {draft.isNothing ? null : <TimeFields draft={draft} missing={missing} onChange={set} />}
      <TextField
        label={words.what}
        maxLength={20}
        value={draft.title}
        problem={missing(draft.title)}
        onChange={(title) => set({ title })}
      />
      <TextArea
        label={headPhrases.reason}
        hint={words.reasonHint}
        maxLength={200}
        value={draft.reason}
        problem={missing(draft.reason, 2)}
        onChange={(reason) => set({ reason })}
      />
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={step.at === 'sending'} onPress={() => void onSend()}>
            {words.send}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={onBack}>
            {words.keep}
          </Button>
        </View>
      </View>
    </View>
  );
}

type TimeFieldsProps = {
  readonly draft: Draft;
  readonly missing: (text: string) => string | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
};

const TimeFields = ({ draft, missing, onChange }: TimeFieldsProps) => (
  <View>
    <ClockField
      kind="day"
      label={words.day}
      value={draft.day}
      problem={missing(draft.day)}
      onChange={(day) => onChange({ day })}
    />
    <View className={at('pair')}>
      {(['from', 'until'] as const).map((end) => (
        <View key={end} className={at('half')}>
          <ClockField
            kind="time"
            label={words[end]}
            hint={end === 'until' ? words.untilHint : undefined}
            value={draft[end]}
            problem={missing(draft[end])}
            onChange={(time) => onChange({ [end]: time })}
          />
        </View>
      ))}
    </View>
  </View>
);
