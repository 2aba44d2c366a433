import fc from 'fast-check';
import { sizeOf, withoutTraces } from './jpeg';

const hex = (...parts: string[]): Buffer => Buffer.from(parts.join(''), 'hex');
const segment = (marker: string, content: string): string =>
  `ff${marker}${(content.length / 2 + 2).toString(16).padStart(4, '0')}${content}`;
const [start, end] = ['ffd8', 'ffd9'];
const tables = segment('db', '00010203');
const frame = segment('c0', '0801e001e001');
/** A picture with a byte that looks like a marker, and with a restart. */
const scan = `${segment('da', '010203')}1234ff0056ffd078`;
const place = segment('e1', Buffer.from('Exif\0\0GPS 31.23 121.47').toString('hex'));
const picture = [tables, frame, scan];

describe('a picture that somebody took', () => {
  it('says nothing of where and when it was taken, and is the same picture', () => {
    const traced = hex(
      start,
      segment('e0', '4a46494600'),
      place,
      tables,
      segment('fe', 'aabb'),
      frame,
      segment('e2', '00'),
      scan,
      end,
    );
    expect(withoutTraces(traced)).toEqual(hex(start, ...picture, end));
  });

  it('keeps what says which colours its numbers mean', () => {
    const colours = segment('ee', '41646f6265');
    expect(withoutTraces(hex(start, colours, ...picture, end))).toEqual(hex(start, colours, ...picture, end));
  });

  it('carries nothing along behind its end, or between the scans of it', () => {
    const later = hex(start, ...picture, place, scan, end, 'ffe1cafe', place);
    expect(withoutTraces(later)).toEqual(hex(start, ...picture, scan, end));
  });

  it.each([
    ['no picture at all', Buffer.from('<svg onload=alert(1)>')],
    ['nothing', Buffer.alloc(0)],
    ['a PNG', hex('89504e470d0a1a0a')],
    ['half a picture', hex(start, tables, frame, scan)],
    ['a beginning and an end', hex(start, end)],
    ['a part that is longer than the file', hex(start, 'ffe1ffff00', end)],
    ['a part without a length', hex(start, 'ffe10000', ...picture, end)],
  ])('is not %s', (_what, file) => {
    expect(withoutTraces(file)).toBeNull();
  });

  it('ends with an answer, whatever is sent', () => {
    const pieces = fc.array(fc.constantFrom(start, end, place, tables, frame, scan, 'ff', 'ffff', '00', 'ffda'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const cleaned = withoutTraces(hex(start, ...parts));
        if (cleaned !== null) expect(cleaned.includes('Exif')).toBe(false);
      }),
    );
  });
});

describe('the size of a picture', () => {
  const framed = (marker: string, ...rest: string[]): Buffer =>
    hex(start, tables, segment(marker, '0801e00280010100'), ...rest, scan, end);

  it.each(['c0', 'c1', 'c2'])('is what its frame says, in whichever way it is coded (%s)', (marker) => {
    expect(sizeOf(framed(marker))).toEqual({ width: 640, height: 480 });
  });

  it('is not what a table says that stands where a frame could', () => {
    expect(sizeOf(hex(start, segment('c4', '0800080008'), frame, scan, end))).toEqual({ width: 480, height: 480 });
  });

  it.each([
    ['of two frames', framed('c0', segment('c0', '0800080008'))],
    ['without a frame', hex(start, tables, scan, end)],
    ['whose frame is too short', hex(start, segment('c0', '0801'), scan, end)],
    ['whose height is told later', hex(start, segment('c0', '0800000008'), scan, end)],
    ['that is none', Buffer.from('GIF89a')],
  ])('is not known of one %s', (_what, file) => {
    expect(sizeOf(file)).toBeNull();
  });
});
