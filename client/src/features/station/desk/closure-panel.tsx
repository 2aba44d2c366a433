import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { closureText } from './closure-text';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import { MomentField } from './moment-field';
import type { Closing, ClosureDraft } from './use-closing';
import type { Desk } from './use-desk';

const at = classes(styles);
const words = deskText.closure;

/** The closure that is announced, if any; announcing one and taking it back. */
export function ClosurePanel({ desk, closing }: { readonly desk: Desk; readonly closing: Closing }) {
  const { closure, mayEdit } = desk;
  const { step, draft, onStart, onCancel } = closing;
  return (
    <Panel title={words.title} tone={closure === null ? 'plain' : 'warn'}>
      <View>{closure === null ? words.none : closureText(closure, Date.now())}</View>
      <DeedNotice step={step} />
      {draft === null ? null : <ClosureForm draft={draft} closing={closing} />}
      {mayEdit && draft === null ? (
        <View className={at('acts')}>
          <View className={at('act')}>
            <Button kind="secondary" onPress={onStart}>
              {words.start}
            </Button>
          </View>
          {closure === null ? null : (
            <View className={at('act')}>
              <Button busy={step.at === 'sending'} onPress={onCancel}>
                {words.cancel}
              </Button>
            </View>
          )}
        </View>
      ) : null}
    </Panel>
  );
}

function ClosureForm({ draft, closing }: { readonly draft: ClosureDraft; readonly closing: Closing }) {
  const { step, problems, onDraft, onAnnounce } = closing;
  return (
    <View className={at('form')}>
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        maxLength={60}
        value={draft.reason}
        problem={problems.reason}
        onChange={(reason) => onDraft({ ...draft, reason })}
      />
      <MomentField
        label={words.from}
        value={draft.from}
        problem={problems.from}
        onChange={(from) => onDraft({ ...draft, from })}
      />
      <MomentField
        label={words.until}
        value={draft.until}
        problem={problems.until}
        onChange={(until) => onDraft({ ...draft, until })}
      />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={step.at === 'sending'} onPress={onAnnounce}>
            {words.send}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => onDraft(null)}>
            {words.back}
          </Button>
        </View>
      </View>
    </View>
  );
}
