import type { MixerView } from '@contract/match-mixer';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Checks } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Problem } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import { TextField } from '@/ui/text-field';
import { ContactFields } from '../form/contact-fields';
import styles from '../match.module.scss';
import { Points } from '../points';
import { mixerText as text } from './mixer-copy';
import { useBadge } from './use-badge';

const at = classes(styles);

export type BadgeSheetProps = {
  readonly mixer: MixerView;
  readonly onDone: () => Promise<void>;
  /** Of somebody who has a number: back to it without a change. */
  readonly onBack?: (() => void) | undefined;
};

/** What one is called and how one is reached, and what one agrees to with it. */
export function BadgeSheet({ mixer: { eventId, title }, onDone, onBack }: BadgeSheetProps) {
  const isAgain = onBack !== undefined;
  const { step, draft, problems, onChange, onTake } = useBadge(eventId, isAgain ? text.changed : text.taken, onDone);
  const isBusy = step.at === 'sending';
  const footer = (
    <Button busy={isBusy} onPress={() => void onTake()}>
      {isAgain ? text.changeSave : text.take}
    </Button>
  );
  return (
    <Screen title={text.title} footer={footer}>
      <Panel title={isAgain ? text.changeTitle : title}>
        {isAgain ? <View className={at('text')}>{text.changeAbout}</View> : null}
        <TextField
          label={text.calledName}
          hint={text.calledNameHint}
          maxLength={8}
          problem={problems.calledName}
          value={draft.calledName}
          onChange={(calledName) => onChange({ calledName })}
        />
      </Panel>
      <Panel title={text.contactTitle}>
        <View className={at('text')}>{text.contactAbout}</View>
        <ContactFields draft={draft} problem={problems.contact} onChange={onChange} />
      </Panel>
      <Panel title={text.consentTitle}>
        <Points points={text.consent} />
        <Checks
          options={[{ value: 'agreed', label: text.agree }]}
          values={draft.agreed ? ['agreed'] : []}
          onChange={(values) => onChange({ agreed: values.length > 0 })}
        />
        <Problem>{problems.agreed}</Problem>
      </Panel>
      <DeedNotice step={step} />
      {isAgain ? (
        <View className={at('gap')}>
          <Button kind="quiet" disabled={isBusy} onPress={onBack}>
            {text.keep}
          </Button>
        </View>
      ) : null}
    </Screen>
  );
}
