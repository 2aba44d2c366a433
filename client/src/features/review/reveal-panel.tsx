import type { ApplicationView, RevealPurpose } from '@contract/application';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { caseText } from './case-copy';
import styles from './case-sheet.module.scss';
import { revealPurposes } from './copy';
import type { Reveal } from './use-reveal';

const at = classes(styles);
const text = caseText.numbers;

const purposes = (Object.keys(revealPurposes) as RevealPurpose[]).map((value) => ({
  value,
  label: revealPurposes[value],
}));

export type RevealPanelProps = { readonly application: ApplicationView; readonly reveal: Reveal };

/** Masked, until somebody says what for. */
export function RevealPanel({ application, reveal }: RevealPanelProps) {
  const { maskedMobile, maskedNumber, documentKind, open } = application;
  const { shown, onHide } = reveal;
  const [choosing, setChoosing] = useState(false);
  const action = shown === null && open && !choosing;
  return (
    <Panel title={text.title}>
      <Facts
        items={[
          { label: documentKind === 'id-card' ? text.idCard : text.document, value: shown?.number ?? maskedNumber },
          { label: text.mobile, value: shown?.mobile ?? maskedMobile },
        ]}
      />
      {shown === null ? null : (
        <View>
          <View className={at('about')}>{text.hides}</View>
          <View className={at('action')}>
            <Button kind="secondary" onPress={onHide}>
              {text.hide}
            </Button>
          </View>
        </View>
      )}
      {action ? (
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => setChoosing(true)}>
            {text.show}
          </Button>
        </View>
      ) : null}
      {shown === null && open && choosing ? <PurposeForm reveal={reveal} onClose={() => setChoosing(false)} /> : null}
    </Panel>
  );
}

function PurposeForm({ reveal, onClose }: { readonly reveal: Reveal; readonly onClose: () => void }) {
  const { step, onReveal } = reveal;
  const [purpose, setPurpose] = useState<RevealPurpose | null>(null);
  const [pressed, setPressed] = useState(false);
  return (
    <View>
      <Choices
        label={text.purpose}
        hint={text.purposeHint}
        value={purpose}
        options={purposes}
        problem={pressed && purpose === null ? text.purposeFirst : undefined}
        onChange={setPurpose}
      />
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button
          busy={step.at === 'sending'}
          onPress={() => {
            setPressed(true);
            if (purpose !== null) onReveal(purpose);
          }}
        >
          {text.confirm}
        </Button>
      </View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={onClose}>
          {text.stay}
        </Button>
      </View>
    </View>
  );
}
