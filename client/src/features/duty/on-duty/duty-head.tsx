import type { DutyPage } from '@contract/duty-tap';
import { View } from '@tarojs/components';
import { StatusTag } from '@/features/station/status-tag';
import { statusWords } from '@/features/station/status-words';
import { Heading } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { roleName } from '../duty-words';
import { momentOf, whenOf } from '../shift-words';
import { dutyText } from './on-duty-copy';
import styles from './on-duty.module.scss';

const at = classes(styles);

export type DutyHeadProps = {
  readonly page: DutyPage;
  readonly now: number;
  /** Clocking in waits to be sent: the map does not know of it. */
  readonly mapWaits: boolean;
};

/** Which shift it is, and what the map says of its station right now. */
export function DutyHead({ page: { shift, role, status, lastNote, state }, now, mapWaits }: DutyHeadProps) {
  const { reason } = statusWords(status, now);
  const notesMatter = state === 'held' || state === 'on-duty';
  return (
    <View>
      <Panel>
        <Heading level={2} className={at('title')}>
          {shift.stationName}
        </Heading>
        <View className={at('when')}>{whenOf(shift, now)}</View>
        <View>
          {shift.title}，{roleName(role)}
        </View>
        <View className={at('about')}>{dutyText.onMap}</View>
        <StatusTag state={status.state} reason={reason} />
        {mapWaits ? <View className={at('about')}>{dutyText.onMapSoon}</View> : null}
      </Panel>
      {lastNote === null || !notesMatter ? null : (
        <Panel title={dutyText.lastNote} tone="accent">
          <View className={at('words')}>{lastNote.words}</View>
          <View className={at('about')}>{dutyText.lastNoteBy(lastNote.by, momentOf(lastNote.at, now))}</View>
        </Panel>
      )}
    </View>
  );
}
