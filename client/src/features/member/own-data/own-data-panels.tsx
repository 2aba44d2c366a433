import type { HeldField, LookView } from '@contract/own-data';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { momentText } from '@/calendar-words';
import type { PageName } from '@/routes';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { CorrectionForm } from './correction-form';
import { lookText, ownDataText } from './own-data-copy';
import styles from './own-data.module.scss';
import type { Correcting } from './use-corrections';
import type { HandedOver, OwnCopy } from './use-own-copy';

const at = classes(styles);

export type CorrectionPanelProps = {
  readonly held: readonly HeldField[];
  readonly may: boolean;
  readonly correcting: Correcting;
};

export function CorrectionPanel({ held, may, correcting }: CorrectionPanelProps) {
  const text = ownDataText.correct;
  if (!may) {
    // Of somebody who left only the record stays, and that is set right by a clerk.
    if (held.length === 0 || held.some(({ field }) => field === 'membership')) return null;
    const handedIn = held.some(({ field }) => field === 'signature');
    return (
      <Panel title={text.start}>
        <View>{text.before}</View>
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => go(handedIn ? 'status' : 'enrol')}>
            {text.beforeAction}
          </Button>
        </View>
      </Panel>
    );
  }
  return (
    <Panel title={text.start}>
      <View>{text.about}</View>
      {correcting.form === null ? (
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => correcting.onOpen(held)}>
            {text.start}
          </Button>
        </View>
      ) : (
        <CorrectionForm form={correcting.form} held={held} correcting={correcting} />
      )}
      <View className={at('aside')}>
        <View className={at('name')}>{text.clerk}</View>
        <View>{text.clerkAbout}</View>
      </View>
    </Panel>
  );
}

const copyTones = { saved: 'good', copied: 'warn', failed: 'warn' } as const satisfies Record<HandedOver, string>;

export function CopyPanel({ copy }: { readonly copy: OwnCopy }) {
  const text = ownDataText.copy;
  const { step, handedOver, onCopy } = copy;
  return (
    <Panel title={text.title}>
      <View>{text.about}</View>
      <DeedNotice step={step} />
      {handedOver === null ? null : <Notice tone={copyTones[handedOver]}>{text[handedOver]}</Notice>}
      <View className={at('action')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={onCopy}>
          {text.action}
        </Button>
      </View>
    </Panel>
  );
}

/** As many looks as one reads without asking for more. */
const FIRST_LOOKS = 10;

export function LooksList({ looks }: { readonly looks: readonly LookView[] }) {
  const text = ownDataText.looks;
  const [all, setAll] = useState(false);
  if (looks.length === 0) {
    return (
      <Panel title={text.title}>
        <View>{text.empty}</View>
      </Panel>
    );
  }
  return (
    <View>
      <Rows label={text.title}>
        {(all ? looks : looks.slice(0, FIRST_LOOKS)).map((look, place) => (
          <Row key={`${look.at} ${place}`} title={lookText(look)} about={`${momentText(look.at)}，${look.office}`} />
        ))}
      </Rows>
      {all || looks.length <= FIRST_LOOKS ? null : (
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => setAll(true)}>
            {text.all(looks.length)}
          </Button>
        </View>
      )}
    </View>
  );
}

export const LeavePointer = () => <Pointer text={ownDataText.leave} page="membership" />;

/** What the matchmaking studio keeps is read and changed there. */
export const StudioPointer = () => <Pointer text={ownDataText.studio} page="studio" />;

type PointerText = { readonly title: string; readonly about: string; readonly action: string };

const Pointer = ({ text, page }: { readonly text: PointerText; readonly page: PageName }) => (
  <Panel title={text.title}>
    <View>{text.about}</View>
    <View className={at('action')}>
      <Button kind="secondary" onPress={() => go(page)}>
        {text.action}
      </Button>
    </View>
  </Panel>
);
