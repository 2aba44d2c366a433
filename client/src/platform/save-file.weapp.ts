import Taro from '@tarojs/taro';
import type { Picture } from './paint';
import { paint } from './paint';
import type { Saved } from './save-file';

export type { Mark, Picture } from './paint';
export type { Saved } from './save-file';

/** Into the phone's album, if it lets us. */
export async function savePicture(_fileName: string, picture: Picture): Promise<Saved> {
  try {
    const { width, height } = picture;
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height });
    paint(canvas.getContext('2d') as unknown as CanvasRenderingContext2D, picture);
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      destWidth: width,
      destHeight: height,
      fileType: 'png',
    });
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath });
    return 'saved';
  } catch (reason) {
    return outcomeOf(reason);
  }
}

/** Opens it; WeChat's own menu sends it on, saves it or prints it. */
export async function savePdf(fileName: string, base64: string): Promise<Saved> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`;
  try {
    await written(filePath, base64);
    await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
    return 'none';
  } catch (reason) {
    return outcomeOf(reason);
  }
}

export const openSettings = (): void => void Taro.openSetting().catch(() => undefined);

const written = (filePath: string, data: string): Promise<void> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

function outcomeOf(reason: unknown): Saved {
  const said =
    typeof reason === 'object' && reason !== null && 'errMsg' in reason && typeof reason.errMsg === 'string'
      ? reason.errMsg
      : '';
  if (said.includes('cancel')) return 'none';
  return /auth|deny|denied|privacy/.test(said) ? 'refused' : 'failed';
}
