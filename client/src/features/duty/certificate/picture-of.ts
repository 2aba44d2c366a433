import type { Mark, Picture } from '@/platform/save-file';
import { sheetWords as words } from './certificate-copy';
import type { Sheet, SheetRow } from './sheet';

// Pixels of the picture: as wide as the screens on which it is looked at, and sharp.
const WIDTH = 1080;
const MARGIN = 90;
const LABEL = 210;
const TEXT = 36;
const LEADING = 54;
const QR = 330;
const INK = '#1f1b17';
const GREY = '#5e564e';
const RED = '#8c1c13';
const LINE = '#c9c4bd';

/** A sign of our writing is as wide as high, a Latin one about six tenths of it, a space three. */
const widthOf = (sign: string): number => (/\s/.test(sign) ? 0.3 : sign.charCodeAt(0) < 256 ? 0.6 : 1);
/** These begin no line: they hang over the edge instead. */
const CLOSING = '）。，、；：”';
const OPENING = '（';

/** Lines no wider than there is room: a phone's canvas breaks none by itself. */
export function lines(text: string, room: number, size: number): readonly string[] {
  const found: string[] = [];
  let line = '';
  let width = 0;
  for (const sign of text) {
    const more = widthOf(sign) * size;
    if (width + more > room && line !== '' && !CLOSING.includes(sign)) {
      const carried = line.endsWith(OPENING) ? OPENING : '';
      found.push(line.slice(0, line.length - carried.length));
      [line, width] = [carried, carried.length * size];
    }
    line += sign;
    width += more;
  }
  return [...found, line];
}

/** A certificate as a picture that can be sent on. */
export function pictureOf(sheet: Sheet, cells: readonly (readonly boolean[])[]): Picture {
  const marks: Mark[] = [];
  let y = 120;
  const box = (x: number, top: number, width: number, height: number, color: string): void =>
    void marks.push({ x, y: top, width, height, color });
  const write = (text: string, x: number, size: number, color: string, room = WIDTH - MARGIN - x): void => {
    for (const line of lines(text, room, size)) {
      y += size * 1.5;
      marks.push({ text: line, x, y: y - size * 0.4, size, color, centred: x === WIDTH / 2 });
    }
  };
  const writeRows = (rows: readonly SheetRow[]): void => {
    for (const { label, texts } of rows) {
      box(MARGIN, y + 12, WIDTH - 2 * MARGIN, 2, LINE);
      y += 14;
      const top = y;
      write(label, MARGIN, TEXT, GREY);
      y = top;
      for (const text of texts) write(text, MARGIN + LABEL, TEXT, INK);
    }
    y += LEADING / 2;
  };
  write(words.title, WIDTH / 2, 64, RED, WIDTH);
  write(`${words.number}：${sheet.number}`, WIDTH / 2, 30, GREY, WIDTH);
  y += 20;
  write(words.preamble, MARGIN, TEXT, INK);
  writeRows(sheet.rows);
  writeRows(sheet.issued);
  const cell = Math.floor(QR / cells.length);
  const left = (WIDTH - cell * cells.length) / 2;
  cells.forEach((row, down) =>
    row.forEach((dark, right) => (dark ? box(left + right * cell, y + down * cell, cell, cell, INK) : undefined)),
  );
  y += cell * cells.length;
  write(`${words.code} ${sheet.code.join(' ')}`, WIDTH / 2, 44, INK, WIDTH);
  y += 16;
  write(words.howToVerify, MARGIN, 28, GREY);
  write(words.footnote, MARGIN, 28, GREY);
  const height = Math.ceil(y + 110);
  const frame = [36, 46].flatMap((edge): Mark[] => {
    const [across, down] = [WIDTH - 2 * edge, height - 2 * edge];
    return [
      { x: edge, y: edge, width: across, height: 3, color: RED },
      { x: edge, y: height - edge - 3, width: across, height: 3, color: RED },
      { x: edge, y: edge, width: 3, height: down, color: RED },
      { x: WIDTH - edge - 3, y: edge, width: 3, height: down, color: RED },
    ];
  });
  return { width: WIDTH, height, marks: [...frame, ...marks] };
}
