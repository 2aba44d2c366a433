import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { importText } from './import-copy';
import styles from './import.module.scss';
import { ProblemList, ProblemRows } from './problem-list';
import { Progress } from './progress';
import type { Checked, Importing } from './use-import';

const at = classes(styles);
const words = importText.steps;

/** Where the import is, and what one can do there. */
export function ImportSteps({ importing }: { readonly importing: Importing }) {
  const { step, table, onChoose, onCancel, onGoOn, onDrop, onApply } = importing;
  const unknown =
    table === null || table.unknown.length === 0 ? null : importText.read.unknown(table.unknown.join('、'));
  switch (step.at) {
    case 'idle':
      return null;
    case 'kept':
      return (
        <Panel title={importText.kept.title} tone="warn">
          <View>{importText.kept.about(step.kept.fileName)}</View>
          <Pair yes={importText.kept.go} onYes={onGoOn} no={importText.kept.drop} onNo={onDrop} />
        </Panel>
      );
    case 'reading':
      return <Waiting words={words.reading} />;
    case 'unreadable':
      return <Notice tone="warn">{step.text}</Notice>;
    case 'staging':
      return (
        <Panel>
          <Progress words={words.staging(step.done, step.of)} done={step.done} of={step.of} />
          <View className={at('acts')}>
            <Button kind="secondary" onPress={onCancel}>
              {words.cancel}
            </Button>
          </View>
        </Panel>
      );
    case 'checking':
      return <Waiting words={words.checking} />;
    case 'wrong':
      return (
        <View>
          {unknown === null ? null : <Notice tone="info">{unknown}</Notice>}
          <ProblemList problems={step.problems} table={table} onChoose={onChoose} />
        </View>
      );
    case 'ready':
      return (
        <View>
          {unknown === null ? null : <Notice tone="info">{unknown}</Notice>}
          <Ready checked={step.checked} onApply={onApply} onChoose={onChoose} />
        </View>
      );
    case 'applying':
      return (
        <Panel>
          <Progress words={words.applying(step.done, step.of)} done={step.done} of={step.of} />
          <View className={at('about')}>{words.keepOpen}</View>
        </Panel>
      );
    case 'done':
      return (
        <View>
          <Notice
            tone="good"
            title={importText.done.title}
            action={{ label: importText.done.see, onPress: () => go('ownStations') }}
          >
            {importText.done.about(step.of - step.left.length)}
          </Notice>
          {step.left.length === 0 ? null : (
            <Panel title={importText.done.left(step.left.length)} tone="warn">
              <View>{importText.done.leftAbout}</View>
              <ProblemRows problems={step.left} table={table} />
            </Panel>
          )}
        </View>
      );
    case 'stopped':
      return (
        <Notice tone="warn" title={importText.stopped.title} action={{ label: step.label, onPress: step.retry }}>
          {step.text}
        </Notice>
      );
  }
}

function Waiting({ words: text }: { readonly words: string }) {
  return (
    <Panel>
      <View>{text}</View>
      <Skeleton rows={2} />
    </Panel>
  );
}

type ReadyProps = { readonly checked: Checked; readonly onApply: () => void; readonly onChoose: () => void };

function Ready({ checked: { added, changed, unchanged }, onApply, onChoose }: ReadyProps) {
  const ready = importText.ready;
  const writes = added + changed;
  return (
    <Panel title={ready.title} tone="good">
      <Facts
        items={[
          { label: ready.added, value: ready.stations(added) },
          { label: ready.changed, value: ready.stations(changed) },
          { label: ready.unchanged, value: ready.stations(unchanged) },
        ]}
      />
      {writes === 0 ? (
        <View>
          <View className={at('about')}>{ready.nothing}</View>
          <View className={at('acts')}>
            <Button kind="secondary" onPress={onChoose}>
              {importText.read.again}
            </Button>
          </View>
        </View>
      ) : (
        <Pair yes={ready.go(writes)} onYes={onApply} no={importText.read.again} onNo={onChoose} />
      )}
    </Panel>
  );
}

type PairProps = { readonly yes: string; readonly onYes: () => void; readonly no: string; readonly onNo: () => void };

function Pair({ yes, onYes, no, onNo }: PairProps) {
  return (
    <View className={at('acts')}>
      <View className={at('act')}>
        <Button onPress={onYes}>{yes}</Button>
      </View>
      <View className={at('act')}>
        <Button kind="secondary" onPress={onNo}>
          {no}
        </Button>
      </View>
    </View>
  );
}
