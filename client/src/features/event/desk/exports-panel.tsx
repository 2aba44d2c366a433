import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { keepsFiles } from '@/platform/table-file';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { SwitchRow } from '@/ui/switch-row';
import { Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import type { Exporting, ExportWish } from './use-exporting';
import type { EventDesk } from './use-event-desk';

const at = classes(styles);
const words = deskText.exports;

/** The list leaves the system only with a purpose, and with the agreement of somebody else. */
export function ExportsPanel({ desk, exporting }: { readonly desk: EventDesk; readonly exporting: Exporting }) {
  const { exports, may } = desk;
  const { wish, deciding, fetching, onWish } = exporting;
  const own = ownExport(exports);
  if (!may.exportList && exports.length === 0) return null;
  return (
    <Panel title={words.title}>
      <View className={at('about')}>{words.about}</View>
      <DeedNotice step={deciding} />
      <DeedNotice step={fetching} />
      <Part role="list">
        {exports.map((one) => (
          <ExportLine key={one.exportId} one={one} exporting={exporting} />
        ))}
      </Part>
      {may.exportList && wish === null && own === 'asked' ? <View className={at('about')}>{words.waits}</View> : null}
      {may.exportList && wish === null && own === null ? (
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => onWish({ purpose: '', withNames: false })}>
            {words.start}
          </Button>
        </View>
      ) : null}
      {may.exportList && wish !== null ? <WishForm wish={wish} exporting={exporting} /> : null}
    </Panel>
  );
}

/** One's own request: nobody else's waits without one being asked to decide it, or stands for one to fetch. */
function ownExport(exports: EventDesk['exports']): 'asked' | 'approved' | null {
  if (exports.some(({ state, mayDecide }) => state === 'asked' && !mayDecide)) return 'asked';
  return exports.some(({ mayFetch }) => mayFetch) ? 'approved' : null;
}

type ExportLineProps = { readonly one: EventDesk['exports'][number]; readonly exporting: Exporting };

function ExportLine({ one, exporting: { deciding, fetching, onDecide, onFetch } }: ExportLineProps) {
  const { exportId, state, purpose, askedBy, askedAt, decidedBy, expiresAt, mayDecide, mayFetch } = one;
  const isLiving = state === 'asked' || state === 'approved';
  return (
    <Part className={at('entry')} role="listitem">
      <View className={at('what')}>{`${words.states[state]}：${purpose}`}</View>
      <View>{words.line(askedBy, momentText(askedAt))}</View>
      {decidedBy === null ? null : <View>{words.decided(decidedBy)}</View>}
      {isLiving ? <View className={at('about')}>{words.until(momentText(expiresAt))}</View> : null}
      {mayDecide ? (
        <View className={at('acts')}>
          <View className={at('act')}>
            <Button
              label={`${words.agree}：${purpose}`}
              busy={deciding.at === 'sending'}
              onPress={() => onDecide(exportId, true)}
            >
              {words.agree}
            </Button>
          </View>
          <View className={at('act')}>
            <Button
              kind="secondary"
              label={`${words.decline}：${purpose}`}
              busy={deciding.at === 'sending'}
              onPress={() => onDecide(exportId, false)}
            >
              {words.decline}
            </Button>
          </View>
        </View>
      ) : null}
      {mayFetch && keepsFiles ? (
        <View className={at('action')}>
          <Button
            label={`${words.fetch}：${purpose}`}
            busy={fetching.at === 'sending'}
            onPress={() => onFetch(exportId)}
          >
            {words.fetch}
          </Button>
        </View>
      ) : null}
      {mayFetch && !keepsFiles ? <View className={at('about')}>{words.onDesktop}</View> : null}
    </Part>
  );
}

function WishForm({ wish, exporting }: { readonly wish: ExportWish; readonly exporting: Exporting }) {
  const { asking, problem, onWish, onAsk } = exporting;
  return (
    <View className={at('form')}>
      <TextField
        label={words.purpose}
        hint={words.purposeHint}
        maxLength={200}
        value={wish.purpose}
        problem={problem}
        onChange={(purpose) => onWish({ ...wish, purpose })}
      />
      <Rows>
        <SwitchRow
          title={words.withNames}
          about={words.withNamesAbout}
          on={wish.withNames}
          onChange={(withNames) => onWish({ ...wish, withNames })}
        />
      </Rows>
      <DeedNotice step={asking} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={asking.at === 'sending'} onPress={onAsk}>
            {words.send}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => onWish(null)}>
            {words.back}
          </Button>
        </View>
      </View>
    </View>
  );
}
