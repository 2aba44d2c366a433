import { View } from '@tarojs/components';
import { useState } from 'react';
import { Heading, Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { useOccupation } from './occupation';
import { occupationCodes, occupationLabel, occupationWords } from './visit-copy';
import styles from './visit.module.scss';

const at = classes(styles);

/** So many are shown at once. */
const COMMON = 6;

/** Asked once, answered with one tap or not at all; afterwards a line that can be tapped to change it. */
export function OccupationPanel() {
  const [stated, state] = useOccupation();
  const [open, setOpen] = useState(false);
  if (stated !== null && !open) {
    const title = stated === 'not-said' ? occupationWords.notSaid : occupationWords.said(occupationLabel(stated));
    return (
      <Rows>
        <Row title={title} deed={occupationWords.change} onPress={() => setOpen(true)} />
      </Rows>
    );
  }
  const onState = (next: Parameters<typeof state>[0]) => {
    state(next);
    setOpen(false);
  };
  return <OccupationChips onState={onState} />;
}

function OccupationChips({ onState }: { readonly onState: ReturnType<typeof useOccupation>[1] }) {
  const [all, setAll] = useState(false);
  return (
    <Panel>
      <Heading level={2} className={at('ask')}>
        {occupationWords.ask}
      </Heading>
      <View className={at('about')}>{occupationWords.about}</View>
      <Part className={at('chips')} role="group" label={occupationWords.ask}>
        {occupationCodes.slice(0, all ? undefined : COMMON).map((code) => (
          <Press key={code} className={at('chip')} onPress={() => onState(code)}>
            {occupationLabel(code)}
          </Press>
        ))}
        {all ? null : (
          <Press className={at('chip')} onPress={() => setAll(true)}>
            {occupationWords.more}
          </Press>
        )}
        <Press className={at('chip')} onPress={() => onState('not-said')}>
          {occupationWords.skip}
        </Press>
      </Part>
    </Panel>
  );
}
