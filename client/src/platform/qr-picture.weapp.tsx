import { Canvas } from '@tarojs/components';
import Taro, { useReady } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { QrPictureProps } from './qr-picture';

type Pen = { fillStyle: string; fillRect(x: number, y: number, width: number, height: number): void };
type Board = { width: number; height: number; getContext(kind: '2d'): Pen };

const ID = 'qr-picture';

export function QrPicture({ cells, sizePx }: QrPictureProps) {
  const now = useRef({ cells, sizePx });
  now.current = { cells, sizePx };
  useEffect(() => draw(cells, sizePx), [cells, sizePx]);
  // Before the page is ready the canvas does not exist yet.
  useReady(() => draw(now.current.cells, now.current.sizePx));
  return <Canvas type="2d" id={ID} style={{ width: `${sizePx}px`, height: `${sizePx}px` }} />;
}

/** Draws each square on whole pixels of the screen, so that no edge is blurred. */
function draw(cells: QrPictureProps['cells'], sizePx: number): void {
  Taro.createSelectorQuery()
    .select(`#${ID}`)
    .node((found: unknown) => {
      const board = (found as { node?: Board } | null)?.node;
      if (board === undefined) return;
      const cell = Math.max(1, Math.floor((sizePx * Taro.getWindowInfo().pixelRatio) / cells.length));
      board.width = cell * cells.length;
      board.height = cell * cells.length;
      const pen = board.getContext('2d');
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, board.width, board.height);
      pen.fillStyle = '#000';
      cells.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x * cell, y * cell, cell, cell)));
    })
    .exec();
}
