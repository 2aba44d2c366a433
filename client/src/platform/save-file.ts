import type { Picture } from './paint';
import { paint } from './paint';

export type { Mark, Picture } from './paint';

/** `none`: one thought better of it, or the phone has said by itself what it did. */
export type Saved = 'saved' | 'none' | 'refused' | 'failed';

/** Draws a picture and puts it where one finds it again. */
export async function savePicture(fileName: string, picture: Picture): Promise<Saved> {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const pen = canvas.getContext('2d');
  if (pen === null) return 'failed';
  paint(pen, picture);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return file === null ? 'failed' : handOver(`${fileName}.png`, file);
}

/** Hands over a file that came as base64. */
export function savePdf(fileName: string, base64: string): Promise<Saved> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return Promise.resolve(handOver(fileName, new Blob([bytes], { type: 'application/pdf' })));
}

/** Where the permission is given that was refused; a browser asks for none. */
export const openSettings = (): void => undefined;

function handOver(fileName: string, file: Blob): Saved {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // A browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return 'saved';
}
