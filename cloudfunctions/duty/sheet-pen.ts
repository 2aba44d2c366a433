import type PDFDocument from 'pdfkit';
import { readSlice, sliceOf } from './certificate-fonts';
import { writtenLines } from './written-lines';

/** Printed for a sign that no font has. */
export const NO_SIGN = '〓';

/** Lines are this much higher than their signs. */
const LEADING = 1.6;

export type Pen = {
  /** Writes one line and says how wide it is. Points. */
  write(text: string, x: number, y: number, size: number, colour?: string): number;
  /** Writes as many lines as the width makes necessary, and says how high they are. Points. */
  paragraph(text: string, at: { readonly x: number; readonly y: number; readonly width: number }, size: number): number;
  widthOf(text: string, size: number): number;
  heightOf(text: string, width: number, size: number): number;
  /** Whether something was written that no font has a sign for. */
  lacksSigns(): boolean;
};

const MEASURED_AT = 100;
const INK = '#1a1a1a';

/** Writes on a sheet with as many slices of the font as the text needs. */
export function penFor(sheet: InstanceType<typeof PDFDocument>): Pen {
  const opened = new Set<string>();
  const advances = new Map<string, number>();
  let lacks = false;

  const open = (name: string): void => {
    if (!opened.has(name)) sheet.registerFont(name, readSlice(name));
    opened.add(name);
    sheet.font(name);
  };
  /** Neighbours of one slice are written at once. */
  const runs = (text: string): { name: string; text: string }[] => {
    const parts: { name: string; text: string }[] = [];
    for (const sign of text) {
      const found = sliceOf(sign);
      const [name, shown] = [found ?? sliceOf(NO_SIGN) ?? 'latin', found === null ? NO_SIGN : sign];
      lacks ||= found === null;
      const last = parts.at(-1);
      if (last?.name === name) last.text += shown;
      else parts.push({ name, text: shown });
    }
    return parts;
  };
  /** Sign by sign and remembered: a paragraph is measured at every place where it might break. */
  const widthOf = (text: string, size: number): number =>
    Array.from(text).reduce((sum, sign) => sum + advanceOf(sign) * size, 0);
  const advanceOf = (sign: string): number => {
    const known = advances.get(sign);
    if (known !== undefined) return known;
    const [run] = runs(sign);
    if (run === undefined) return 0;
    open(run.name);
    const advance = sheet.fontSize(MEASURED_AT).widthOfString(run.text) / MEASURED_AT;
    advances.set(sign, advance);
    return advance;
  };
  const linesOf = (text: string, width: number, size: number): string[] =>
    writtenLines(text, width, (part) => widthOf(part, size));

  const pen: Pen = {
    write(text, x, y, size, colour = INK) {
      let right = x;
      for (const run of runs(text)) {
        open(run.name);
        sheet.fontSize(size).fillColor(colour).text(run.text, right, y, { lineBreak: false });
        right += sheet.widthOfString(run.text);
      }
      return right - x;
    },
    paragraph(text, { x, y, width }, size) {
      const lines = linesOf(text, width, size);
      lines.forEach((line, nth) => pen.write(line, x, y + nth * size * LEADING, size));
      return lines.length * size * LEADING;
    },
    widthOf,
    heightOf: (text, width, size) => linesOf(text, width, size).length * size * LEADING,
    lacksSigns: () => lacks,
  };
  return pen;
}
