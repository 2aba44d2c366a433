import { readFileSync } from 'node:fs';
import path from 'node:path';

const source = readFileSync(path.join(__dirname, 'tokens.scss'), 'utf8');

function coloursOf(mixin: string): Record<string, string> {
  const block = new RegExp(`@mixin ${mixin} \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return Object.fromEntries(
    Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', hex = '']) => [name, hex]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Every ink of the kit on every ground that it is written on. */
const written: readonly (readonly [ink: string, ground: string])[] = [
  ...['ink', 'ink-muted', 'accent-ink', 'good', 'warn', 'danger', 'info'].flatMap((ink) =>
    ['surface', 'surface-raised'].map((ground) => [ink, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-danger', 'danger'],
  ['surface', 'ink'],
  ['ink', 'line'],
  ['ink-muted', 'line'],
  ...['good', 'warn', 'danger', 'info'].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ['ink', `${tone}-soft`] as const,
  ]),
  ['accent-ink', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink-muted', 'accent-soft'],
];

/** Edges and marks that must be seen, not read: 3:1. */
const seen = [
  ['line-strong', 'surface-raised'],
  ['line-strong', 'surface'],
  ['focus', 'surface'],
  ['focus', 'surface-raised'],
  ['accent-ink', 'surface'],
] as const;

const light = coloursOf('light-colours');
const dark = coloursOf('dark-colours');
const themes = [
  { name: 'light', colours: light, textAtLeast: 4.5 },
  { name: 'dark', colours: dark, textAtLeast: 4.5 },
  { name: 'elder mode, light', colours: { ...light, ...coloursOf('elder-light-colours') }, textAtLeast: 7 },
  { name: 'elder mode, dark', colours: { ...dark, ...coloursOf('elder-dark-colours') }, textAtLeast: 7 },
];

describe.each(themes)('colours, $name', ({ colours, textAtLeast }) => {
  const colour = (name: string): string => {
    const hex = colours[name];
    if (hex === undefined) throw new Error(`no token --${name}`);
    return hex;
  };

  it.each(written)(`writes --%s on --%s so that it can be read (${textAtLeast}:1)`, (ink, ground) => {
    // A quiet word on a grey button or tag is held to 4.5:1 in every theme.
    const atLeast = ground === 'line' && ink === 'ink-muted' ? 4.5 : textAtLeast;
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(seen)('shows --%s on --%s (3:1)', (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('gives the dark theme every colour of the light one', () => {
  const names = (mixin: string) => {
    const block = new RegExp(`@mixin ${mixin} \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
    return Array.from(block.matchAll(/--([\w-]+):/g), ([, name]) => name);
  };
  expect(names('dark-colours')).toEqual(names('light-colours'));
});
