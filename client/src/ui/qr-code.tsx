import { View } from '@tarojs/components';
import encodeQR from 'qr';
import { useMemo } from 'react';
import { Part } from '../platform/elements';
import { QrPicture } from '../platform/qr-picture';
import { classes } from './classes';
import styles from './qr-code.module.scss';

const at = classes(styles);

export type QrCodeProps = {
  readonly text: string;
  /** What the code is for, said by a screen reader; never what it holds. */
  readonly label: string;
  readonly sizePx?: number | undefined;
};

/** Dark on white in every theme, with the quiet edge that readers need. */
export function QrCode({ text, label, sizePx = 240 }: QrCodeProps) {
  const cells = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: 4, textEncoder: utf8 }), [text]);
  return (
    <View className={at('ground')}>
      <Part className={at('code')} role="img" label={label}>
        <QrPicture cells={cells} sizePx={sizePx} />
      </Part>
    </View>
  );
}

/** A mini-program has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    const isByte = escaped.charAt(at) === '%';
    bytes.push(isByte ? parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at));
    if (isByte) at += 2;
  }
  return Uint8Array.from(bytes);
}
