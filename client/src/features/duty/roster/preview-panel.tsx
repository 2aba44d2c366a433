import type { RosterForm } from '@contract/duty-roster';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import styles from '../head.module.scss';
import { readRoster } from './read-roster';
import { previewRefusals, rosterPhrases } from './roster-copy';
import type { RosterDraft } from './roster-draft';

const at = classes(styles);
const words = rosterPhrases;

type Preview = ValueFor<'duty.previewRoster'>;

/** What comes of the rules in four weeks, before anything is saved. */
export function PreviewPanel({ draft }: { readonly draft: RosterDraft }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const read = readRoster(draft);
  const written = read.ok ? JSON.stringify(read.form) : null;
  return (
    <View>
      <View className={at('action')}>
        <Button kind="secondary" disabled={written === null} onPress={() => setWanted(written)}>
          {words.preview}
        </Button>
      </View>
      {read.ok && wanted === written ? <Previewed form={read.form} /> : null}
    </View>
  );
}

function Previewed({ form }: { readonly form: RosterForm }) {
  const { question } = useQuestion('duty.previewRoster', { form }, previewRefusals);
  return (
    <Asked question={question} skeletonRows={2}>
      {(preview) => (
        <Panel>
          <View className={at('lead')}>{words.sum(preview.shifts, preview.places, preview.hours)}</View>
          <Part role="list">
            {preview.leftOut.map(({ day, holiday }) => (
              <Part key={day} className={at('line')} role="listitem">
                {words.leftOut(dayText(day), holiday)}
              </Part>
            ))}
          </Part>
          {overlapTexts(form, preview).map((text) => (
            <Notice key={text} tone="warn">
              {text}
            </Notice>
          ))}
          <View className={at('about')}>{words.kept}</View>
        </Panel>
      )}
    </Asked>
  );
}

/** Pairs of rules that ask for the same people twice, by their names. */
export function overlapTexts({ templates }: RosterForm, { overlapping }: Preview): readonly string[] {
  const nameOf = (id: string): string => templates.find(({ templateId }) => templateId === id)?.title ?? '';
  return overlapping.map(({ one, other }) => words.overlapping(nameOf(one), nameOf(other)));
}
