export type QrPictureProps = { readonly cells: readonly (readonly boolean[])[]; readonly sizePx: number };

/** One path of dark squares: crisp at any size and when printed. */
export function QrPicture({ cells, sizePx }: QrPictureProps) {
  const path = cells.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      width={sizePx}
      height={sizePx}
      viewBox={`0 0 ${cells.length} ${cells.length}`}
      shapeRendering="crispEdges"
      aria-hidden
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
