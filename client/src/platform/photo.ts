import type { SmallPhoto } from '@contract/duty-tap';

export type Photographed =
  | { readonly at: 'taken'; readonly photo: SmallPhoto }
  /** One thought better of it. */
  | { readonly at: 'none' }
  /** The camera or the pictures were not to be had. */
  | { readonly at: 'refused' }
  /** No picture that can be read, or none that gets small enough. */
  | { readonly at: 'unreadable' };

/** The longest base64 of a photo that is sent: some 67 KB of picture. Characters. */
const LONGEST = 90_000;
/** The longer side and the quality, until it is short enough. CSS pixels, and JPEG's measure. */
const attempts = [
  [800, 0.7],
  [800, 0.45],
  [600, 0.4],
  [400, 0.4],
] as const;

/** The longer side of a picture that tells nobody by sight. Pixels: what is taken away cannot be drawn back. */
const BLURRED_PX = 24;
const BLURRED_QUALITY = 0.6;

/** Takes or picks one photo, small enough to wait on the phone; what the camera wrote beside the picture is left behind. */
export async function takePhoto(): Promise<Photographed> {
  const file = await pickFile();
  if (file === null) return { at: 'none' };
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const photo = encoded(picture);
    return photo === null ? { at: 'unreadable' } : { at: 'taken', photo };
  } catch {
    return { at: 'unreadable' };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The same picture as a few dots of colour: all that may be shown of somebody. Null where it cannot be drawn. */
export async function blurredOf(photo: SmallPhoto): Promise<SmallPhoto | null> {
  const picture = new Image();
  picture.src = `data:image/jpeg;base64,${photo}`;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  return drawn(picture, BLURRED_PX, BLURRED_QUALITY);
}

/** The browser asks for the camera or the pictures by itself; not every one tells that nothing was picked. */
const pickFile = (): Promise<File | null> =>
  new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = 'image/*';
    field.onchange = () => resolve(field.files?.[0] ?? null);
    field.addEventListener('cancel', () => resolve(null));
    field.click();
  });

function encoded(picture: HTMLImageElement): SmallPhoto | null {
  for (const [longest, quality] of attempts) {
    const photo = drawn(picture, longest, quality);
    if (photo !== null && photo.length <= LONGEST) return photo;
  }
  return null;
}

function drawn(picture: HTMLImageElement, longest: number, quality: number): SmallPhoto | null {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  const scale = Math.min(1, longest / Math.max(picture.naturalWidth, picture.naturalHeight, 1));
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  // JPEG knows no transparency.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const base64 = /^data:image\/jpeg;base64,(.+)$/.exec(canvas.toDataURL('image/jpeg', quality))?.[1];
  return base64 === undefined ? null : (base64 as SmallPhoto);
}
