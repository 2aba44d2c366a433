import type { SmallPhoto } from '@contract/duty-tap';
import { blurredOf, takePhoto } from './photo';

/** A browser whose camera hands over a picture of this size, and whose encoder makes so many characters of it. */
function camera({ width, height, lengths }: { width: number; height: number; lengths: readonly number[] }) {
  const drawn: { width: number; height: number; quality: number }[] = [];
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function click(this: HTMLInputElement) {
    Object.defineProperty(this, 'files', { value: [new File(['x'], 'door.jpg', { type: 'image/jpeg' })] });
    this.dispatchEvent(new Event('change'));
  });
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => undefined;
  Object.defineProperties(HTMLImageElement.prototype, {
    decode: {
      configurable: true,
      value: () => (width > 0 ? Promise.resolve() : Promise.reject(new Error('no picture'))),
    },
    naturalWidth: { configurable: true, get: () => width },
    naturalHeight: { configurable: true, get: () => height },
  });
  jest
    .spyOn(HTMLCanvasElement.prototype, 'getContext')
    .mockReturnValue({ fillRect: () => undefined, drawImage: () => undefined } as never);
  jest.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation(function encode(
    this: HTMLCanvasElement,
    ...[, quality]: readonly unknown[]
  ) {
    drawn.push({ width: this.width, height: this.height, quality: Number(quality) });
    return `data:image/jpeg;base64,${'A'.repeat(lengths[drawn.length - 1] ?? 0)}`;
  });
  return drawn;
}

afterEach(() => jest.restoreAllMocks());

it('makes a photo no longer than 800 pixels, and keeps its shape', async () => {
  const drawn = camera({ width: 4_000, height: 3_000, lengths: [50_000] });
  expect(await takePhoto()).toMatchObject({ at: 'taken' });
  expect(drawn).toEqual([{ width: 800, height: 600, quality: 0.7 }]);
});

it('does not blow up a small picture', async () => {
  const drawn = camera({ width: 300, height: 200, lengths: [20_000] });
  await takePhoto();
  expect(drawn[0]).toMatchObject({ width: 300, height: 200 });
});

it('takes away from the quality, and then from the size, until it may be sent', async () => {
  const drawn = camera({ width: 4_000, height: 3_000, lengths: [200_000, 90_001, 90_000] });
  expect(await takePhoto()).toMatchObject({ at: 'taken', photo: 'A'.repeat(90_000) });
  expect(drawn.map(({ width }) => width)).toEqual([800, 800, 600]);
});

it('says so when no picture gets small enough, and when there is no picture in the file', async () => {
  camera({ width: 4_000, height: 3_000, lengths: [200_000, 200_000, 200_000, 200_000] });
  expect(await takePhoto()).toEqual({ at: 'unreadable' });
  camera({ width: 0, height: 0, lengths: [] });
  expect(await takePhoto()).toEqual({ at: 'unreadable' });
});

describe('what others see of a picture', () => {
  const photo = '/9j/AAAA' as SmallPhoto;

  it('is no more than 24 dots wide or high, and keeps its shape', async () => {
    const drawn = camera({ width: 800, height: 600, lengths: [900] });
    expect(await blurredOf(photo)).toBe('A'.repeat(900));
    expect(drawn).toEqual([{ width: 24, height: 18, quality: 0.6 }]);
  });

  it('is nothing where the picture cannot be read: never the picture itself', async () => {
    camera({ width: 0, height: 0, lengths: [900] });
    expect(await blurredOf(photo)).toBeNull();
  });
});
