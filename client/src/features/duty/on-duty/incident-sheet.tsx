import type { IncidentKind } from '@contract/duty-kind';
import type { SmallPhoto } from '@contract/duty-tap';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { takePhoto } from '@/platform/photo';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { incidentNames } from '../duty-words';
import { incidentText } from './on-duty-copy';
import styles from './on-duty.module.scss';
import { SheetScreen } from './sheet-screen';
import type { SheetProps } from './sheets';

const at = classes(styles);
const kinds = Object.keys(incidentNames) as readonly IncidentKind[];

/** Something happened that staff must hear of; help comes first. */
export function IncidentSheet({ duty, onClose }: SheetProps) {
  const [kind, setKind] = useState<IncidentKind | null>(null);
  const [problem, setProblem] = useState<string>();
  const [words, setWords] = useState('');
  const { photo, trouble, onTake, onAway } = usePhoto();
  const onSave = () => {
    if (kind === null) setProblem(incidentText.kindMissing);
    else if (duty.tap({ did: 'incident', kind, words: words.trim(), photo })) onClose();
  };
  return (
    <SheetScreen
      title={incidentText.title}
      footer={<Button onPress={onSave}>{incidentText.send}</Button>}
      later={incidentText.later}
      notKept={duty.notKept}
      onLater={onClose}
    >
      <Notice tone="warn">{incidentText.urgent}</Notice>
      <Panel>
        <Choices
          label={incidentText.kind}
          options={kinds.map((value) => ({ value, label: incidentNames[value] }))}
          value={kind}
          problem={problem}
          onChange={(picked) => {
            setProblem(undefined);
            setKind(picked);
          }}
        />
        <TextArea
          label={incidentText.words}
          hint={incidentText.wordsHint}
          optional
          value={words}
          maxLength={500}
          onChange={setWords}
        />
        {photo === null ? null : <Notice tone="good">{incidentText.photoTaken}</Notice>}
        {trouble === null ? null : <Notice tone="warn">{trouble}</Notice>}
        <View className={at('gap')}>
          <Button kind="secondary" onPress={onTake}>
            {photo === null ? incidentText.photo : incidentText.photoAgain}
          </Button>
        </View>
        {photo === null ? null : (
          <Button kind="quiet" onPress={onAway}>
            {incidentText.photoAway}
          </Button>
        )}
        <View className={at('about')}>{incidentText.photoAbout}</View>
      </Panel>
    </SheetScreen>
  );
}

/** One photo, or why there is none. */
function usePhoto() {
  const [photo, setPhoto] = useState<SmallPhoto | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const last = useRef(0);
  const onTake = async () => {
    // A browser that does not tell that nothing was picked leaves the question open; the next press asks anew.
    const own = (last.current += 1);
    const taken = await takePhoto();
    if (own !== last.current) return;
    if (taken.at === 'taken') setPhoto(taken.photo);
    if (taken.at === 'refused') setTrouble(incidentText.photoRefused);
    else setTrouble(taken.at === 'unreadable' ? incidentText.photoUnreadable : null);
  };
  return { photo, trouble, onTake: () => void onTake(), onAway: () => setPhoto(null) };
}
