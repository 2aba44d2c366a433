import type PDFDocument from 'pdfkit';
import encodeQR from 'qr';

/** Draws a QR code of squares, with the quiet edge that readers need. Points. */
export function drawQr(
  sheet: InstanceType<typeof PDFDocument>,
  text: string,
  at: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const cell = at.size / rows.length;
  rows.forEach((cells, row) =>
    cells.forEach((isDark, column) => {
      if (isDark) sheet.rect(at.x + column * cell, at.y + row * cell, cell, cell);
    }),
  );
  sheet.fill('#000000');
}
