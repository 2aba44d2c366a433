import { SmallPhoto } from '../../types/duty-tap';

const hex = (...parts: string[]): Buffer => Buffer.from(parts.join(''), 'hex');
const segment = (marker: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([hex('ff', marker), length, content]);
};

/** A JPEG of so many pixels with `says` in it, and with `traces` where a camera writes place and time. */
export function aPicture(width: number, height: number, says = '', traces = ''): SmallPhoto {
  const frame = Buffer.alloc(8);
  frame[0] = 8;
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const file = Buffer.concat([
    hex('ffd8'),
    ...(traces === '' ? [] : [segment('e1', Buffer.from(`Exif\0\0${traces}`))]),
    segment('db', hex('00010203')),
    segment('c0', frame),
    segment('da', hex('010203')),
    Buffer.from(says),
    hex('ffd9'),
  ]);
  return SmallPhoto.parse(file.toString('base64'));
}
