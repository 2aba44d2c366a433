import type { WishId } from '@contract/ids';
import encodeQR from 'qr';
import { useState } from 'react';
import { copyText } from '@/platform/device';
import type { Saved } from '@/platform/save-file';
import { savePdf, savePicture } from '@/platform/save-file';
import { utf8 } from '@/ui/qr-code';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { certificatePhrases as words, pdfRefusals } from './certificate-copy';
import { pictureOf } from './picture-of';
import type { Sheet } from './sheet';

/** A certificate that one takes along: as a picture, or as a sheet to be printed. */
export function useSaving(certificateId: WishId, sheet: Sheet) {
  const { step, run } = useDeed('duty.certificatePdf', pdfRefusals);
  const [isDrawing, setDrawing] = useState(false);
  const [problem, setProblem] = useState<Extract<Saved, 'refused' | 'failed'> | null>(null);
  const say = useSay();
  const tell = (saved: Saved, done: string): void => {
    setProblem(saved === 'refused' || saved === 'failed' ? saved : null);
    if (saved === 'saved') say(done);
  };
  const onPdf = async () => {
    const after = await run({ certificateId });
    if (after.at === 'done') tell(await savePdf(after.value.fileName, after.value.base64), words.saved.pdf);
  };
  const onPicture = async () => {
    if (isDrawing) return;
    setDrawing(true);
    const cells = encodeQR(sheet.address, 'raw', { ecc: 'medium', border: 4, textEncoder: utf8 });
    tell(await savePicture(sheet.number, pictureOf(sheet, cells)), words.saved.picture);
    setDrawing(false);
  };
  const onCopy = async () => {
    if (await copyText(sheet.code.join(''))) say(words.copied);
  };
  return {
    step,
    isDrawing,
    problem,
    onPdf: () => void onPdf(),
    onPicture: () => void onPicture(),
    onCopy: () => void onCopy(),
  };
}
