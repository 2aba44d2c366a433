import type { Certificate, HoursEntry } from '@contract/duty-hours';
import { View } from '@tarojs/components';
import { fullDayText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import type { More } from '@/use-pages';
import type { ValueFor } from '@/use-question';
import { EntryLine } from '../book/entry-line';
import { minutesText } from '../duty-words';
import { MixLines } from '../mix-lines';
import { certificateWords, hoursPhrases as words } from './hours-copy';
import styles from './hours.module.scss';

const at = classes(styles);

export type HoursSheetProps = {
  readonly hours: ValueFor<'duty.listOwnHours'>;
  readonly older: readonly HoursEntry[];
  readonly more: More;
};

/** One's hours: how many, what they rest on, the certificates, and every entry that they are summed from. */
export function HoursSheet({ hours, older, more }: HoursSheetProps) {
  const { thisYear, total, mix, certificates } = hours;
  const entries = [...hours.entries, ...older];
  if (entries.length === 0) {
    const action = { label: words.toOpen, onPress: () => go('openShifts') };
    return <Empty title={words.none} about={words.noneAbout} action={action} />;
  }
  return (
    <View>
      <Panel title={words.thisYear} tone="good">
        <View className={at('sum')}>{minutesText(thisYear)}</View>
        <View>{words.total(minutesText(total))}</View>
      </Panel>
      <Panel title={words.restsOn}>
        <MixLines mix={mix} />
      </Panel>
      {certificates.length === 0 ? null : <Certificates certificates={certificates} />}
      <Panel title={words.entries}>
        <View className={at('about')}>{words.entriesAbout}</View>
        <Part role="list" label={words.entries}>
          {entries.map((entry) => (
            <EntryLine key={entry.seq} entry={entry} />
          ))}
        </Part>
        <MoreButton more={more} />
        <View className={at('about')}>{words.wrong}</View>
      </Panel>
    </View>
  );
}

const Certificates = ({ certificates }: { readonly certificates: readonly Certificate[] }) => (
  <Rows label={words.certificates}>
    {certificates.map(({ certificateId, state, from, until, minutes, reason }) => (
      <Row
        key={certificateId}
        title={words.days(fullDayText(from), fullDayText(until))}
        about={[minutesText(minutes), reason === null ? '' : words.why(reason)].filter(Boolean).join('。')}
        value={certificateWords[state].text}
        onPress={state === 'issued' || state === 'revoked' ? () => go('certificate', { id: certificateId }) : undefined}
      />
    ))}
  </Rows>
);
