/** Something on a picture: a filled box, or a line of text whose baseline is at `y`. Pixels. */
export type Mark =
  | { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly color: string }
  | {
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly color: string;
      /** Around `x` rather than from it on. */
      readonly centred: boolean;
    };

export type Picture = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] };

/** What a browser's canvas and WeChat's have in common. */
type Pen = Pick<CanvasRenderingContext2D, 'font' | 'fillRect' | 'fillText' | 'textAlign'> & {
  fillStyle: CanvasRenderingContext2D['fillStyle'];
};

/** On white paper. */
export function paint(pen: Pen, { width, height, marks }: Picture): void {
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  for (const mark of marks) {
    pen.fillStyle = mark.color;
    if ('text' in mark) {
      pen.font = `${mark.size}px sans-serif`;
      pen.textAlign = mark.centred ? 'center' : 'left';
      pen.fillText(mark.text, mark.x, mark.y);
    } else pen.fillRect(mark.x, mark.y, mark.width, mark.height);
  }
}
