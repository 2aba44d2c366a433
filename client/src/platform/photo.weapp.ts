import type { SmallPhoto } from '@contract/duty-tap';
import Taro from '@tarojs/taro';
import type { Photographed } from './photo';

export type { Photographed } from './photo';

/** The longest base64 of a photo that is sent: some 67 KB of picture. Characters. */
const LONGEST = 90_000;
/** The width and the quality, until it is short enough. Pixels, and WeChat's measure of 0 to 100. */
const attempts = [
  [800, 70],
  [800, 45],
  [600, 40],
  [400, 40],
] as const;
/** How the base64 of a JPEG begins. */
const JPEG = '/9j/';
/** The longer side of a picture that tells nobody by sight. Pixels. */
const BLURRED_PX = 24;
const BLURRED_QUALITY = 0.6;

export async function takePhoto(): Promise<Photographed> {
  const path = await pickPath();
  if (typeof path !== 'string') return path;
  try {
    for (const [compressedWidth, quality] of attempts) {
      const { tempFilePath } = await Taro.compressImage({ src: path, quality, compressedWidth });
      const base64 = await read(tempFilePath);
      if (base64.startsWith(JPEG) && base64.length <= LONGEST) return { at: 'taken', photo: base64 as SmallPhoto };
    }
    return { at: 'unreadable' };
  } catch {
    return { at: 'unreadable' };
  }
}

export async function blurredOf(photo: SmallPhoto): Promise<SmallPhoto | null> {
  try {
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width: BLURRED_PX, height: BLURRED_PX });
    const picture = await loaded(canvas, photo);
    const scale = Math.min(1, BLURRED_PX / Math.max(picture.width, picture.height, 1));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
    pen.drawImage(picture as unknown as CanvasImageSource, 0, 0, canvas.width, canvas.height);
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      destWidth: canvas.width,
      destHeight: canvas.height,
      fileType: 'jpg',
      quality: BLURRED_QUALITY,
    });
    const base64 = await read(tempFilePath);
    return base64.startsWith(JPEG) ? (base64 as SmallPhoto) : null;
  } catch {
    return null;
  }
}

const loaded = (canvas: Taro.OffscreenCanvas, photo: SmallPhoto): Promise<Taro.Image> =>
  new Promise((resolve, reject) => {
    const picture = canvas.createImage();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error('no picture'));
    picture.src = `data:image/jpeg;base64,${photo}`;
  });

async function pickPath(): Promise<string | Photographed> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    return tempFiles[0]?.tempFilePath ?? { at: 'none' };
  } catch (reason) {
    return { at: isCancel(reason) ? 'none' : 'refused' };
  }
}

const isCancel = (reason: unknown): boolean =>
  typeof reason === 'object' &&
  reason !== null &&
  'errMsg' in reason &&
  typeof reason.errMsg === 'string' &&
  reason.errMsg.includes('cancel');

const read = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(typeof data === 'string' ? data : ''),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
