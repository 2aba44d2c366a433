import type { Certificate } from '@contract/duty-hours';
import { View } from '@tarojs/components';
import { PrintSheet } from '@/platform/print-sheet';
import { canPrint, printPage } from '@/platform/printing';
import { openSettings } from '@/platform/save-file';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { certificatePhrases as words } from './certificate-copy';
import { Paper } from './paper';
import styles from './paper.module.scss';
import type { Sheet } from './sheet';
import { useSaving } from './use-saving';

const at = classes(styles);

export type CertificateSheetProps = { readonly certificate: Certificate; readonly sheet: Sheet };

/** One's certificate, and the ways to take it along. One that was revoked is only read. */
export function CertificateSheet({ certificate: { certificateId, state, reason }, sheet }: CertificateSheetProps) {
  const { step, isDrawing, problem, onPdf, onPicture, onCopy } = useSaving(certificateId, sheet);
  if (state !== 'issued') {
    return (
      <Screen title={words.title}>
        <Notice tone="danger" title={words.revoked}>
          {[reason === null ? '' : `${words.why(reason)}。`, words.revokedAbout].join('')}
        </Notice>
        <Paper sheet={sheet} />
      </Screen>
    );
  }
  return (
    <Screen
      title={words.title}
      footer={
        <Button busy={step.at === 'sending'} onPress={onPdf}>
          {words.pdf}
        </Button>
      }
    >
      <View>{words.use}</View>
      <View className={at('button')}>
        <Paper sheet={sheet} />
      </View>
      <PrintSheet>
        <Paper sheet={sheet} isPrinted />
      </PrintSheet>
      <DeedNotice step={step} />
      {problem === null ? null : (
        <Notice
          tone="warn"
          action={problem === 'refused' ? { label: words.toSettings, onPress: openSettings } : undefined}
        >
          {words[problem]}
        </Notice>
      )}
      <View className={at('button')}>
        <Button kind="secondary" busy={isDrawing} onPress={onPicture}>
          {words.picture}
        </Button>
      </View>
      {canPrint ? (
        <View className={at('button')}>
          <Button kind="secondary" onPress={printPage}>
            {words.print}
          </Button>
        </View>
      ) : null}
      <View className={at('button')}>
        <Button kind="quiet" onPress={onCopy}>
          {words.copy}
        </Button>
      </View>
    </Screen>
  );
}
