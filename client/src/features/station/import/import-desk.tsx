import { View } from '@tarojs/components';
import { handOverFile } from '@/platform/device';
import { useWideWindow } from '@/platform/wide-window';
import { replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { tableText } from './csv';
import { columnHints, columnNames, columns, importText, neededColumns } from './import-copy';
import styles from './import.module.scss';
import { ImportSteps } from './import-steps';
import { useExport } from './use-export';
import { useImport } from './use-import';

const at = classes(styles);

/** Tables of stations, in and out. */
export function ImportDesk() {
  const wide = useWideWindow();
  if (!wide) {
    const action = { label: importText.toOwn, onPress: () => replaceWith('ownStations') };
    return <Empty title={importText.onlyAtDesk} about={importText.onlyAtDeskAbout} action={action} />;
  }
  return (
    <View className={at('columns')}>
      <View className={at('main')}>
        <ReadingIn />
      </View>
      <View className={at('side')}>
        <WritingOut />
        <HowToFill />
      </View>
    </View>
  );
}

function ReadingIn() {
  const importing = useImport();
  const { step, onChoose } = importing;
  const onTemplate = async () => {
    const heading = columns.map((column) => columnNames[column] + (neededColumns.includes(column) ? '*' : ''));
    await handOverFile(importText.read.templateName, await tableText([heading]));
  };
  const isResting = step.at === 'idle' || step.at === 'unreadable' || step.at === 'kept' || step.at === 'done';
  return (
    <View>
      {isResting ? (
        <Panel title={importText.read.title}>
          <View className={at('about')}>{importText.read.about}</View>
          <View className={at('acts')}>
            <View className={at('act')}>
              <Button kind={step.at === 'kept' ? 'secondary' : 'primary'} onPress={onChoose}>
                {step.at === 'unreadable' ? importText.read.again : importText.read.choose}
              </Button>
            </View>
            <View className={at('act')}>
              <Button kind="secondary" onPress={() => void onTemplate()}>
                {importText.read.template}
              </Button>
            </View>
          </View>
        </Panel>
      ) : null}
      <ImportSteps importing={importing} />
    </View>
  );
}

function WritingOut() {
  const { step, onExport } = useExport();
  const words = importText.export;
  return (
    <Panel title={words.title}>
      <View className={at('about')}>{words.about}</View>
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button kind="secondary" busy={step.at === 'reading'} onPress={onExport}>
            {words.go}
          </Button>
        </View>
      </View>
      {step.at === 'reading' ? <View className={at('about')}>{words.under(step.rows)}</View> : null}
      {step.at === 'done' ? <Notice tone="good">{words.done(step.rows)}</Notice> : null}
      {step.at === 'failed' ? <Notice tone="warn">{step.text}</Notice> : null}
    </Panel>
  );
}

function HowToFill() {
  const words = importText.columns;
  return (
    <Panel title={words.title}>
      <Facts
        items={[
          { label: words.needed, value: neededColumns.map((column) => columnNames[column]).join('、') },
          ...columnHints.map(([column, hint]) => ({ label: columnNames[column], value: hint })),
        ]}
      />
      <View className={at('about')}>{words.others}</View>
    </Panel>
  );
}
