import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { call } from '@/cloud';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { ThumbBar } from '@/ui/thumb-bar';
import { useQuestion } from '@/use-question';
import { ConflictPanel } from './conflict-panel';
import { formText, showFormWords } from './form-copy';
import { FormSheet } from './form-sheet';
import type { ShownForm } from './use-station-form';
import { useStationForm } from './use-station-form';

/** A station's form, read and saved. */
export function StationEditor({ stationId }: { readonly stationId: StationId }) {
  const { question } = useFormOnce(stationId);
  return <Asked question={question}>{(shown) => <Editor stationId={stationId} shown={shown} />}</Asked>;
}

/** A station that is not there yet. */
export const NewStation = () => <Editor stationId={null} shown={null} />;

const useFormOnce = (stationId: StationId) => useQuestion('station.showForm', { stationId }, showFormWords);

type EditorProps = { readonly stationId: StationId | null; readonly shown: ShownForm | null };

function Editor({ stationId, shown }: EditorProps) {
  const hand = useStationForm({
    stationId,
    shown,
    reread: async () => {
      if (stationId === null) return null;
      const answer = await call('station.showForm', { stationId });
      return answer.ok ? answer.value : null;
    },
    onSaved: (saved) => replaceWith('desk', { id: saved }),
  });
  const { step, conflict, restored, wrong, since, draft, onChoose, onDrop, onSave } = hand;
  return (
    <View>
      {restored ? (
        <Notice tone="info" action={{ label: formText.drop, onPress: onDrop }}>
          {formText.kept}
        </Notice>
      ) : null}
      {conflict === null ? null : <ConflictPanel conflict={conflict} since={since} mine={draft} onChoose={onChoose} />}
      <FormSheet
        editing={hand}
        unionName={conflict?.shown.unionName ?? shown?.unionName ?? null}
        changes={conflict?.shown.changes ?? shown?.changes ?? null}
      />
      {wrong > 0 ? <Notice tone="warn">{formText.wrong(wrong)}</Notice> : <DeedNotice step={step} />}
      <ThumbBar>
        <Button busy={step.at === 'sending'} onPress={onSave}>
          {stationId === null ? formText.add : formText.save}
        </Button>
      </ThumbBar>
    </View>
  );
}
