import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { fullDayText } from '@/calendar-words';
import { faultText, refusalText } from '@/answer-words';
import { call } from '@/cloud';
import { FormFrame } from '@/features/event/form/form-frame';
import type { Saved, Sending } from '@/features/event/form/use-form';
import { useForm } from '@/features/event/form/use-form';
import { toTop } from '@/platform/to-top';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import styles from '../head.module.scss';
import { PreviewPanel, overlapTexts } from './preview-panel';
import { readRoster } from './read-roster';
import {
  previewRefusals,
  rosterFieldNames,
  rosterPhrases,
  saveRosterRefusals,
  showRosterRefusals,
} from './roster-copy';
import { RosterDone } from './roster-done';
import type { RosterDraft } from './roster-draft';
import { rosterDraftOf, rosterFields, rosterTexts } from './roster-draft';
import { RosterSheet } from './roster-sheet';

const at = classes(styles);
const words = rosterPhrases;
type Shown = ValueFor<'duty.showRoster'>;

/** The roster of a station, read; and read anew when somebody goes on after saving. */
export function RosterDesk({ stationId }: { readonly stationId: StationId }) {
  const [times, setTimes] = useState(0);
  return <RosterEditor key={times} stationId={stationId} onAgain={() => setTimes(times + 1)} />;
}

type RosterEditorProps = { readonly stationId: StationId; readonly onAgain: () => void };

function RosterEditor({ stationId, onAgain }: RosterEditorProps) {
  const { question } = useQuestion('duty.showRoster', { stationId }, showRosterRefusals);
  // What is typed goes on from what was read first; a colleague's change is met when saving.
  const first = useRef<Shown | null>(null);
  return (
    <Asked question={question} skeletonRows={6}>
      {(shown) => {
        first.current ??= shown;
        return <Editor shown={first.current} onAgain={onAgain} />;
      }}
    </Asked>
  );
}

const savedOf = ({ form, revision }: Shown): Saved<RosterDraft> => ({ draft: rosterDraftOf(form), revision });

/** Paths of the answer, as they are called on the page. */
const withoutForm = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([path, text]) => [path.replace(/^form\./, ''), text]));

function Editor({ shown, onAgain }: { readonly shown: Shown; readonly onAgain: () => void }) {
  const { stationId, stationName, madeUpTo } = shown;
  const { step, run, reset } = useDeed('duty.saveRoster', saveRosterRefusals);
  const ask = useConfirm();
  const say = useSay();
  const hand = useForm<RosterDraft>({
    key: `roster:${stationId}`,
    fields: rosterFields,
    saved: savedOf(shown),
    reread: async () => {
      const answer = await call('duty.showRoster', { stationId });
      return answer.ok ? savedOf(answer.value) : null;
    },
    send: async (draft, revision): Promise<Sending> => {
      const read = readRoster(draft);
      if (!read.ok) return { at: 'wrong', problems: read.problems };
      const { form } = read;
      const preview = await call('duty.previewRoster', { form });
      if (!preview.ok) {
        say('fault' in preview ? faultText(preview.fault) : refusalText(preview.refusal, previewRefusals));
        return { at: 'failed' };
      }
      const { shifts, places, hours } = preview.value;
      const text = [words.sum(shifts, places, hours), ...overlapTexts(form, preview.value), words.kept].join('。');
      if (!(await ask(words.ask(text.replaceAll('。。', '。'))))) return { at: 'failed' };
      const after = await run({ stationId, revision, form });
      if (after.at === 'done') {
        toTop();
        return { at: 'saved' };
      }
      if (after.at !== 'refused') return { at: 'failed' };
      if (after.refusal === 'changed-meanwhile') return { at: 'overtaken' };
      return { at: 'wrong', problems: withoutForm(after.fields) };
    },
    reset,
  });
  if (step.at === 'done') return <RosterDone stationId={stationId} saved={step.value} onAgain={onAgain} />;
  return (
    <View>
      <View className={at('lead')}>{stationName}</View>
      <View className={at('about')}>{words.about}</View>
      {madeUpTo === null ? null : <View className={at('about')}>{words.made(fullDayText(madeUpTo))}</View>}
      <FormFrame hand={hand} step={step} save={words.save} names={rosterFieldNames} texts={rosterTexts}>
        <RosterSheet editing={hand} />
        <PreviewPanel draft={hand.draft} />
      </FormFrame>
    </View>
  );
}
