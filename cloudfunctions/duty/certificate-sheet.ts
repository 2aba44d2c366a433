import PDFDocument from 'pdfkit';
import { shanghaiDay } from '../../types/time';
import { certificateAddress, spacedCode } from './certificate-code';
import { dayText, evidenceWords, hoursText, sheetWords } from './certificate-words';
import type { CertificateRecord } from './hours-records';
import { drawQr } from './sheet-qr';
import type { Pen } from './sheet-pen';
import { penFor } from './sheet-pen';

type Sheet = InstanceType<typeof PDFDocument>;

/** What is known of every certificate that was issued. */
export type Issued = CertificateRecord & {
  readonly code: NonNullable<CertificateRecord['code']>;
  readonly number: string;
  readonly issuedAt: NonNullable<CertificateRecord['issuedAt']>;
};

// A4, in points.
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 62;
const INNER = WIDTH - 2 * MARGIN;
const LABEL_WIDTH = 84;
const FOOT = 172;
const RED = '#8c1c13';
const GREY = '#8a8a8a';
const HAIR = '#c9c4bd';
/** Rows have this much room above and below. */
const ROOM = 6;
const QR_SIZE = 92;

/** A certificate as one sheet of A4. */
export async function certificateSheet(record: Issued): Promise<Buffer> {
  // No font of the library's own is wanted; it takes null for that, which its types do not know.
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: null as unknown as string,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: sheetWords.title,
      Producer: '工会驿站',
      Creator: '工会驿站',
      CreationDate: new Date(record.issuedAt),
    },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    sheet.on('data', (part: Buffer) => parts.push(part));
    sheet.on('end', () => resolve(Buffer.concat(parts)));
    sheet.on('error', reject);
  });
  const pen = penFor(sheet);
  drawFrame(sheet);
  drawFields(sheet, pen, record, drawHead(sheet, pen, record));
  drawFoot(sheet, pen, record);
  sheet.end();
  return whole;
}

function drawFrame(sheet: Sheet): void {
  sheet
    .lineWidth(1.6)
    .rect(34, 34, WIDTH - 68, HEIGHT - 68)
    .stroke(RED);
  sheet
    .lineWidth(0.5)
    .rect(39, 39, WIDTH - 78, HEIGHT - 78)
    .stroke(RED);
}

/** @returns where the rows begin */
function drawHead(sheet: Sheet, pen: Pen, { number }: Issued): number {
  const [size, y] = [27, 74];
  const gap = 5;
  const signs = Array.from(sheetWords.title);
  const width = signs.reduce((sum, sign) => sum + pen.widthOf(sign, size) + gap, -gap);
  let x = (WIDTH - width) / 2;
  for (const sign of signs) x += pen.write(sign, x, y, size, RED) + gap;
  sheet
    .lineWidth(1)
    .moveTo(WIDTH / 2 - 60, 118)
    .lineTo(WIDTH / 2 + 60, 118)
    .stroke(RED);
  const numbered = `${sheetWords.number}：${number}`;
  pen.write(numbered, WIDTH - MARGIN - pen.widthOf(numbered, 10), 132, 10, GREY);
  return 156 + pen.paragraph(sheetWords.preamble, { x: MARGIN, y: 156, width: INNER }, 12) + 8;
}

type Row = { readonly label: string; readonly texts: readonly string[] };

const rowsOf = (record: Issued): Row[] => [
  { label: sheetWords.name, texts: [record.name] },
  { label: sheetWords.document, texts: [record.document ?? sheetWords.noDocument] },
  { label: sheetWords.volunteerNo, texts: [record.volunteerNo] },
  { label: sheetWords.days, texts: [`${dayText(record.from)}至${dayText(record.until)}`] },
  { label: sheetWords.hours, texts: [hoursText(record.minutes)] },
  { label: sheetWords.content, texts: record.content },
  {
    label: sheetWords.restsOn,
    texts: record.mix.map(({ evidence, minutes }) => `${evidenceWords[evidence]}：${hoursText(minutes)}`),
  },
];

/** In the largest letters with which everything stands above the foot. */
function drawFields(sheet: Sheet, pen: Pen, record: Issued, top: number): void {
  const rows = rowsOf(record);
  const width = INNER - LABEL_WIDTH - 2 * ROOM;
  const heightAt = (size: number): number => rows.reduce((sum, { texts }) => sum + heightOf(texts, size) + 2 * ROOM, 0);
  const heightOf = (texts: readonly string[], size: number): number =>
    texts.reduce((sum, text) => sum + pen.heightOf(text, width, size), 0);
  const size = [12, 11, 10, 9, 8].find((wanted) => top + heightAt(wanted) <= HEIGHT - FOOT - 100) ?? 7;
  let y = top;
  for (const { label, texts } of rows) {
    rule(sheet, y);
    pen.write(label, MARGIN + ROOM, y + ROOM, size, GREY);
    let line = y + ROOM;
    for (const text of texts) line += pen.paragraph(text, { x: MARGIN + LABEL_WIDTH, y: line, width }, size);
    y = line + ROOM;
  }
  rule(sheet, y);
  drawIssuer(pen, record, y + 14);
}

function drawIssuer(pen: Pen, record: Issued, y: number): void {
  const left = [
    `${sheetWords.issuer}：${record.unionName}${sheetWords.seal}`,
    `${sheetWords.responsible}：${record.responsible ?? ''}    ${sheetWords.handler}：${record.handler ?? ''}`,
    `${sheetWords.contact}：${record.contact ?? ''}`,
    `${sheetWords.issuedOn}：${dayText(shanghaiDay(record.issuedAt))}`,
  ];
  left.forEach((text, nth) => pen.write(text, MARGIN + ROOM, y + nth * 19, 11));
}

function drawFoot(sheet: Sheet, pen: Pen, { code }: Issued): void {
  const y = HEIGHT - FOOT;
  rule(sheet, y);
  drawQr(sheet, certificateAddress(code), { x: MARGIN, y: y + 12, size: QR_SIZE });
  const at = { x: MARGIN + QR_SIZE + 16, width: INNER - QR_SIZE - 16 };
  pen.write(`${sheetWords.code}：${spacedCode(code)}`, at.x, y + 14, 15);
  const below = y + 42 + pen.paragraph(sheetWords.howToVerify, { ...at, y: y + 42 }, 9.5);
  const after = below + pen.paragraph(sheetWords.footnote, { ...at, y: below + 2 }, 9.5);
  if (pen.lacksSigns()) pen.paragraph(sheetWords.lacksSigns, { ...at, y: after + 4 }, 9.5);
}

const rule = (sheet: Sheet, y: number): void => {
  sheet
    .lineWidth(0.6)
    .moveTo(MARGIN, y)
    .lineTo(WIDTH - MARGIN, y)
    .stroke(HAIR);
};
