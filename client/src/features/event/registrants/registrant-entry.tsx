import type { FormField } from '@contract/event-form';
import type { EventId } from '@contract/ids';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import { groupName } from '../event-words';
import { registrationStateWords } from '../staff-words';
import { answerLines } from './answer-lines';
import { ExcusePanel } from './excuse-panel';
import { registrantsText } from './registrants-copy';
import styles from './registrants.module.scss';
import { RevealPanel } from './reveal-panel';
import type { RegistrantRow } from './use-registrants';

const at = classes(styles);
const text = registrantsText;

export type RegistrantEntryProps = {
  readonly eventId: EventId;
  readonly row: RegistrantRow;
  readonly sessions: number;
  readonly questions: readonly FormField[];
  readonly reread: () => Promise<void>;
};

/** One registration: a masked name, its state, what was answered. */
export function RegistrantEntry({ eventId, row, sessions, questions, reread }: RegistrantEntryProps) {
  const { lot, maskedName, state, people, quota, registeredAt, attended, answers, hasSensitive, missed } = row;
  const words = registrationStateWords[state];
  const about = [text.people(people), quota === null || quota === 'anyone' ? null : groupName(quota)];
  return (
    <Part className={at('entry')} role="listitem">
      <View className={at('head')}>
        <View className={at('name')}>{maskedName}</View>
        <Tag tone={words.tone}>{words.text}</Tag>
        {attended.length === 0 ? null : <Tag tone="good">{text.attended(attended.length, sessions)}</Tag>}
        {missed === null ? null : <Tag tone="warn">{text.missed[missed]}</Tag>}
      </View>
      <View>{about.filter(Boolean).join('，')}</View>
      <View className={at('about')}>{`${text.lot(lot)}，${text.registered(momentText(registeredAt))}`}</View>
      {answerLines(answers, questions).map(({ label, value }) => (
        <View key={label}>{text.answer(label, value)}</View>
      ))}
      {hasSensitive ? <View className={at('about')}>{text.sensitive}</View> : null}
      <ExcusePanel eventId={eventId} row={row} reread={reread} />
      <RevealPanel eventId={eventId} lot={lot} maskedName={maskedName} questions={questions} />
    </Part>
  );
}
