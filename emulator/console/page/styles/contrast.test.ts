import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Colours = ReadonlyMap<string, string>;

const source = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const [lightSource = '', darkSource = ''] = source.split('@media (prefers-color-scheme: dark)');

const coloursIn = (text: string): Colours =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name ?? '', colour ?? '']));

/** Relative luminance. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(colours: Colours, one: string, other: string): number {
  const [lower = 0, upper = 0] = [one, other].map((name) => luminance(colours.get(name) ?? '')).sort((a, b) => a - b);
  return (upper + 0.05) / (lower + 0.05);
}

const grounds = ['ground', 'surface', 'field', 'line-active'];
const onGrounds = ['ink', 'ink-muted', 'accent', 'good', 'warn', 'danger'];
const inEditor = ['code-name', 'code-text', 'code-number', 'code-word'];

const texts: readonly (readonly [text: string, ground: string])[] = [
  ...onGrounds.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...inEditor.flatMap((text) => ['field', 'line-active', 'selection'].map((ground) => [text, ground] as const)),
  ...['accent', 'good', 'warn', 'danger'].map((text) => [text, `${text}-soft`] as const),
  ['ink', 'selection'],
  ['ink-muted', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-danger', 'danger'],
];

describe.each([
  ['light', coloursIn(lightSource)],
  ['dark', coloursIn(darkSource)],
])('the page in its %s look', (_look, colours) => {
  it.each(texts)('shows %s on %s so that it can be read', (text, ground) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['line-strong', 'surface'],
    ['line-strong', 'field'],
    ['line-strong', 'ground'],
    ['focus', 'surface'],
    ['focus', 'ground'],
  ])('shows a %s on %s so that a control can be told', (line, ground) => {
    expect(contrast(colours, line, ground)).toBeGreaterThanOrEqual(3);
  });
});
