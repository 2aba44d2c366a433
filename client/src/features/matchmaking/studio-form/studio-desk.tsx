import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { toTop } from '@/platform/to-top';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import { useQuestion } from '@/use-question';
import { sittingText } from '../match-words';
import { showStudioRefusals, studioPhrases as words } from './studio-copy';
import type { KeptStudio } from './studio-editor';
import { StudioEditor } from './studio-editor';
import { StudioDays } from './studio-days';

/** The studios that one keeps: one of them is chosen where there are several. */
export function StudioDesk() {
  const { question, refresh } = useQuestion('matchmaking.showStudio', {}, showStudioRefusals);
  // Says what the station is called where a studio sits already.
  const shown = useQuestion('matchmaking.listStudios', {}).question;
  const [chosen, setChosen] = useState<UnionId | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(toTop, [chosen]);
  const open = shown.at === 'loaded' ? shown.value.studios : [];
  return (
    <Asked question={shown.at === 'loading' ? shown : question} skeletonRows={5}>
      {({ studios }) => {
        const [only, ...others] = studios;
        const here = studios.find(({ studioId }) => studioId === chosen) ?? (others.length === 0 ? only : undefined);
        if (only === undefined) return <Empty title={words.none} about={words.noneAbout} />;
        if (here === undefined) return <StudioRows studios={studios} onChoose={setChosen} />;
        return (
          <View>
            <StudioEditor
              key={`${here.studioId}:${times}`}
              studio={here}
              stationName={open.find(({ studioId }) => studioId === here.studioId)?.stationName ?? null}
              onSaved={() => void refresh().then(() => setTimes(times + 1))}
            />
            {here.form === null ? null : <StudioDays studioId={here.studioId} />}
            {others.length === 0 ? null : (
              <Button kind="quiet" onPress={() => setChosen(null)}>
                {words.other}
              </Button>
            )}
          </View>
        );
      }}
    </Asked>
  );
}

type StudioRowsProps = {
  readonly studios: readonly KeptStudio[];
  readonly onChoose: (studioId: UnionId) => void;
};

/** Studios that there are come first. */
function StudioRows({ studios, onChoose }: StudioRowsProps) {
  const ordered = [...studios].sort((one, other) => Number(other.form !== null) - Number(one.form !== null));
  return (
    <Rows label={words.choose}>
      {ordered.map(({ studioId, unionName, form }) => (
        <Row
          key={studioId}
          title={unionName}
          about={form === null ? undefined : sittingText(form)}
          value={form === null ? words.notYet : form.isOpen ? words.isOpen : words.isClosed}
          onPress={() => onChoose(studioId)}
        />
      ))}
    </Rows>
  );
}
