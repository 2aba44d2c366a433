/** `80 米`, `1.2 公里`, `23 公里`: as precisely as one walks, never more than a phone knows. */
export function distanceWords(metres: number): string {
  const tens = Math.max(10, Math.round(metres / 10) * 10);
  if (tens < 1_000) return `${tens} 米`;
  const kilometres = Math.round(metres / 100) / 10;
  return kilometres < 10 ? `${kilometres} 公里` : `${Math.round(metres / 1_000)} 公里`;
}
