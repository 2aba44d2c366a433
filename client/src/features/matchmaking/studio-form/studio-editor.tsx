import { View } from '@tarojs/components';
import { call } from '@/cloud';
import styles from '../../duty/head.module.scss';
import { FormFrame } from '@/features/event/form/form-frame';
import type { Saved, Sending } from '@/features/event/form/use-form';
import { useForm } from '@/features/event/form/use-form';
import { classes } from '@/ui/classes';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { saveStudioRefusals, studioFieldNames, studioPhrases as words } from './studio-copy';
import type { StudioDraft } from './studio-draft';
import { readStudio, studioDraftOf, studioFields, studioTexts } from './studio-draft';
import { StudioSheet } from './studio-sheet';

const at = classes(styles);
export type KeptStudio = ValueFor<'matchmaking.showStudio'>['studios'][number];

const savedOf = ({ form, revision }: KeptStudio, stationName: string | null): Saved<StudioDraft> => ({
  draft: studioDraftOf(form, stationName),
  revision,
});

/** Paths of the answer, as they are called on the page. */
const withoutForm = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([path, text]) => [path.replace(/^form\./, ''), text]));

export type StudioEditorProps = {
  readonly studio: KeptStudio;
  /** Null where it is not known: the station's id stands in its place. */
  readonly stationName: string | null;
  readonly onSaved: () => void;
};

/** Opens the studio of a union, or changes when and where it sits. */
export function StudioEditor({ studio, stationName, onSaved }: StudioEditorProps) {
  const { studioId, unionName } = studio;
  const { step, run, reset } = useDeed('matchmaking.saveStudio', saveStudioRefusals);
  const say = useSay();
  const hand = useForm<StudioDraft>({
    key: `studio:${studioId}`,
    fields: studioFields,
    saved: savedOf(studio, stationName),
    reread: async () => {
      const answer = await call('matchmaking.showStudio', {});
      const now = answer.ok ? answer.value.studios.find((other) => other.studioId === studioId) : undefined;
      return now === undefined ? null : savedOf(now, stationName);
    },
    send: async (draft, revision): Promise<Sending> => {
      const read = readStudio(draft);
      if (!read.ok) return { at: 'wrong', problems: read.problems };
      const after = await run({ studioId, form: read.form, revision });
      if (after.at === 'done') {
        say(words.saved);
        onSaved();
        return { at: 'saved' };
      }
      if (after.at !== 'refused') return { at: 'failed' };
      if (after.refusal === 'changed-meanwhile') return { at: 'overtaken' };
      if (after.refusal === 'hours-wrong') return { at: 'wrong', problems: { until: after.text } };
      if (after.refusal === 'station-not-found') return { at: 'wrong', problems: { station: after.text } };
      return { at: 'wrong', problems: withoutForm(after.fields) };
    },
    reset,
  });
  return (
    <View>
      <View className={at('lead')}>{unionName}</View>
      <View className={at('about')}>{words.about}</View>
      <FormFrame hand={hand} step={step} save={words.save} names={studioFieldNames} texts={studioTexts}>
        <StudioSheet editing={hand} />
      </FormFrame>
    </View>
  );
}
