import { View } from '@tarojs/components';
import { Heading, Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { QrCode } from '@/ui/qr-code';
import { sheetWords as words } from './certificate-copy';
import styles from './paper.module.scss';
import type { Sheet, SheetRow } from './sheet';

const at = classes(styles);

/** Read from an arm's length, on a screen and on A4. CSS pixels. */
const SCREEN_QR = 208;
const PRINTED_QR = 150;

export type PaperProps = { readonly sheet: Sheet; readonly isPrinted?: boolean | undefined };

/** A certificate as it looks when it is printed, as wide as there is room. */
export function Paper({ sheet, isPrinted = false }: PaperProps) {
  return (
    <View className={at('paper', isPrinted && 'printed')}>
      <Heading level={2} className={at('title')}>
        {words.title}
      </Heading>
      <View className={at('number')}>{`${words.number}：${sheet.number}`}</View>
      <View className={at('preamble')}>{words.preamble}</View>
      <SheetRows rows={sheet.rows} />
      <SheetRows rows={sheet.issued} />
      <View className={at('code')}>
        <QrCode text={sheet.address} label={words.code} sizePx={isPrinted ? PRINTED_QR : SCREEN_QR} />
        <View className={at('small')}>{words.code}</View>
        <View className={at('letters')}>
          {sheet.code.map((group, nth) => (
            <View key={`${group}${nth}`}>{group}</View>
          ))}
        </View>
      </View>
      <View className={at('small')}>{words.howToVerify}</View>
      <View className={at('small')}>{words.footnote}</View>
    </View>
  );
}

const SheetRows = ({ rows }: { readonly rows: readonly SheetRow[] }) => (
  <Part className={at('rows')} role="list">
    {rows.map(({ label, texts }) => (
      <Part key={label} className={at('row')} role="listitem">
        <View className={at('label')}>{label}</View>
        <View className={at('texts')}>
          {texts.map((text) => (
            <View key={text} className={at('text')}>
              {text}
            </View>
          ))}
        </View>
      </Part>
    ))}
  </Part>
);
